"""A programme as it is defined now, read from the records of every module."""

from collections import defaultdict
from typing import Any

from kladka.definitions.drafting.document import Document, document_from, document_of
from kladka.definitions.errors import NoSuchProgramme
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.programme import Head, Page
from kladka.definitions.models import Draft, Version
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tables import Column, columns, names_many, rows_of
from kladka.programmes.models import Programme


def as_defined(programme: Programme) -> ProgrammeFile:
    """The whole definition. One statement for a table, whatever is in it."""
    head = {column.name: column.value(vars(programme)) for column in columns(Head)}
    page = {column.name: column.value(vars(programme)) for column in columns(Page)}
    is_said = Page.model_construct(**page) != Page()
    tables: dict[str, Any] = {section: _rows(section, programme) for section in SECTIONS}
    return ProgrammeFile.model_construct(
        format=1,
        programme=Head.model_construct(**head),
        page=Page.model_construct(**page) if is_said else None,
        **tables,
    )


def programme_named(key: str) -> Programme:
    """The programme of this key, or the only one where none is named. Raises NoSuchProgramme."""
    found = Programme.objects.filter(key=key) if key else Programme.objects.all()
    if len(found) != 1:
        raise NoSuchProgramme(key, known=Programme.objects.order_by("key").values_list("key", flat=True))
    return found[0]


def versions_of(programme: Programme) -> list[Version]:
    """Every form in which the programme was ever loaded, the newest first."""
    found = Version.objects.filter(programme=programme).select_related("loaded_by", "draft__author")
    return list(found.order_by("-revision"))


def before(version: Version) -> Version | None:
    """The version that this one replaced."""
    earlier = Version.objects.filter(programme=version.programme, revision__lt=version.revision)
    return earlier.order_by("-revision").first()


def in_force(draft: Draft) -> Document | None:
    """What the draft is compared with: what is in force while it waits, the version before once it is decided."""
    if draft.version is not None:
        earlier = before(draft.version)
        return document_from(earlier.text) if earlier else None
    return document_of(as_defined(draft.programme)) if draft.programme else None


def _rows(section: str, programme: Programme) -> tuple[Any, ...]:
    record = SECTIONS[section]
    fields = columns(record)
    asked = dict.fromkeys(name for column in fields for name in column.reads)
    found = list(rows_of(section, programme).values("pk", *asked))
    many = {column.name: named_by(section, column, programme) for column in names_many(section)}
    for row in found:
        row |= {name: named[row["pk"]] for name, named in many.items()}
    return tuple(
        record.model_construct(**{column.name: column.value(row) for column in fields}) for row in found
    )


def named_by(section: str, column: Column, programme: Programme) -> dict[int, list[str]]:
    """The keys that each row names in one field, in the order in which they were written."""
    rows = rows_of(section, programme)
    field: Any = rows.model._meta.get_field(column.name)  # noqa: SLF001 - documented by Django
    through = field.remote_field.through._default_manager  # noqa: SLF001 - documented by Django
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    pairs = through.filter(**{f"{own}__in": rows.order_by()}).order_by("pk")
    named: dict[int, list[str]] = defaultdict(list)
    for row, key in pairs.values_list(f"{own}_id", f"{other}__key"):
        named[row].append(key)
    return named
