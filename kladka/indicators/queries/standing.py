"""`standing`: one row a participation, with all that measures ask of it. What nobody said yet is NULL.

Who started stands as frozen in the entry snapshot, who did not as declared. For each outcome there are three
columns: `…_told` (recorded within its days), `…_proven` (with its paper), and what follows from them and from
the entry: `…_reached` and `…_waits`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kladka.indicators.catalogue import OUTCOMES, Measure, window
from kladka.indicators.predicates import Fragment
from kladka.programmes.models import Edition

WORDS = ("citizenship", "labour_status", "labour_detail", "education")
FLAGS = ("has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage")

FROZEN = """
SELECT p.id, p.person_id, p.number, p.kind, p.started_on, p.left_on, s.sex, s.age, s.degurba, {words}, {flags}
FROM participation_participation p
JOIN participation_entrysnapshot s ON s.id = p.snapshot_id
LEFT JOIN participation_entrytraits t ON t.snapshot_id = s.id
WHERE p.edition_id = %s"""

DECLARED = """
SELECT p.id, p.person_id, p.number, p.kind, p.started_on, p.left_on, h.sex,
       date_part('year', age(%s, h.birth_date))::int, NULL::smallint, {words}, {flags}
FROM participation_participation p
JOIN people_person h ON h.id = p.person_id
LEFT JOIN participation_entrydeclaration d ON d.participation_id = p.id
LEFT JOIN people_sensitivetraits t ON t.person_id = p.person_id
WHERE p.edition_id = %s AND p.started_on IS NULL AND p.left_on IS NULL"""

LEARNS = """CASE WHEN labour_status IN ('unemployed', 'employed') THEN FALSE
            ELSE labour_detail = 'in_education' END AS learns"""

TOLD = """
SELECT o.participation_id, {columns}
FROM participation_outcome o JOIN participation_participation q ON q.id = o.participation_id
WHERE q.edition_id = %s AND q.left_on IS NOT NULL
GROUP BY o.participation_id"""

SCOPES = """
SELECT r.participation_id, array_agg(DISTINCT u.scope) AS scopes
FROM participation_supportreceived r
JOIN participation_participation q ON q.id = r.participation_id
JOIN programmes_support u ON u.id = r.support_id
WHERE q.edition_id = %s
GROUP BY r.participation_id"""

KNOWN = """
SELECT b.*, {columns}
FROM (SELECT * FROM frozen UNION ALL SELECT * FROM declared) b{joins}"""

STANDING = "standing AS (SELECT {columns} FROM known k)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A situation in the record, and the condition at entry under which it is a change."""

    situation: str
    change: str = "TRUE"
    of_age: bool = False
    inside: bool = False  # may already have happened while taking part


OUTCOME = {
    "seeking": Outcome("seeking_work", "labour_status <> 'unemployed'", of_age=True),
    "learning": Outcome("in_education", "NOT learns"),
    "qualified": Outcome("qualification", inside=True),
    "employed": Outcome("employed", "labour_status <> 'employed'", of_age=True),
    "improved": Outcome("improved"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """Which parts of `standing` some measures need; the rest is not joined."""

    outcomes: bool = False
    scopes: bool = False

    @classmethod
    def of(cls, measures: Iterable[Measure]) -> "Need":
        every = list(measures)
        asked = {name for one in every for condition in one.any for name in condition}
        return cls(outcomes=any(one.outcomes for one in every), scopes="support" in asked)


def standing(edition: Edition, *, need: Need, on: date) -> Fragment:
    """The WITH list that ends in `standing`, as it is on a day (which only tells the age of the expected)."""
    parts = [
        Fragment(f"frozen AS ({FROZEN.format(words=words('s'), flags=flags())})", (edition.pk,)),
        Fragment(f"declared AS ({DECLARED.format(words=words('h', 'd'), flags=flags())})", (on, edition.pk)),
    ]
    columns, joins = [LEARNS, "started_on IS NOT NULL AS has_started"], ""
    if need.outcomes:
        parts.append(told(edition, on))
        columns += [f"o.{one}_{what}" for one in OUTCOME for what in ("told", "proven")]
        columns += ["x.path_completed", "b.left_on IS NOT NULL AND f.done_on IS NULL AS unasked", "f.due_on"]
        joins += """
LEFT JOIN told o ON o.participation_id = b.id
LEFT JOIN participation_exit x ON x.participation_id = b.id
LEFT JOIN participation_followup f ON f.participation_id = b.id"""
    if need.scopes:
        parts.append(Fragment(f"given AS ({SCOPES})", (edition.pk,)))
        columns.append("g.scopes")
        joins += "\nLEFT JOIN given g ON g.participation_id = b.id"
    base = KNOWN.format(columns=", ".join(columns), joins=joins)
    parts.append(Fragment(f"known AS ({base})"))
    return with_outcomes(parts, need, on)


def with_outcomes(parts: list[Fragment], need: Need, on: date) -> Fragment:
    """The last step: what follows from the entry and what was told; else `known` as it is."""
    columns = ["k.*"]
    if need.outcomes:
        columns += [follows(one, OUTCOME[one], window(on).of_age) for one in OUTCOMES if one in OUTCOME]
        columns.append("path_completed AS completed_reached, FALSE AS completed_waits")
    parts.append(Fragment(STANDING.format(columns=", ".join(columns))))
    values = tuple(value for part in parts for value in part.values)
    return Fragment(",\n".join(part.text for part in parts), values)


def words(person: str, declared: str = "") -> str:
    """The words of a snapshot, or of a person and a declaration; nothing said is NULL."""
    source = {word: declared if declared and word != "citizenship" else person for word in WORDS}
    return ", ".join(f"NULLIF({table}.{word}, '') AS {word}" for word, table in source.items())


def flags() -> str:
    return ", ".join(f"NULLIF(t.{flag}, '') AS {flag}" for flag in FLAGS)


def told(edition: Edition, on: date) -> Fragment:
    columns = ", ".join(seen(name, one, window(on).result_days) for name, one in OUTCOME.items())
    return Fragment(f"told AS ({TOLD.format(columns=columns)})", (edition.pk,))


def seen(name: str, one: Outcome, days: int) -> str:
    """Whether a situation was recorded in its days, and whether with a paper."""
    first = "q.started_on" if one.inside else "q.left_on + 1"
    here = f"o.situation = '{one.situation}' AND o.happened_on BETWEEN {first} AND q.left_on + {days}"
    return f"bool_or({here}) AS {name}_told, bool_or({here} AND o.received_on IS NOT NULL) AS {name}_proven"


def follows(name: str, one: Outcome, of_age: int) -> str:
    changed = f"{one.change} AND age >= {of_age}" if one.of_age else one.change
    return (
        f"({name}_proven IS TRUE AND {changed}) AS {name}_reached, "
        f"(({name}_told IS TRUE OR unasked) AND ({changed}) IS NOT FALSE) AS {name}_waits"
    )
