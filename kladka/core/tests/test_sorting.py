import pytest

from kladka.core.sorting import sort_key, without_marks

POLISH = list("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")
UKRAINIAN = list("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")


def by_bytes(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word).encode())


@pytest.mark.parametrize("alphabet", [POLISH, UKRAINIAN, POLISH + UKRAINIAN])
def test_letters_keep_the_order_of_their_alphabet(alphabet: list[str]) -> None:
    assert by_bytes(alphabet[::-1]) == alphabet


def test_names_stand_as_in_a_dictionary() -> None:
    names = ["Agrest", "Ćwikła", "Cytryna", "Łubin", "Lutnia", "Żuraw", "Źródło", "Zziaja", "Волошка"]

    assert by_bytes(names) == [
        "Agrest", "Cytryna", "Ćwikła", "Lutnia", "Łubin", "Zziaja", "Źródło", "Żuraw", "Волошка",
    ]  # fmt: skip


def test_the_surname_decides_before_the_first_name() -> None:
    people = [("Nowakowa", "Anna"), ("Nowak", "Zofia"), ("Nowak", "Łucja"), ("Nowak", "Lucja")]

    assert sorted(people, key=lambda one: sort_key(*one).encode()) == [
        ("Nowak", "Lucja"), ("Nowak", "Łucja"), ("Nowak", "Zofia"), ("Nowakowa", "Anna"),
    ]  # fmt: skip


def test_capitals_hyphens_apostrophes_and_foreign_marks_do_not_part_names() -> None:
    assert sort_key("O’Brien-MÜLLER") == sort_key("obrien Muller") == "obrien muller"


def test_a_letter_written_in_two_parts_is_the_same_letter() -> None:
    assert sort_key("Z\u0307uk") == sort_key("Żuk")


@pytest.mark.parametrize(
    ("written", "found"),
    [("Łąkowa", "lakowa"), ("ŻÓŁĆ", "zolc"), ("Müller", "muller"), ("Їжак", "іжак"), ("Straße", "strasse")],
)
def test_marks_do_not_hide_a_name(written: str, found: str) -> None:
    assert without_marks(written) == found
