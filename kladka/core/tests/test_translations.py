"""The catalogues' keeper: what it finds in code, and what it complains of."""

from pathlib import Path

import pytest
from babel.messages.catalog import Message

from kladka.core import translations


def found_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    monkeypatch.setattr(translations, "PACKAGE", path.parent)
    return [one.ids for one in translations.messages_in(path)]


def test_messages_of_python_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "views.py"
    path.write_text('a = _("Save")\nb = ngettext("%(n)s person", "%(n)s people", n)\n', "utf-8")

    assert found_in(path, monkeypatch) == ["Save", ("%(n)s person", "%(n)s people")]


def test_messages_of_templates_are_found_wherever_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<main>\n    <p>don't {% translate 'Save' %}</p>\n  "
        "{% blocktranslate count n=n trimmed %}\n one\n {% plural %}\n {{ n }} many\n"
        " {% endblocktranslate %}</main>",
        "utf-8",
    )

    assert found_in(path, monkeypatch) == ["Save", ("one", "%(n)s many")]


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        (Message("Save", "Zapisz"), None),
        (Message("Save", ""), "has no translation"),
        (Message("Save", "Zapisz", flags={"fuzzy"}), "is marked fuzzy"),
        (Message(("a", "b"), ("a", "b")), "has a wrong number of plural forms"),
        (Message("Until %(day)s", "Do dnia"), "loses a placeholder"),
        (Message("Until %(day)s", "Do %(dzien)s"), "names a placeholder that the message does not have"),
    ],
)
def test_a_fault_is_named(message: Message, wrong: str | None) -> None:
    assert translations.fault(message, "pl") == wrong


def test_a_message_used_nowhere_and_one_not_kept_are_faults() -> None:
    assert translations.standing(True, None, "pl") == "is not in the catalogue; run extract"
    assert translations.standing(False, Message("Save", "Zapisz"), "pl") == "is used nowhere; run extract"
