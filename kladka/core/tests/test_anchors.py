import pytest

from kladka.core.anchors import anchor
from kladka.core.tests.test_sorting import POLISH, UKRAINIAN


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Zaległe zajęcia: Łąka", "zalegle-zajecia-laka"),
        ("Ґанна Їжакевич", "ganna-izhakevych"),
        ("Подзвоніть: п’ятниця 12.00", "podzvonit-piatnytsia-12-00"),
        ("Straße – Ærø", "strasse-aero"),
        ("2024/1", "2024-1"),
        ("…", ""),
    ],
)
def test_words_are_spelled_with_latin_letters(words: str, expected: str) -> None:
    assert anchor(words) == expected


def test_no_letter_is_lost_but_the_soft_sign() -> None:
    assert [letter for letter in POLISH + UKRAINIAN if not anchor(letter)] == ["ь"]
