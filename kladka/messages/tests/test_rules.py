import re

import pytest

from kladka.messages.choices import Occasion
from kladka.messages.rules import NEEDED, OFFERED, Fault, Wording, faults, filled, without_secrets, words_of
from kladka.messages.shipped import shipped
from kladka.people.choices import Language

EVERY = [(occasion, language) for occasion in Occasion for language in Language]
# Words that tell a stranger at the screen what it is about: the programme, the specialist, the problem.
TELLING = re.compile(
    r"program|projek|project|проєкт|програм|psycho|психо|terap|therap|терап|asysten|assist|асистент|doradc|adviser|"
    r"консульт|pedago|педаго|prawni|lawyer|юрист|socjal|social|соціал|bezdom|homeless|бездом|ubó|pover|poor|бідн|"
    r"niepełnospr|disab|інвалід|uzależn|addict|залежн|przemoc|violen|насил|zasił|benefit|dług|debt|борг|wsparc|"
    r"support|підтрим|pomoc|help|допомог|kryzys|crisis|криз|wyklucz|exclu|włącz|inclu|eu\b|unij",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("occasion", "language"), EVERY)
def test_no_subject_says_what_it_is_about(occasion: str, language: str) -> None:
    wording = shipped(occasion, language)

    assert (TELLING.findall(wording.subject), list(faults(wording, occasion=occasion))) == ([], [])
    assert 5 < len(wording.subject) <= 60


@pytest.mark.parametrize("occasion", Occasion.values)
def test_the_three_languages_say_the_same(occasion: str) -> None:
    words = {
        language: re.findall(r"\{[a-z_]+\}", shipped(occasion, language).body) for language in Language.values
    }

    assert words["en"] == words["uk"] == words["pl"]


def test_every_occasion_has_its_words() -> None:
    assert set(Occasion.values) == set(NEEDED) == set(OFFERED)


def test_a_line_whose_word_has_no_value_is_left_out() -> None:
    values = {**dict.fromkeys(words_of("received"), ""), "number": "Z-0001", "office": "MOPS"}

    said = filled("Number {number}\nFor: {ward}.\n\nBy {answer_by}\n\n{office}\n{contact}", values)

    assert said == "Number Z-0001\n\nMOPS"


def test_a_value_is_never_filled_in_itself() -> None:
    values = {**dict.fromkeys(words_of("not_qualified"), "x"), "reason": "see {number}"}

    assert filled("{reason}", values) == "see {number}"


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        (Wording("", "{number}"), [Fault("no_subject")]),
        (Wording("About {number}", "{number}"), [Fault("subject_with_words")]),
        (Wording("Hello", "{number} {pesel}"), [Fault("unknown_word", "{pesel}")]),
        (Wording("Hello", "{number} {office"), [Fault("unknown_word", "{office")]),
        (Wording("Hello", "nothing"), [Fault("word_missing", "{number}")]),
    ],
)
def test_a_wording_that_cannot_be_filled_in_is_refused(wording: Wording, found: list[Fault]) -> None:
    assert list(faults(wording, occasion="received")) == found


def test_what_opens_a_door_is_hidden() -> None:
    assert without_secrets("at https://a/b with 12 34", ["https://a/b", "12 34"]) == "at •••• with ••••"
