"""What reads is prepared by a connection that asks it often; what writes is not."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import NotSupportedError, connection, transaction

from sendhub import prepared
from sendhub.accounts.models import Team
from sendhub.audit.models import Act

pytestmark = pytest.mark.django_db

KEPT = "SELECT statement FROM pg_prepared_statements"


def kept() -> list[str]:
    """What this connection has prepared."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT)
        return [statement for (statement,) in cursor.fetchall()]


def test_prepares_what_reads_and_is_asked_often() -> None:
    for number in range(prepared.AFTER + 2):
        assert not Team.objects.filter(name=f"No such team {number}").exists()

    assert any("accounts_team" in statement for statement in kept())


def test_prepares_nothing_that_writes() -> None:
    for number in range(prepared.AFTER + 2):
        team = Team.objects.create(name=f"Team {number}")
        Team.objects.filter(pk=team.pk).update(name=f"Team of {number}")

    assert not [s for s in kept() if not s.startswith(prepared.READS)]


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("SELECT 1", True),
        ("(SELECT 1) UNION (SELECT 2)", True),
        ("SELECT set_config('a.b', %s, true); SELECT 1", False),
        ("INSERT INTO accounts_team (name) VALUES (%s)", False),
        ("UPDATE accounts_team SET name = %s", False),
        (b"SELECT 1", False),
    ],
)
def test_tells_what_reads(query: Any, reads: bool) -> None:
    assert prepared.reads(query) is reads


def test_two_statements_go_with_their_values_inside() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('sendhub.a', %s, true); SELECT %s", ["x", 7])
        assert cursor.nextset()
        assert cursor.fetchone() == (7,)


def test_keeps_more_than_a_library_would() -> None:
    assert not Act.objects.filter(pk=0).exists()
    assert connection.connection.prepared_max == prepared.AT_MOST


LOST = (b"ALTER TABLE orchards ALTER name TYPE varchar(9)", b"DEALLOCATE ALL")
ASKED = "SELECT name FROM orchards WHERE name = %s"


@pytest.fixture
def orchards(transactional_db: None) -> Iterator[None]:
    """A table of this connection alone, of which it has prepared a query."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE orchards (name varchar(8))")
        cursor.execute("INSERT INTO orchards VALUES ('Bramley')")
        for _ in range(prepared.AFTER + 1):
            cursor.execute(ASKED, ["Bramley"])
        assert any("orchards" in statement for statement in kept())
        yield
        cursor.execute("DROP TABLE orchards")


def happens(lost: bytes) -> None:
    """Let happen what psycopg does not see: as if from another connection."""
    connection.connection.pgconn.exec_(lost)


@pytest.mark.parametrize("lost", LOST)
def test_asks_anew_when_what_was_prepared_is_of_no_more_use(
    orchards: None, lost: bytes
) -> None:
    happens(lost)

    with connection.cursor() as cursor:
        cursor.execute(ASKED, ["Bramley"])
        assert cursor.fetchall() == [("Bramley",)]
    assert not any("orchards" in statement for statement in kept())


@transaction.atomic
def asked_while_a_column_grows() -> None:
    """Ask in a transaction that began before."""
    happens(LOST[0])
    with connection.cursor() as cursor:
        cursor.execute(ASKED, ["Bramley"])


def test_asks_anew_after_the_transaction_that_it_broke(orchards: None) -> None:
    with pytest.raises(NotSupportedError):
        asked_while_a_column_grows()

    with connection.cursor() as cursor:
        cursor.execute(ASKED, ["Bramley"])
        assert cursor.fetchall() == [("Bramley",)]


def test_says_what_is_wrong_with_a_query_in_any_case(transactional_db: None) -> None:
    with connection.cursor() as cursor, pytest.raises(NotSupportedError):
        cursor.execute("SELECT DISTINCT name FROM accounts_team FOR UPDATE")
