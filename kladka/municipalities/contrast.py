"""Contrast of colours, and the Polish "wersja kontrastowa": yellow on black. Plain arithmetic, no Django."""

import re

BLACK, YELLOW, WHITE, OLIVE = "#000", "#ff0", "#fff", "#330"

LINEAR_UP_TO = 0.04045  # below it the curve of sRGB is a straight line
RULES = (  # first match wins
    ("focus-inner", BLACK),
    ("focus-outer", WHITE),
    ("base-contrast", BLACK),
    ("base-", YELLOW),
    ("background-", BLACK),
    ("surface-hover", OLIVE),
    ("surface-active", OLIVE),
    ("surface-", BLACK),
    ("border-", YELLOW),
    ("neutral-text-", WHITE),
    ("text-", YELLOW),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 for black, 1 for white (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= LINEAR_UP_TO else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_css(theme: str) -> str:
    """The contrast version of every colour that the theme names.

    The server sets `data-contrast="high"` from a cookie and then also links this file.
    """
    names = sorted(set(re.findall(r"(--ds-color-[a-z0-9-]+):", theme)))
    chosen = ((name, next((value for part, value in RULES if part in name), None)) for name in names)
    lines = [f"{name}:{value}" for name, value in chosen if value]
    # The alias tokens (--ds-color-text-default ...) must be set on every [data-color] too,
    # or a danger tag keeps the city's red.
    return (
        "@layer ds.theme.contrast{:root[data-contrast=high],"
        ":root[data-contrast=high] [data-color]{" + ";".join(lines) + "}}\n"
    )
