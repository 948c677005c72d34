"""The programme itself, its editions, and who takes part in running it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kladka.definitions.format.base import EditionRecord, Record, Value
from kladka.definitions.format.values import (
    Code,
    Key,
    Language,
    Line,
    MaybeCode,
    MaybeDate,
    MaybeLength,
    MaybeLine,
    MaybeProse,
    Refers,
    Refusal,
    Shared,
    refuse,
)
from kladka.programmes.choices import OrganisationKind, PartyRole


class Head(Value):
    """The programme that residents know; its editions are its grant agreements."""

    key: Key
    title: Line
    municipality: MaybeLine = ""
    kind: MaybeLine = ""
    revitalisation_programme: MaybeLine = ""
    language: Language = "pl"
    is_public: bool = True
    remark: MaybeProse = ""


class Page(Value):
    """Who made the public page, when, and who answers for it: roles, no names."""

    produced_by: MaybeLine = ""
    produced_on: MaybeDate = None
    responsible: MaybeLine = ""
    published_by: MaybeLine = ""
    published_on: MaybeDate = None


class Edition(Record):
    """One grant agreement."""

    number: Annotated[int | None, Field(ge=1, le=999)] = None
    title: MaybeLine = ""
    agreement_number: MaybeLine = ""
    regime: Code
    export_profile: MaybeCode = ""
    fund: MaybeLine = ""
    operational_programme: MaybeLine = ""
    measure: MaybeLine = ""
    call: MaybeLine = ""
    mode: MaybeLine = ""
    starts: MaybeDate = None
    ends: MaybeDate = None
    lasts: MaybeLength = None
    period_is_planned: bool = False


class Amendment(EditionRecord):
    """A change of the agreement; the day on which the period ends after it, when it moved."""

    edition: Annotated[Key, Refers("editions")]
    title: Line
    signed: MaybeDate = None
    starts: MaybeDate = None
    ends: MaybeDate = None


class Organisation(Value):
    """One organisation; the municipality keeps it once, by its name."""

    name: Line
    kind: Annotated[OrganisationKind, Field(strict=False)]


class Party(Record):
    """An organisation in its role; one that is not yet chosen is described instead."""

    edition: Annotated[Key | None, Refers("editions")] = None
    role: Annotated[PartyRole, Field(strict=False)]
    organisation: Annotated[Organisation | None, Shared.ORGANISATION] = None
    described_as: MaybeLine = ""
    since: MaybeDate = None
    until: MaybeDate = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.organisation is None and not self.described_as:
            raise refuse(Refusal.EMPTY_PARTY)
        return self


FormatVersion = Literal[1]
