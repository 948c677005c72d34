"""Plain rules: who may be written down as whom (`identity.py`), and who may be the same person (`likeness.py`)."""

from kladka.people.rules.identity import (
    LONGEST_NAME,
    Details,
    age_on,
    born_by,
    check_pesel_agrees,
    checked,
    clean_email,
    clean_identifier,
    clean_name,
    clean_pesel,
    clean_phone,
    search_text,
    sex_by,
)

__all__ = [
    "LONGEST_NAME",
    "Details",
    "age_on",
    "born_by",
    "check_pesel_agrees",
    "checked",
    "clean_email",
    "clean_identifier",
    "clean_name",
    "clean_pesel",
    "clean_phone",
    "search_text",
    "sex_by",
]
