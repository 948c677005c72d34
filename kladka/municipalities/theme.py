"""A municipality's colours become the theme of its pages, by the generator of the component library.

The generator guarantees text on its own surfaces, not that the solid colour is seen on the page. The rule
kept here: a colour may be the accent only if it reaches 3 : 1 on the background in light and in dark;
otherwise it becomes brand1 (stripes, pictures) and the accent is navy. docs/adr/0004-interface.md says why.
"""

import hashlib
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from kladka.core.errors import DomainError
from kladka.core.node import node
from kladka.municipalities.contrast import ratio

ROOT = Path(__file__).resolve().parents[2]
NAVY = "#0b5394"
INK = "#1f2933"
SUPPORT = ("#f2b705", "#0f766e", "#9d3c72")  # yellow, teal, plum: where a municipality names none of its own
SEEN = 3.0  # WCAG 2.2, 1.4.11: parts of controls against what lies behind them
COLOUR = re.compile(r"#[0-9a-f]{6}")

Scheme = Mapping[str, str]  # "accent-base-default" -> "#0b5394"


class ThemeRefused(DomainError):  # noqa: N818 - named for what happened
    """The colours cannot become a theme."""


@dataclass(frozen=True)
class Colours:
    """What a municipality says of its colours: one main colour and up to three more."""

    accent: str = NAVY
    support: tuple[str, ...] = ()
    neutral: str = INK

    def __post_init__(self) -> None:
        for colour in (self.accent, self.neutral, *self.support):
            if not COLOUR.fullmatch(colour):
                raise ThemeRefused(
                    _("Write a colour as # and six digits 0-9 a-f, like #0b5cad, not “%s”.") % colour
                )
        if len(self.support) > len(SUPPORT):
            raise ThemeRefused(_("Give at most three colours beside the main one."))

    @property
    def named(self) -> dict[str, str]:
        """Every colour under the name that the theme has for it."""
        brands = (*self.support, *SUPPORT[len(self.support) :])
        return {
            "accent": self.accent,
            "neutral": self.neutral,
            **{f"brand{i}": c for i, c in enumerate(brands, 1)},
        }

    def with_accent_as_brand(self) -> "Colours":
        return Colours(NAVY, (self.accent, *self.support)[: len(SUPPORT)], self.neutral)


@dataclass(frozen=True)
class Theme:
    """The stylesheet, and what was changed of the wish, in a sentence (empty when nothing was)."""

    css: str
    note: str = ""


def make_theme(colours: Colours) -> Theme:
    """The stylesheet of these colours. Raises ThemeRefused, NodeMissing."""
    schemes = generate(colours)
    if all(accent_is_seen(scheme) for scheme in schemes.values()):
        return Theme(recoloured(product_theme(), schemes))
    note = _(
        "The colour %(colour)s would not be seen well enough on the page "
        "(3 : 1 is needed in light and dark). It is used for stripes and pictures; "
        "buttons and links are navy."
    ) % {"colour": colours.accent}
    return Theme(recoloured(product_theme(), generate(colours.with_accent_as_brand())), note)


def accent_is_seen(scheme: Scheme) -> bool:
    return ratio(scheme["accent-base-default"], scheme["neutral-background-default"]) >= SEEN


def generate(colours: Colours) -> dict[str, Scheme]:
    """The steps of every colour, for "light" and "dark"."""
    script = ROOT / "frontend" / "theme.mjs"
    done = subprocess.run(  # noqa: S603 - our own script; the colours go in as data
        [node(), str(script)], input=json.dumps(colours.named), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ThemeRefused(
            _("The theme cannot be made: %s Run: npm ci") % done.stderr.strip().partition("\n")[0]
        )
    return {name: with_focus(scheme) for name, scheme in json.loads(done.stdout).items()}


def with_focus(scheme: Scheme) -> Scheme:
    """The focus ring is made of the neutral colour, as the generator itself does it."""
    ring = {
        "focus-inner": scheme["neutral-background-default"],
        "focus-outer": scheme["neutral-text-default"],
    }
    return {**scheme, **ring}


def product_theme() -> str:
    """The theme that frontend/build.py made: sizes, type and the colours that are the same everywhere."""
    path = ROOT / "build" / "static" / "theme.css"
    if not path.exists():
        raise ThemeRefused(_("The files of the pages are not built yet. Run: python frontend/build.py"))
    return path.read_text("utf-8")


def recoloured(css: str, schemes: Mapping[str, Scheme]) -> str:
    """The same stylesheet with other colours in its light and its dark layer."""
    first, *layers = css.split("@layer ")
    return first + "".join(f"@layer {_recoloured_layer(layer, schemes)}" for layer in layers)


def _recoloured_layer(layer: str, schemes: Mapping[str, Scheme]) -> str:
    name = layer.partition(" ")[0].removeprefix("ds.theme.color-scheme.")
    scheme = schemes.get(name)
    if scheme is None:
        return layer
    return re.sub(
        r"--ds-color-([a-z0-9-]+): (#[0-9a-fA-F]{6})",
        lambda found: f"--ds-color-{found[1]}: {scheme.get(found[1], found[2])}",
        layer,
    )


def digest(css: str) -> str:
    """What stands in the address of a theme, so that a browser may keep it for ever."""
    return hashlib.sha256(css.encode()).hexdigest()[:12]
