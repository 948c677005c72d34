"""The arithmetic of contrast, and the yellow-on-black version made from the names of a theme."""

import re

import pytest

from kladka.municipalities.contrast import contrast_css, ratio

THEME = """@layer ds.theme.color-scheme.light {
:root {
--ds-color-accent-base-default: #0b5394;
--ds-color-accent-base-contrast-default: #ffffff;
--ds-color-neutral-text-default: #232c36;
--ds-color-danger-text-subtle: #aa0000;
--ds-color-focus-inner: #ffffff;
--ds-color-brand1-surface-hover: #f8d775;
--ds-size-unit: 4px;
}
}"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ffe600", "#ffffff", 1.27),
    ],
)
def test_contrast_is_the_ratio_of_wcag_whichever_colour_comes_first(
    one: str, other: str, expected: float
) -> None:
    assert round(ratio(one, other), 2) == expected
    assert ratio(one, other) == ratio(other, one)


def test_the_contrast_version_gives_every_colour_of_the_theme_one_of_four() -> None:
    css = contrast_css(THEME)

    assert dict(re.findall(r"--ds-color-([a-z0-9-]+):(#\w+)", css)) == {
        "accent-base-default": "#ff0",
        "accent-base-contrast-default": "#000",
        "neutral-text-default": "#fff",
        "danger-text-subtle": "#ff0",
        "focus-inner": "#000",
        "brand1-surface-hover": "#330",
    }


def test_the_contrast_version_holds_only_where_the_reader_asked_for_it() -> None:
    assert contrast_css(THEME).startswith("@layer ds.theme.contrast{:root[data-contrast=high],")
