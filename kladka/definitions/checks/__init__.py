"""What one row of a programme file says of another: keys, periods, sums, parts of wholes.

Each check is a plain function from the programme to its findings. Start with `findings`.
"""

from collections.abc import Iterator
from itertools import chain

from kladka.definitions.checks.choosing import (
    criteria_can_be_answered,
    quotas_say_how_many,
    ties_name_their_criterion,
    traits_are_whole,
    weighed_points_have_a_source,
    weights_make_a_whole,
)
from kladka.definitions.checks.keys import (
    keys_are_unique,
    links_lead_somewhere,
    links_make_no_circle,
    numbers_are_unique,
)
from kladka.definitions.checks.money import (
    conversions_are_whole,
    lines_add_up,
    lines_multiply,
    parts_follow_rates,
    sources_add_up,
    years_add_up,
)
from kladka.definitions.checks.people import parts_fit_into_wholes, sexes_add_up
from kladka.definitions.checks.periods import dates_are_inside_the_edition, ends_follow_starts
from kladka.definitions.checks.shared import shared_records_are_described_alike
from kladka.definitions.errors import Finding
from kladka.definitions.format import ProgrammeFile

STRUCTURE = (keys_are_unique, numbers_are_unique, links_lead_somewhere, links_make_no_circle)
CONTENT = (
    ends_follow_starts,
    dates_are_inside_the_edition,
    sources_add_up,
    years_add_up,
    lines_multiply,
    lines_add_up,
    parts_follow_rates,
    conversions_are_whole,
    sexes_add_up,
    parts_fit_into_wholes,
    shared_records_are_described_alike,
    weights_make_a_whole,
    weighed_points_have_a_source,
    criteria_can_be_answered,
    traits_are_whole,
    quotas_say_how_many,
    ties_name_their_criterion,
)


def findings(programme: ProgrammeFile) -> Iterator[Finding]:
    """Every mistake. Contents are looked at only when the structure holds."""
    structure = list(chain.from_iterable(check(programme) for check in STRUCTURE))
    yield from structure
    if not structure:
        yield from chain.from_iterable(check(programme) for check in CONTENT)
