"""`manage.py seed`: a caseload of any size, and right in every respect."""

import io
import re
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sendhub.accounts.models import Team, User
from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.core.verifying import gather, run
from sendhub.demo.retold.scope import CannotTell
from sendhub.demo.seeding import aside, loading
from sendhub.demo.seeding.loading import live_plans, seed
from sendhub.demo.seeding.shares import Batch
from sendhub.ehcps.models import NeedsAssessment
from sendhub.people.models import Child
from sendhub.schools.models import Setting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
NEVER = 10**6
SEEDED = {"cases__officer__email__startswith": "officer-"}
GUARDS = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
     ORDER BY 1, 2
"""


def make(more: int, *, at_once: int = 40, quick_from: int = NEVER) -> list[str]:
    """Seed so many live plans more; what was said."""
    said: list[str] = []
    wanted = live_plans() + more
    seed(plans=wanted, say=said.append, at_once=at_once, quick_from=quick_from)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert live_plans() == wanted
    return said


def guards() -> list[tuple[str, str]]:
    """Every constraint and index; PostgreSQL writes casts otherwise the second time."""
    with connection.cursor() as cursor:
        cursor.execute(GUARDS)
        return [
            (name, re.sub(r"::(character varying|text)(\[\])?|[()\s]", "", said))
            for name, said in cursor.fetchall()
        ]


def nothing_wrong() -> None:
    found = [run(check) for check in gather()]
    assert [(one.check.name, one.first) for one in found if one.number] == []


def stopping_after(monkeypatch: pytest.MonkeyPatch, batches: int) -> None:
    """Let a run be stopped in the middle of the batch after so many."""
    tell, left = loading.tell_again, [None] * batches

    def stops(**options: Any) -> list[int]:
        if not left:
            tell(**options)
            raise KeyboardInterrupt
        left.pop()
        return tell(**options)

    monkeypatch.setattr(loading, "tell_again", stops)


def test_there_are_as_many_live_plans_as_asked_for_and_nothing_is_wrong():
    requests = NeedsAssessment.objects.open().count()
    said = make(100)
    assert len([line for line in said if "minutes to go" in line]) == 3
    assert NeedsAssessment.objects.open().count() >= requests + 11
    nothing_wrong()


def test_each_team_has_its_officers_manager_schools_and_professionals():
    schools = Setting.objects.count()
    make(30)
    team = Team.objects.get(name="SEND team 1")
    assert team.members.count() == 13
    assert set(team.members.values_list("groups__name", flat=True)) == {
        "caseworker",
        "team_manager",
    }
    assert Setting.objects.count() == 2 * schools
    cases = Case.objects.filter(officer__email="officer-1@example.org")
    assert {case.team for case in cases} == {team}
    named = Setting.objects.filter(plans__case__in=cases)
    assert {school.urn >= "200000" for school in named} == {True}
    again = Setting.objects.count()
    make(30)
    assert Setting.objects.count() == again


def test_names_homes_and_pupil_numbers_vary():
    make(60)
    made = Child.objects.filter(**SEEDED)
    assert made.values("search_text").distinct().count() > 50
    upns = [child.upn for child in made if child.upn]
    assert len(set(upns)) == len(upns) > 10
    homes = made.filter(addresses__postcode__startswith="AL1 ").distinct()
    assert homes.count() == made.distinct().count()


def test_putting_indexes_aside_leaves_the_same_and_nothing_wrong():
    before = guards()
    said = make(100, quick_from=1)
    assert any(line.startswith("made again") for line in said)
    assert not aside.is_aside()
    assert guards() == before
    nothing_wrong()


def test_both_ways_write_the_same_history():
    counts = []
    for quick_from in (NEVER, 1):
        before = events()
        make(100, quick_from=quick_from)
        counts.append({key: n - before[key] for key, n in events().items()})
    slow, quick = counts
    for once in ("people_localityareaevent", "people_professionalevent"):
        assert slow.pop(once) > quick.pop(once) == 0  # the team was there already
    assert slow == quick
    assert slow["people_childevent"] == 112
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT pgh_label, pgh_context ->> 'url' FROM people_childevent"
            " WHERE pgh_obj_id > (SELECT max(id) - 20 FROM people_child)"
        )
        assert cursor.fetchall() == [("insert", "manage.py seed")]


def events() -> dict[str, int]:
    found = {}
    with connection.cursor() as cursor:
        for model, event in aside.tracked():
            if model._meta.app_label in ("people", "casework", "ehcps"):
                table = event._meta.db_table
                cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
                found[table] = cursor.fetchone()[0]
    return found


@pytest.mark.parametrize("quick_from", [NEVER, 1])
def test_a_run_that_was_stopped_loses_its_last_batch_and_goes_on(
    monkeypatch, quick_from
):
    before, there = guards(), live_plans()
    with monkeypatch.context() as patch:
        stopping_after(patch, 1)
        with pytest.raises(KeyboardInterrupt):
            make(100, quick_from=quick_from)
    assert live_plans() == there + 40
    assert aside.is_aside() == (quick_from == 1)
    make(60, quick_from=NEVER)
    assert live_plans() == there + 100
    assert guards() == before
    nothing_wrong()


def test_only_the_owner_goes_on_where_indexes_are_aside(monkeypatch):
    there = live_plans()
    monkeypatch.setattr(aside, "is_aside", lambda: True)
    monkeypatch.setattr(aside, "is_owner", lambda: False)
    with pytest.raises(CommandError, match="SENDHUB_AS_OWNER=1") as refused:
        command(there + 5)
    assert refused.value.returncode == 2
    assert live_plans() == there


def test_a_batch_is_refused_where_somebody_else_seeded_meanwhile(monkeypatch):
    there = live_plans()
    monkeypatch.setattr(
        loading, "batches", lambda *asked, **how: iter([Batch(there - 1, 5, 0)])
    )
    with pytest.raises(CommandError, match="Somebody else seeds") as refused:
        command(there + 5)
    assert refused.value.returncode == 2
    assert live_plans() == there


def test_nothing_is_put_aside_where_somebody_else_did_so_meanwhile(monkeypatch):
    there = live_plans()
    said = iter([False, True])  # not yet when asked, but when it is our turn
    monkeypatch.setattr(aside, "is_aside", lambda: next(said))
    with pytest.raises(CannotTell, match="Somebody else seeds"):
        seed(plans=there + 5, say=print, quick_from=1)
    assert live_plans() == there


def test_nothing_is_made_where_there_is_enough():
    children = Child.objects.count()
    assert seed(plans=10, say=print) == 0
    assert Child.objects.count() == children


def command(plans: int) -> str:
    out = io.StringIO()
    call_command("seed", plans=plans, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_made():
    said = command(live_plans() + 5)
    assert f"{live_plans():,} live plans, 5 of them made in" in said
    assert User.objects.filter(email="officer-1@example.org").exists()


@pytest.mark.parametrize("plans", [0, -1, 700_001])
def test_a_number_that_cannot_be_is_refused(plans):
    with pytest.raises(CommandError, match="Ask for 1 to 700,000"):
        command(plans)


def test_a_database_that_is_no_demonstration_is_refused(settings):
    Partnership.objects.update(demonstration=False)
    with pytest.raises(CommandError, match="holds the demonstration") as refused:
        command(1000)
    assert refused.value.returncode == 2
    Partnership.objects.update(demonstration=True)
    settings.DEMO = False
    with pytest.raises(CommandError, match="holds the demonstration"):
        command(1000)
