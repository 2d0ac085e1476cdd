"""What reads is prepared by a connection that asks it often; what writes is not."""

from typing import Any

import pytest
from django.db import connection

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
