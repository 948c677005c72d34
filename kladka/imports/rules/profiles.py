"""Official layouts of other systems, as far as reading needs them: their columns in their order, each with our field."""

from collections.abc import Sequence
from dataclasses import dataclass

from kladka.imports.rules.folding import folded_header
from kladka.reporting.layouts import Layout


@dataclass(frozen=True, slots=True)
class Profile:
    """Headers may be spelled in several ways; the position decides."""

    name: str
    headers: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]

    def heads(self, header: Sequence[str]) -> bool:
        """Whether this is the header of the layout: as many columns, each by one of its names."""
        if len(header) != len(self.headers):
            return False
        return all(
            folded_header(text) in {folded_header(one) for one in known}
            for text, known in zip(header, self.headers, strict=True)
        )


def of_layout(layout: Layout) -> Profile:
    """The layout in which we send is one in which we read."""
    return Profile(
        layout.profile,
        tuple((one.header, *one.also) for one in layout.columns),
        tuple(
            "" if one.name in {"added_on", "added_by", "changed_on", "changed_by"} else one.name
            for one in layout.columns
        ),
    )
