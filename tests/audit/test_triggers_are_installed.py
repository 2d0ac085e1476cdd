"""After each `migrate` the triggers of the database are those of the models."""

import pytest
from django.core.management import call_command
from django.db import connection

from sendhub.audit.verify import triggers_that_can_be_ignored
from sendhub.core.verify import wrong_triggers

pytestmark = pytest.mark.django_db

IGNORABLE = """CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name NAME)
    RETURNS BOOLEAN AS $$BEGIN RETURN true; END;$$ LANGUAGE plpgsql"""


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def triggers_of(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger"
            " WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}


def test_a_trigger_that_was_lost_is_back() -> None:
    there = triggers_of("ehcps_planversion")
    for name in there:
        run(f"DROP TRIGGER {name} ON ehcps_planversion")
    assert list(wrong_triggers())

    call_command("migrate", verbosity=0)

    assert triggers_of("ehcps_planversion") == there
    assert not list(wrong_triggers())


def test_a_trigger_that_no_model_has_is_gone() -> None:
    before = triggers_of("people_child")
    run(
        "CREATE TRIGGER pgtrigger_old_1a2b3 AFTER INSERT ON people_child"
        " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    )
    assert triggers_of("people_child") == before | {"pgtrigger_old_1a2b3"}

    call_command("migrate", verbosity=0)

    assert triggers_of("people_child") == before


def test_no_session_can_switch_them_off_after_it() -> None:
    run(IGNORABLE)
    assert list(triggers_that_can_be_ignored())

    call_command("migrate", verbosity=0)

    assert not list(triggers_that_can_be_ignored())
