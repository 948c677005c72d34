import io

import pytest
from django.core.management import call_command

from kladka.accounts.errors import EmailTaken, PasswordWeak
from kladka.accounts.models import User
from kladka.municipalities.errors import NoSuchMunicipality
from kladka.programmes.models import TeamMember

PASSWORD = "three-quiet-words"  # noqa: S105 - of nobody real
pytestmark = pytest.mark.django_db


def add(monkeypatch: pytest.MonkeyPatch, *, password: str = PASSWORD, where: str = "test") -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    said = io.StringIO()
    call_command(
        "user", "add", "Anna Nowak", "--email", "anna@example.org", "--municipality", where, stdout=said
    )
    return said.getvalue()


def test_user_add_makes_an_administrator_whose_password_is_read_and_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert add(monkeypatch) == "Anna Nowak (anna@example.org): administrator\n"
    anna = User.objects.get()
    assert anna.check_password("three-quiet-words")
    kept: object = TeamMember.objects.values_list("user", "role", "edition").get()
    assert kept == (anna.pk, "administrator", None)


def test_user_add_refuses_in_a_sentence_and_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PasswordWeak):
        add(monkeypatch, password="short")
    with pytest.raises(NoSuchMunicipality):
        add(monkeypatch, where="nowhere")
    assert User.objects.count() == 0

    add(monkeypatch)
    with pytest.raises(EmailTaken):
        add(monkeypatch)
