"""Every theme in both schemes: text is read, the accent is seen, and the wish is followed where it can be."""

import re

import pytest

from kladka.municipalities.contrast import ratio
from kladka.municipalities.theme import NAVY, Colours, Theme, ThemeRefused, digest, make_theme, product_theme

# (foreground, background, least ratio, what breaks below it)
PAIRS = [
    ("{c}-text-default", "{c}-surface-active", 4.5, "text on a pressed row"),
    ("{c}-text-subtle", "neutral-background-default", 4.5, "links, hints"),
    ("{c}-text-subtle", "{c}-surface-tinted", 4.5, "text on a tinted panel"),
    ("{c}-base-contrast-default", "{c}-base-default", 4.5, "text on a button"),
    ("{c}-border-default", "neutral-background-default", 3.0, "frame of an input"),
]
ACCENT_ONLY = [
    ("accent-base-default", "neutral-background-default", 3.0, "ticked boxes, bars, navigation"),
    ("focus-outer", "neutral-background-default", 3.0, "focus ring"),
]
NAMES = ("accent", "neutral", "danger", "success", "info", "warning")
# Colours of Silesian towns and the hardest ones there are.
WISHES = ["#0b5394", "#ffe600", "#9acd32", "#c00000", "#add8e6", "#006838", "#000000", "#ffffff", "#ff00ff"]


def palette(css: str, scheme: str) -> dict[str, str]:
    _before, _marker, block = css.partition(f"@layer ds.theme.color-scheme.{scheme} ")
    block = block.partition("@layer ")[0]
    return dict(re.findall(r"--ds-color-([a-z0-9-]+): (#[0-9a-fA-F]{6})", block))


def too_low(colours: dict[str, str]) -> list[str]:
    wanted = [(fg.format(c=c), bg.format(c=c), least, why) for c in NAMES for fg, bg, least, why in PAIRS]
    return [
        f"{fg} on {bg}: {ratio(colours[fg], colours[bg]):.2f} < {least} ({why})"
        for fg, bg, least, why in wanted + ACCENT_ONLY
        if ratio(colours[fg], colours[bg]) < least
    ]


@pytest.mark.parametrize("wish", WISHES)
def test_whatever_colour_is_wished_every_pair_reaches_its_contrast(wish: str) -> None:
    theme = make_theme(Colours(wish))

    assert [too_low(palette(theme.css, scheme)) for scheme in ("light", "dark")] == [[], []]


def test_a_colour_that_is_seen_becomes_the_accent_without_a_word() -> None:
    theme = make_theme(Colours("#c00000", ("#00aa55",)))

    light = palette(theme.css, "light")
    assert (light["accent-base-default"], light["brand1-base-default"], theme.note) == (
        "#c00000",
        "#00aa55",
        "",
    )


def test_a_colour_that_is_not_seen_goes_to_the_stripes_and_the_sentence_says_so() -> None:
    theme = make_theme(Colours("#ffe600", ("#00aa55",)))

    light = palette(theme.css, "light")
    names = ("accent-base-default", "brand1-base-default", "brand2-base-default")
    assert [light[name] for name in names] == [NAVY, "#ffe600", "#00aa55"]
    assert "#ffe600" in theme.note


def test_the_colours_of_the_product_give_the_theme_of_the_product() -> None:
    assert make_theme(Colours()) == Theme(product_theme())


def test_colours_of_states_are_the_same_in_every_municipality() -> None:
    ours, theirs = (palette(css, "dark") for css in (product_theme(), make_theme(Colours("#006838")).css))

    kept = {name for name in ours if name.startswith(("danger", "success", "info", "warning"))}
    assert {name: theirs[name] for name in kept} == {name: ours[name] for name in kept}


@pytest.mark.parametrize("wrong", ["red", "#fff", "#0B5394", "#0b5394;}", ""])
def test_a_colour_that_is_not_one_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(ThemeRefused, match="#0b5cad"):
        Colours(wrong)


def test_a_fourth_colour_beside_the_main_one_is_refused() -> None:
    with pytest.raises(ThemeRefused, match="three"):
        Colours(NAVY, ("#111111", "#222222", "#333333", "#444444"))


def test_another_theme_has_another_address() -> None:
    assert digest("a") != digest("b")
    assert digest("a") == digest("a")
