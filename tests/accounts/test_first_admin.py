"""Making the first administrator of a new site."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from sendhub.accounts.models import User
from sendhub.audit.models import Act
from tests import build
from tests.accounts import doors

pytestmark = pytest.mark.django_db


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command with a password on standard input."""

    def run(
        email: str = "Ada@Example.org", password: str = doors.PASSWORD, *more: str
    ) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        said = io.StringIO()
        call_command("first_admin", email, "Ada Brook", *more, stdout=said)
        return said.getvalue()

    return run


def test_makes_an_administrator_who_can_sign_in(make: Any, client: Client) -> None:
    said = make()

    user = User.objects.get(email="ada@example.org")
    assert user.role_keys == ["administrator"]
    assert said == "Ada Brook is an administrator and may sign in.\n"
    assert Act.objects.get().sentence == "Ada Brook made an administrator"
    doors.sign_in(client, user)
    assert doors.is_signed_in(client)


def test_refuses_a_second_one(make: Any) -> None:
    make()

    with pytest.raises(CommandError, match="There is an administrator already: Ada"):
        make("ben@example.org")


def test_makes_a_second_one_when_told_to(make: Any) -> None:
    make()
    make("ben@example.org", doors.PASSWORD, "--another")

    assert User.objects.with_any_role("administrator").count() == 2


def test_refuses_an_address_in_use(make: Any) -> None:
    build.user(email="ada@example.org")

    with pytest.raises(CommandError, match=r"signs in as Ada@Example\.org already"):
        make()


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("ada", doors.PASSWORD, "Enter a valid email address."),
        ("ada@example.org", "short", "at least 12 characters"),
        ("ada@example.org", "", "at least 12 characters"),
        ("ada@example.org", "ada@example.org", "too similar to the email"),
    ],
)
def test_refuses_nonsense(email: str, password: str, sentence: str, make: Any) -> None:
    with pytest.raises(CommandError, match=sentence):
        make(email, password)
    assert not User.objects.exists()


def test_asks_twice_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([doors.PASSWORD, "something else"])
    module = "sendhub.accounts.management.commands.first_admin"
    monkeypatch.setattr(f"{module}.getpass", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    with pytest.raises(CommandError, match="not the same"):
        call_command("first_admin", "ada@example.org", "Ada")


def test_a_superuser_is_refused_in_words() -> None:
    with pytest.raises(CommandError, match="first_admin"):
        call_command("createsuperuser")
