import pytest

from kladka.accounts import actions, errors
from kladka.accounts.models import SYSTEM_EMAIL, User
from kladka.accounts.second_factor import has_one
from kladka.accounts.tests.builders import MOMENT, PASSWORD, a_user, with_app
from kladka.audit.queries import ShownChange, trail_of

pytestmark = pytest.mark.django_db


def test_add_user_keeps_a_hash_and_says_who_added_it() -> None:
    clerk = a_user("Adam Administrator")
    user = actions.add_user(
        name=" Anna  Nowak ", email="Anna@Example.org", password=PASSWORD, by=clerk, at=MOMENT
    )

    assert (user.name, user.email, user.check_password(PASSWORD)) == ("Anna Nowak", "anna@example.org", True)
    assert PASSWORD not in user.password
    assert [(line.who, line.what) for line in trail_of(user)] == [("Adam Administrator", "user added")]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"name": " "}, errors.NameMissing),
        ({"name": "A" * 300}, errors.NameTooLong),
        ({"email": "anna"}, errors.EmailMalformed),
        ({"email": "taken@example.org"}, errors.EmailTaken),
        ({"email": "TAKEN@example.org"}, errors.EmailTaken),
        ({"password": "short"}, errors.PasswordWeak),
        ({"password": "anna@example.org"}, errors.PasswordWeak),
        ({"password": "1234567890123"}, errors.PasswordWeak),
    ],
)
def test_add_user_refuses_in_one_sentence(given: dict[str, str], refusal: type[Exception]) -> None:
    a_user(email="taken@example.org")
    wanted = {"name": "Anna Nowak", "email": "anna@example.org", "password": PASSWORD, **given}
    with pytest.raises(refusal, match=r"\.$"):
        actions.add_user(**wanted, by=None, at=MOMENT)

    assert User.objects.count() == 1


def test_the_first_user_is_added_by_herself() -> None:
    user = actions.add_user(name="Anna", email="anna@example.org", password=PASSWORD, by=None, at=MOMENT)

    assert [line.who for line in trail_of(user)] == ["Anna"]


def test_set_password_leaves_no_password_in_the_trail() -> None:
    user, clerk = a_user(), a_user("Adam")
    actions.set_password(user=user, password="other-quiet-words", by=clerk, at=MOMENT)

    user.refresh_from_db()
    assert user.check_password("other-quiet-words")
    assert [(line.what, line.changes) for line in trail_of(user)] == [("password set", ())]


def test_let_sign_in_shuts_out_once_and_never_oneself() -> None:
    user, clerk = a_user(), a_user("Adam")
    for _ in range(2):
        actions.let_sign_in(user=user, allowed=False, reason="left the centre", by=clerk, at=MOMENT)
    with pytest.raises(errors.ShutOutOneself):
        actions.let_sign_in(user=clerk, allowed=False, by=clerk, at=MOMENT)

    change = ShownChange("may sign in", "yes", "no")
    assert [(line.reason, line.changes) for line in trail_of(user)] == [("left the centre", (change,))]


def test_drop_second_factor_takes_all_of_it() -> None:
    user, clerk = a_user(), a_user("Adam")
    with_app(user)
    for _ in range(2):
        actions.drop_second_factor(user=user, reason="lost telephone", by=clerk, at=MOMENT)

    assert not has_one(user)
    assert [line.reason for line in trail_of(user)] == ["lost telephone"]


def test_system_user_is_one_and_cannot_sign_in() -> None:
    first, second = actions.system_user(), actions.system_user()

    assert first == second
    assert (first.email, first.is_active, first.has_usable_password()) == (SYSTEM_EMAIL, False, False)
