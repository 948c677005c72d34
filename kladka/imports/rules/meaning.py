"""A row of a sheet as a line of the official file: whatever the list looks like, the same rules check it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from kladka.imports.rules import cells
from kladka.imports.rules.folding import folded, shown
from kladka.imports.rules.mapping import SheetMap
from kladka.imports.rules.recognised import words
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import DATED, PIPED, BadCell, Line, SupportGiven, day, read_supports
from kladka.reporting.rules import Finding
from kladka.reporting.rules.identity import age, birth_date, is_eleven_digits
from kladka.reporting.rules.words import DICTIONARY_OF

DAYS = frozenset({*DATED, "birth_date", "declared_on", "unemployed_since"})
OF_LINE = frozenset(one.name for one in fields(Line)) - {"supports"}
IN_PARTS = ("full_name", "address")
AMERICAN = frozenset({"sl2014", "lsi2014-pefs"})  # exporters of these wrote month/day/year
RULES = {"not_a_day": "V09", "not_a_number": "V04", "pipes_differ": "V17"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A municipality of the register, in the words of the file."""

    code: str
    municipality: str
    county: str
    voivodeship: str
    degurba: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A support of the edition: by what a file may call it."""

    pk: int
    key: str
    title: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a row does not say and the record knows."""

    layout: Layout
    project_number: str
    own: Place
    place_of: Callable[[str, str, str], Place | None]
    supports: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the official file has no column for and its rules want to know (V07, V14, V15)."""

    unemployed_since: date | None = None
    full_time_student: bool = False
    parental_leave: bool = False
    occupation: str = ""
    employer: str = ""


@dataclass(slots=True)
class Understood:
    """One row: the line, what the line has no column for, and what could not be understood."""

    number: int
    line: Line = field(default_factory=Line)
    codes: dict[str, str] = field(default_factory=dict)
    place: Place | None = None
    birth_date: date | None = None
    declared_on: date | None = None
    work: Work = field(default_factory=Work)
    street: dict[str, str] = field(default_factory=dict)
    given: tuple[tuple[int, SupportGiven], ...] = ()
    support_ends: tuple[date | None, ...] = ()
    found: list[Finding] = field(default_factory=list)

    @property
    def born(self) -> date | None:
        return self.birth_date or birth_date(self.line.pesel)


NOTHING_SAID = Work()


class Reader:
    """Understands the rows of one sheet. Words are looked up once."""

    def __init__(
        self,
        mapping: SheetMap,
        around: Around,
        sample: Sequence[Sequence[object]] = (),
        *,
        profile: str = "",
    ) -> None:
        self.mapping, self.around = mapping, around
        self.layout = around.layout
        self._places = [(name, places) for name in mapped(mapping) if (places := mapping.at(name))]
        self._known: dict[tuple[str, str], str | None] = {}
        texts = {name: column(sample, places) for name, places in self._places}
        american = profile in AMERICAN
        self._month_first = {
            name for name in texts if name in DAYS and cells.has_month_first(texts[name], usually=american)
        }
        self._tells_work = bool({one.name for one in fields(Work)} & {*texts, *mapping.fixed})
        self._surname_first = cells.is_surname_first(
            mapping.header_of("full_name"), texts.get("full_name", [])
        )

    def understood(self, number: int, row: Sequence[object]) -> Understood:
        said = {name: first(row, places) for name, places in self._places}
        said.update({name: value for name, value in self.mapping.fixed.items() if not said.get(name)})
        self._cut(said)
        one = Understood(number)
        values = {name: self._value(name, cell, one) for name, cell in said.items() if name in OF_LINE}
        one.birth_date = self._day("birth_date", said.get("birth_date"), one)
        one.declared_on = self._day("declared_on", said.get("declared_on"), one)
        one.work = self._work(said, one)
        one.street = {
            name: shown(said.get(name)) for name in ("street", "building", "flat") if said.get(name)
        }
        values["supports"] = self._supports(said, values.get("start_date"), one)
        self._complete(values, one)
        self._settle(values, one)
        one.line = Line(**values)
        if one.line.age_at_entry is None and one.born and one.line.start_date:
            one.line = replace(one.line, age_at_entry=age(one.born, one.line.start_date))
        return one

    def _work(self, said: dict[str, Any], one: Understood) -> Work:
        if not self._tells_work:
            return NOTHING_SAID
        return Work(
            unemployed_since=self._day("unemployed_since", said.get("unemployed_since"), one),
            full_time_student=self.code("yes_no", shown(said.get("full_time_student"))) == "yes",
            parental_leave=self.code("yes_no", shown(said.get("parental_leave"))) == "yes",
            occupation=shown(said.get("occupation"))[:150],
            employer=shown(said.get("employer"))[:200],
        )

    def _cut(self, said: dict[str, Any]) -> None:
        """Names and addresses of one cell; what stands in a cell of its own goes before."""
        if whole := shown(said.get("full_name")):
            first_name, last_name = cells.names(whole, surname_first=self._surname_first)
            said.update(
                {
                    "first_name": said.get("first_name") or first_name,
                    "last_name": said.get("last_name") or last_name,
                }
            )
        if whole := shown(said.get("address")):
            for name, value in cells.address(whole).items():
                said[name] = said.get(name) or value

    def _value(self, name: str, cell: object, one: Understood) -> Any:
        if name in DAYS:
            return self._day(name, cell, one)
        if name in DICTIONARY_OF or name == "labour_status_detail":
            return self._word(name, shown(cell), one)
        if name == "age_at_entry":
            return number(name, shown(cell), one)
        if clean := CLEAN.get(name):
            return clean(cell)
        return shown(cell)

    def _day(self, name: str, cell: object, one: Understood) -> date | None:
        try:
            return cells.day(cell, month_first=name in self._month_first)
        except (ValueError, OverflowError):
            one.found.append(unread(BadCell(name, shown(cell), "not_a_day")))
            return None

    def _word(self, name: str, text: str, one: Understood) -> str:
        """The word of the layout for a word of the list; the code is kept beside it."""
        if not text:
            return ""
        if name == "labour_status_detail":
            return self._detail(text)
        dictionary = DICTIONARY_OF[name]
        code = self.code(dictionary, text, of=name)
        if code is None and self.code("flag", text) == "refused":
            one.found.append(Finding("V18", name, "refused"))
            return ""
        if code is None or code not in self.layout.words[dictionary]:
            one.found.append(Finding("V17", name, "word_unknown", values={"found": text}))
            return ""
        one.codes[name] = code
        return self.layout.words[dictionary][code]

    def _detail(self, text: str) -> str:
        """Kept as it is said: which words may stand there, the status decides (V07)."""
        wanted = folded(text)
        told = self.mapping.words.get("labour_status_detail", {}).get(wanted) or words(
            "labour_status_detail"
        ).get(wanted)
        for every in self.layout.details.values():
            for code, word in every.items():
                if code == told or folded(word) == wanted:
                    return word
        return text

    def code(self, dictionary: str, text: str, *, of: str = "") -> str | None:
        """What the clerk said, what the layout says, what is known anyway; None where nobody knows."""
        key = (of or dictionary, text)
        if key not in self._known:
            self._known[key] = self._looked_up(dictionary, text, of)
        return self._known[key]

    def _looked_up(self, dictionary: str, text: str, of: str) -> str | None:
        wanted = folded(text) or text.strip()
        for told in (self.mapping.words.get(of, {}), self.mapping.words.get(dictionary, {})):
            if wanted in told:
                return told[wanted]
        exact = self.layout.code_of(dictionary, text)
        if exact is not None:
            return exact
        loose = {
            folded(word): code for code, word in reversed(list(self.layout.words.get(dictionary, {}).items()))
        }
        return loose.get(wanted) or words(dictionary).get(wanted)

    def _supports(
        self, said: dict[str, Any], start: date | None, one: Understood
    ) -> tuple[SupportGiven, ...]:
        given = {name: self._piped(name, said.get(name), one) for name in PIPED}
        bad: list[BadCell] = []
        found = [two for two in read_supports(given, bad) if two != SupportGiven()]
        one.found += [unread(cell) for cell in bad]
        only = self._only_support(said.get("support"))
        if not found and start and only:
            found = [SupportGiven("", only.kind, only.detail, start)]
            one.given = ((only.pk, found[0]),)
            return tuple(found)
        return self._matched(found, start, one)

    def _piped(self, name: str, cell: object, one: Understood) -> str:
        if name != "support_start" or cell is None:
            return shown(cell)
        text = shown(cell)
        if "|" in text:
            return text
        found = self._day(name, cell, one)
        return found.isoformat() if found else ""

    def _only_support(self, told: object) -> Kind | None:
        if told:
            wanted = folded(shown(told))
            return next(
                (one for one in self.around.supports if wanted in {folded(one.key), folded(one.title)}), None
            )
        return self.around.supports[0] if len(self.around.supports) == 1 else None

    def _matched(
        self, found: Sequence[SupportGiven], start: date | None, one: Understood
    ) -> tuple[SupportGiven, ...]:
        """Each support beside that of the edition; the second of one kind is the edition's second."""
        left, pairs, said = list(self.around.supports), [], []
        for two in found:
            kind = self._kind_of(two, left)
            if kind is None:
                said.append(two)
                one.found.append(
                    Finding(
                        "V17", "support_kind", "support_unknown", values={"found": two.detail or two.kind}
                    )
                )
                continue
            left.remove(kind)
            whole = replace(
                two,
                kind=kind.kind or two.kind,
                detail=kind.detail,
                start=two.start or (start if len(found) == 1 else None),
            )
            said.append(whole)
            pairs.append((kind.pk, whole))
        one.given = tuple(pairs)
        return tuple(said)

    def _kind_of(self, given: SupportGiven, left: Sequence[Kind]) -> Kind | None:
        told = self.mapping.words.get("support", {}).get(folded(given.kind), "")
        for fits in (
            lambda one: (one.kind, one.detail) == (given.kind, given.detail) and bool(one.kind),
            lambda one: bool(told) and one.key == told,
            lambda one: folded(given.kind) in {folded(one.title), folded(one.key)},
            lambda one: (
                bool(one.kind)
                and (folded(one.kind), folded(one.detail)) == (folded(given.kind), folded(given.detail))
            ),
            lambda one: bool(one.kind) and not given.detail and folded(one.kind) == folded(given.kind),
        ):
            found = next((one for one in left if fits(one)), None)
            if found:
                return found
        return None

    def _complete(self, values: dict[str, Any], one: Understood) -> None:
        """What follows from something else, and what the list need not say."""
        words, codes = self.layout.words, one.codes
        pesel = values.get("pesel", "")
        is_document = not pesel or any(letter.isalpha() for letter in pesel)
        no_pesel = values.get("no_pesel") or words["yes_no"]["yes" if is_document else "no"]
        if not values.get("sex") and no_pesel == words["yes_no"]["no"] and is_eleven_digits(pesel):
            codes["sex"] = "man" if int(pesel[9]) % 2 else "woman"
            values["sex"] = words["sex"][codes["sex"]]
        codes.setdefault("citizenship", "polish")
        outside = codes["citizenship"] == "outside_eu"
        starts = [given.start for given in values["supports"] if given.start]
        follows = {
            "no_pesel": no_pesel,
            "citizenship": words["citizenship"][codes["citizenship"]],
            "third_country_national": words["yes_no"]["yes" if outside else "no"],
            "participant_kind": words["participant_kind"]["individual"],
            "country": words["country"]["poland"],
            "project_number": self.around.project_number,
            "start_date": min(starts, default=None),
        }
        values.update({name: value for name, value in follows.items() if not values.get(name)})
        self._detail_code(values, codes)

    def _detail_code(self, values: dict[str, Any], codes: dict[str, str]) -> None:
        """The same word stands under several statuses: the status says which code it is."""
        details = self.layout.details.get(codes.get("labour_status", ""), {})
        said = values.get("labour_status_detail", "")
        if code := next((code for code, word in details.items() if word == said), ""):
            codes["labour_status_detail"] = code

    def _settle(self, values: dict[str, Any], one: Understood) -> None:
        named, county = values.get("municipality", ""), values.get("county", "")
        own = self.around.own
        same = not named or folded(named) == folded(own.municipality)
        same = same and (not county or folded(county) == folded(own.county))
        one.place = own if same else self.around.place_of(named, county, values.get("voivodeship", ""))
        if one.place is None:
            one.found.append(Finding("V17", "municipality", "municipality_unknown", values={"found": named}))
            return
        place = one.place
        values["municipality"], values["county"] = place.municipality, place.county
        values["voivodeship"] = place.voivodeship or values.get("voivodeship", "")
        values["locality"] = values.get("locality") or place.municipality
        values["degurba"] = values.get("degurba") or place.degurba


def mapped(mapping: SheetMap) -> list[str]:
    return list(dict.fromkeys(one.field for one in mapping.columns if one.field))


def first(row: Sequence[object], places: Sequence[int]) -> object:
    """The first of several columns of one field that says something."""
    for place in places:
        if place < len(row) and row[place] is not None and row[place] != "":
            return row[place]
    return None


def column(sample: Sequence[Sequence[object]], places: Sequence[int]) -> list[str]:
    return [text for row in sample if (text := shown(first(row, places)))]


def number(name: str, text: str, one: Understood) -> int | None:
    text = text.removesuffix(".0").removesuffix(" lat").removesuffix(" lata")
    if text.isascii() and text.isdigit():
        return int(text)
    if text:
        one.found.append(unread(BadCell(name, text, "not_a_number")))
    return None


def unread(cell: BadCell) -> Finding:
    return Finding(RULES[cell.problem], cell.field, cell.problem, values={"found": cell.text})


def email(cell: object) -> str:
    return shown(cell).removeprefix("mailto:")


CLEAN: Mapping[str, Callable[[object], str]] = {
    "pesel": cells.pesel,
    "phone": cells.phone,
    "postcode": cells.postcode,
    "email": email,
}
__all__ = ["Around", "Kind", "Place", "Reader", "Understood", "day"]
