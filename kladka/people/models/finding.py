"""How people are found, the same in the table of persons and in that of their involvements."""

from django.db.models import Q

from kladka.core.sorting import without_marks


def said(words: str) -> Q:
    """Every one of these words stands somewhere in the name, the PESEL or a number."""
    condition = Q()
    for word in without_marks(words.replace("\0", "")).split():
        condition &= Q(search_text__contains=word)
    return condition
