"""V17–V19 and the required cells: the words of the file."""

from collections.abc import Iterator
from unicodedata import normalize

from kladka.reporting.rules.case import Case, Check, Finding, shown

DICTIONARY_OF = {
    "citizenship": "citizenship",
    "participant_kind": "participant_kind",
    "no_pesel": "yes_no",
    "sex": "sex",
    "education_level": "education_level",
    "country": "country",
    "voivodeship": "voivodeship",
    "degurba": "degurba",
    "labour_status": "labour_status",
    "situation_at_exit": "situation_at_exit",
    "path_completed": "yes_no",
    "foreign_origin": "flag",
    "third_country_national": "yes_no",
    "minority": "flag",
    "homeless": "flag",
    "has_disability": "flag",
}


def loosely(text: str) -> str:
    """The word without what the eye misses: kinds of dash and space, case, composed letters."""
    dashes = str.maketrans("‐‑‒–—−\u00a0", "------ ")
    return " ".join(normalize("NFC", text).translate(dashes).split()).casefold()


def wrong_word(field: str, text: str, allowed: frozenset[str]) -> Iterator[Finding]:
    if text in allowed:
        return
    near = next((word for word in sorted(allowed) if loosely(word) == loosely(text)), None)
    if near:
        yield Finding("V17", field, "word_almost", values=shown(found=text, expected=near))
    else:
        yield Finding("V17", field, "word_unknown", values=shown(found=text))


def words_are_those_of_the_dictionary(case: Case) -> Iterator[Finding]:
    """V17: byte for byte, the en dash included."""
    for field, dictionary in DICTIONARY_OF.items():
        if text := getattr(case.line, field):
            yield from wrong_word(field, text, case.layout.allowed(dictionary))


def supports_are_those_of_the_call(case: Case) -> Iterator[Finding]:
    """V17: kind and detail of each support as this call names them."""
    kinds = case.layout.kinds
    for support in case.line.supports:
        if support.kind:
            yield from wrong_word("support_kind", support.kind, frozenset(kinds))
        if support.detail and support.kind in kinds:
            yield from wrong_word("support_detail", support.detail, frozenset(kinds[support.kind]))


def supports_are_complete(case: Case) -> Iterator[Finding]:
    """V17: every support has its kind, its day and, where the call has details, its detail."""
    for support in case.line.supports:
        for name in ("kind", "start"):
            if not getattr(support, name):
                yield Finding("V17", f"support_{name}", f"support_without_{name}")
        if case.layout.kinds.get(support.kind) and not support.detail:
            yield Finding("V17", "support_detail", "support_without_detail", values=shown(kind=support.kind))


def refusal_stands_only_where_it_may(case: Case) -> Iterator[Finding]:
    """V18: a person may refuse the sensitive answers, no others."""
    refusal = case.layout.words["flag"]["refused"]
    for column in case.layout.names:
        if column not in case.layout.may_be_refused and getattr(case.line, column, None) == refusal:
            yield Finding("V18", column, "refused")


def institution_is_named(case: Case) -> Iterator[Finding]:
    """V19: an institution's worker stands with the name of the institution, nobody else does."""
    institutional = case.says("participant_kind", "participant_kind", "institutional")
    if institutional and not case.line.institution_name:
        yield Finding("V19", "institution_name", "no_institution")
    if not institutional and case.line.participant_kind and case.line.institution_name:
        yield Finding("V19", "institution_name", "institution_of_individual")


def nothing_required_is_missing(case: Case) -> Iterator[Finding]:
    """V00: who cannot be described in full is no participant (Guidelines on monitoring of progress)."""
    line = case.line
    for column in sorted(case.layout.required - {"support_kind", "support_start"}):
        if getattr(line, column) in ("", None) and not (column == "pesel" and not case.has_pesel):
            yield Finding("V00", column, "missing")
    if "support_kind" in case.layout.required and not line.supports:
        yield Finding("V00", "support_kind", "no_support")


WORDS: tuple[Check, ...] = (
    words_are_those_of_the_dictionary,
    supports_are_those_of_the_call,
    supports_are_complete,
    refusal_stands_only_where_it_may,
    institution_is_named,
    nothing_required_is_missing,
)
