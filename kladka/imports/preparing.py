"""A row that is new, made ready for the record: what the record itself would refuse is refused here, row by row."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from kladka.core.errors import DomainError
from kladka.imports.rules.meaning import Understood
from kladka.participation.actions import Ended, Entered, check_entered
from kladka.participation.rules import EntryFacts, Residence
from kladka.people.choices import IdentifierKind
from kladka.people.rules import Details, checked, clean_email, clean_phone
from kladka.places.actions import checked_place
from kladka.places.rules import Written
from kladka.programmes.errors import MonthClosed
from kladka.programmes.rules import Period
from kladka.reporting.rules import Finding

ONE_DAY = timedelta(days=1)
FLAGS = ("foreign_origin", "minority", "homeless", "has_disability")
DIGITS = 11
# Which rule and column an error of the record belongs to, by the module that says it.
SAID_BY = {
    "participation": ("V09", "start_date"),
    "programmes": ("V09", "start_date"),
    "places": ("V16", "postcode"),
}
SAID = {
    "Phone": ("V16", "phone"),
    "Email": ("V16", "email"),
    "Pesel": ("V01", "pesel"),
    "Document": ("V06", "pesel"),
    "Birth": ("V06", "birth_date"),
    "Born": ("V02", "birth_date"),
    "Detail": ("V07", "labour_status_detail"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Somebody as the record takes them; the number is given when it is written."""

    details: Details
    written: Written | None
    phone: str
    email: str
    flags: tuple[tuple[str, str], ...]
    entered: Entered


def prepared(row: Understood, *, period: Period, closed: Collection[date], on: date) -> Prepared:
    """Raises what people, places and participations raise."""
    line = row.line
    who = checked(details(row), on=on)
    days = [day for day in (row.declared_on, line.start_date) if day]
    signed_on = min(days, default=on)
    home = written(row)
    entered = entry(row, who, home, signed_on, on)
    check_entered(entered, period=period, on=on)
    check_months(entered, closed)
    return Prepared(
        details=who,
        written=home,
        phone=clean_phone(line.phone) if line.phone else "",
        email=clean_email(line.email) if line.email else "",
        flags=entered.flags,
        entered=entered,
    )


def check_months(entered: Entered, closed: Collection[date]) -> None:
    """Raises MonthClosed."""
    days = [entered.signed_on, *(day for _, day in entered.supports)]
    for day in [*days, entered.ended.left_on] if entered.ended else days:
        if day.replace(day=1) in closed:
            raise MonthClosed(day=day)


def details(row: Understood) -> Details:
    line = row.line
    is_pesel = line.pesel.isdigit() and len(line.pesel) == DIGITS and row.codes.get("no_pesel") != "yes"
    return Details(
        first_name=line.first_name,
        last_name=line.last_name,
        pesel=line.pesel if is_pesel else "",
        sex=row.codes.get("sex", ""),
        birth_date=row.birth_date,
        identifier_kind="" if is_pesel else IdentifierKind.OTHER,
        identifier="" if is_pesel else line.pesel,
        citizenship=row.codes["citizenship"],
    )


def written(row: Understood) -> Written | None:
    """The address as far as it is whole: a street without a house is no address."""
    line, place = row.line, row.place
    if place is None or not place.code or not line.locality:
        return None
    street = row.street if row.street.get("building") else {}
    return checked_place(
        Written(locality=line.locality[:100], municipality_code=place.code, postcode=line.postcode, **street)
    )


def entry(row: Understood, who: Details, home: Written | None, signed_on: date, on: date) -> Entered:
    line = row.line
    if who.birth_date is None:
        raise ValueError(row.number)  # `checked` has refused it
    lived = Residence(signed_on, None, home.municipality_code, home.locality, home.postcode) if home else None
    return Entered(
        name=f"{who.first_name} {who.last_name}",
        number="",
        signed_on=signed_on,
        sex=who.sex,
        citizenship=who.citizenship,
        birth_date=who.birth_date,
        facts=facts(row),
        flags=tuple((name, row.codes[name]) for name in FLAGS if name in row.codes),
        home=lived,
        supports=tuple((pk, given.start) for pk, given in row.given if given.start),
        ended=ended(row, on),
        technical_id=line.technical_id[:40],
        remark=line.remarks[:500],
    )


def facts(row: Understood) -> EntryFacts:
    return EntryFacts(
        education=row.codes.get("education_level", ""),
        labour_status=row.codes.get("labour_status", ""),
        labour_detail=row.codes.get("labour_status_detail", ""),
        unemployed_since=row.work.unemployed_since,
        education_planned_end=row.line.education_planned_end,
        occupation=row.work.occupation,
        employer=row.work.employer,
    )


def ended(row: Understood, on: date) -> Ended | None:
    left_on = row.line.end_date
    if left_on is None:
        return None
    return Ended(
        left_on=left_on,
        path_completed=row.codes.get("path_completed") == "yes",
        situation=row.codes.get("situation_at_exit", ""),
        happened_on=min(left_on + ONE_DAY, on),
    )


def objection(error: DomainError) -> Finding:
    """What the record refuses, as a finding with its column."""
    named = next((place for start, place in SAID.items() if type(error).__name__.startswith(start)), None)
    module = type(error).__module__.split(".")[1]
    rule, name = named or SAID_BY.get(module, ("V00", "last_name"))
    return Finding(rule, name, "said", values={"said": str(error)})
