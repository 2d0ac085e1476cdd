"""History is only ever added to: by triggers for everybody, by rights for the site."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import Team, User
from sendhub.audit.grants import history_tables
from sendhub.audit.models import Act, Look, SignIn
from sendhub.audit.record import note_sign_in, record
from tests import build
from tests.accounts import doors
from tests.audit.roles import as_site

pytestmark = pytest.mark.django_db


def some_history() -> None:
    """One line in each of the tables whose lines are tried below."""
    user = build.user("caseworker")
    team = build.team()
    team.name = "Renamed"
    team.save()
    record("people.child_record", by=user, about=user)
    note_sign_in(None, SignIn.Kind.REFUSED, email="a@example.org")
    Look.objects.create(
        kind="child", at=Act.objects.get().at, by_id=user.pk, by_name="x", path="/"
    )


def refused(sql: str) -> str:
    """Run a statement that must fail; give the database's words."""
    with (
        pytest.raises(DatabaseError) as error,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    return str(error.value)


DELETE = "DELETE FROM {}"
TABLES = ["audit_act", "audit_look", "audit_signin", "accounts_teamevent"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "sql", ["UPDATE {} SET {key} = {key}", DELETE], ids=["update", "delete"]
)
def test_the_owner_cannot_change_a_line(sql: str, table: str) -> None:
    some_history()
    key = "pgh_id" if table.endswith("event") else "id"

    assert "Cannot update or delete" in refused(sql.format(table, key=key))


@pytest.mark.parametrize("table", TABLES)
def test_the_owner_cannot_empty_a_table(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL sendhub.allow_truncate = 'off'")

    assert "history is kept" in refused(f"TRUNCATE {table} CASCADE")


def test_every_table_of_history_has_both_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, count(*) FROM pg_trigger t"
            " JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname LIKE 'pgtrigger_append_only%'"
            "    OR t.tgname LIKE 'pgtrigger_no_truncate%' GROUP BY 1"
        )
        found = dict(cursor.fetchall())

    assert {table: found.get(table) for table in history_tables()} == dict.fromkeys(
        history_tables(), 2
    )


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "sql",
    ["UPDATE {} SET {key} = {key}", "DELETE FROM {}", "TRUNCATE {}"],
    ids=["update", "delete", "truncate"],
)
def test_the_site_has_no_right_to_change_it(sql: str, table: str) -> None:
    key = "pgh_id" if table.endswith("event") else "id"

    with as_site():
        words = refused(sql.format(table, key=key))

    assert f"permission denied for table {table}" in words


def test_the_site_has_no_right_to_change_any_table_of_history() -> None:
    with as_site(), connection.cursor() as cursor:
        for table in history_tables():
            for right in ("UPDATE", "DELETE", "TRUNCATE", "TRIGGER"):
                cursor.execute(
                    "SELECT has_table_privilege(current_user, %s, %s)", [table, right]
                )
                assert cursor.fetchone() == (False,), (table, right)


def test_the_site_can_make_no_table_and_drop_no_trigger() -> None:
    with as_site():
        assert "permission denied" in refused("CREATE TABLE x (y int)")
        assert "must be owner" in refused("ALTER TABLE audit_act DISABLE TRIGGER ALL")
        assert "permission denied" in refused("SET session_replication_role = replica")


def test_the_site_still_writes_history() -> None:
    with as_site():
        user = build.user("caseworker")
        build.child(by=user)

        assert Act.objects.filter(by_id=user.pk, act="people.child_record").exists()
        events = apps.get_model("accounts.UserEvent").objects
        assert events.filter(pgh_obj_id=user.pk, pgh_label="insert").exists()


def test_a_change_in_a_request_keeps_who_and_where(signed_in: Any) -> None:
    client = signed_in("administrator")
    team = Team.objects.create(name="Before")
    url = reverse("admin:accounts_team_change", args=[team.pk])

    client.post(url, {"name": "After"}, REMOTE_ADDR="10.1.2.3")

    change = team.events.get(pgh_label="update")  # type: ignore[attr-defined]
    assert change.name == "After"
    assert change.pgh_context == {
        "user": client.user.pk,
        "url": url,
        "from": "10.1.2.3",
    }


def test_raw_sql_and_bulk_updates_are_kept_too() -> None:
    team = build.team()
    Team.objects.filter(pk=team.pk).update(name="By a bulk update")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_team SET name = 'By SQL'")

    names = [e.name for e in team.events.order_by("pgh_id")]  # type: ignore[attr-defined]
    assert names[1:] == ["By a bulk update", "By SQL"]


def test_the_history_of_users_holds_no_password(client: Client) -> None:
    user = doors.person()
    doors.sign_in(client, user)

    fields = {f.name for f in apps.get_model("accounts.UserEvent")._meta.fields}
    assert not fields & {"password", "last_login"}
    assert User.objects.get(pk=user.pk).password not in str(SignIn.objects.values())


def test_history_outlives_what_it_is_about() -> None:
    assert all(
        not field.is_relation
        for model in (Act, Look, SignIn)
        for field in model._meta.get_fields()
    )


@pytest.mark.parametrize("table", TABLES)
def test_no_session_variable_switches_the_triggers_off(table: str) -> None:
    some_history()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', array_agg(tgname)::text, true)"
            " FROM pg_trigger WHERE tgrelid = %s::regclass",
            [table],
        )
    assert "Cannot update or delete" in refused(DELETE.format(table))
