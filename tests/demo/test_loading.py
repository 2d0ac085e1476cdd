"""Loading the demonstration: only where it may, all of it, and always the same."""

import hashlib
import io
import os
import signal
import time
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from sendhub.accounts.models import Team, User
from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline, Document, Note
from sendhub.demo import load, numbers, turns
from sendhub.demo.beside import beside
from sendhub.demo.guard import is_demonstration
from sendhub.demo.load import demonstration_load
from sendhub.demo.retold import filling
from sendhub.demo.retold.county import cells
from sendhub.demo.staff import PASSWORD
from sendhub.demo.stories import plots
from sendhub.ehcps.models import NeedsAssessment, Plan, PlanSection
from sendhub.people import identifiers
from sendhub.people.models import Address, Child, Contact
from tests import build

pytestmark = pytest.mark.django_db
HALF = 65  # a request at every stage; the second half has more live plans
EVERY_SO_MANY = 20  # stories that are copied, and by how many days
FACTS: list[tuple[Any, tuple[str, ...]]] = [
    (User, ("email", "name", "team__name", "joined_on")),
    (Child, ("given_names", "family_name", "born_on", "upn", "uln", "nhs_number")),
    (Child, ("nhs_number", "primary_need", "secondary_need", "died_on", "team__name")),
    (Address, ("lines", "town", "postcode", "starts_on", "ends_on")),
    (Contact, ("child__nhs_number", "adult__name", "adult__phone", "relationship")),
    (Case, ("child__nhs_number", "officer__email", "team__name", "opened_on")),
    (NeedsAssessment, ("case__child__nhs_number", "stage", "received_on", "reasons")),
    (Deadline, ("child__nhs_number", "rule", "due_on", "met_on", "ended", "target_on")),
    (Plan, ("case__child__nhs_number", "standing", "issued_on", "setting__urn")),
    (PlanSection, ("letter", "text", "plan_version__sent_on")),
    (Note, ("case__child__nhs_number", "kind", "happened_on", "text")),
    (Document, ("case__child__nhs_number", "title", "size", "sha256")),
    (Act, ("act", "happened_on", "by_name")),
]


@pytest.fixture(autouse=True)
def _demonstration_site(settings):
    settings.DEMO = True


@pytest.fixture(autouse=True)
def _lived_alone(monkeypatch):
    """Copies are not made here: `tests/demo/loaded/test_county.py` has them."""
    monkeypatch.setattr(load, "county_tell_again", lambda *told: [])


def demo(**options: Any) -> str:
    out = io.StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def digest() -> dict[str, str]:
    """A fingerprint of each kind of record, whatever its keys are."""
    found = {}
    for model, columns in FACTS:
        rows = sorted(map(repr, model.objects.values_list(*columns)))
        text = "\n".join(rows).encode()
        found[f"{model.__name__} {columns[0]}"] = hashlib.sha256(text).hexdigest()
    return found


def test_is_the_same_whenever_it_is_loaded_on_one_day(monkeypatch):
    """Stories, copies of them and hubs; a few copies stand for all."""
    monkeypatch.setattr(load, "plots", lambda world: islice(plots(world), HALF))
    monkeypatch.setattr(load, "county_tell_again", filling.county_tell_again)
    monkeypatch.setattr(
        filling, "county_copies", lambda *told: cells(*told)[::EVERY_SO_MANY]
    )
    made = []
    for _ in range(2):
        with transaction.atomic():
            demonstration_load(password=PASSWORD)
            made.append(digest())
            transaction.set_rollback(True)
    assert made[0] == made[1]


def refusal(**options: Any) -> str:
    with pytest.raises(CommandError) as refused:
        demo(**options)
    assert refused.value.returncode == 2
    return str(refused.value)


def test_refuses_a_site_that_is_no_demonstration(settings):
    settings.DEMO = False
    assert "SENDHUB_DEMO=1" in refusal(if_empty=True)


@pytest.mark.parametrize("somebody", [build.user, build.child], ids=["user", "child"])
@pytest.mark.parametrize("if_empty", [True, False])
def test_refuses_a_database_that_holds_somebody(somebody, if_empty):
    somebody()
    assert "left as it is" in refusal(if_empty=if_empty)
    assert not Team.objects.exists()


def test_refuses_a_short_password():
    assert "at least 12 characters" in refusal(password="short")


def test_lists_no_sign_ins_before_it_is_loaded():
    assert "not loaded" in refusal(sign_ins=True)


def test_leaves_no_half_part_behind_when_it_fails_and_goes_on(monkeypatch, settings):
    def fail(*args: Any, **kwargs: Any) -> None:
        assert Document.objects.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "plots", lambda world: islice(plots(world), 30))
    with monkeypatch.context() as failing:
        failing.setattr(turns, "_hand_over", fail)
        failing.setattr(turns, "HANDED_OVER", (20,))
        with pytest.raises(KeyboardInterrupt):
            demonstration_load(password=PASSWORD)
    assert not Child.objects.exists()
    assert not Act.objects.exists()
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    assert [one for one in folder.rglob("*") if one.is_file()] == []
    assert is_demonstration()
    assert not load.is_whole()
    staff = set(User.objects.values_list("pk", flat=True))
    demonstration_load(password=PASSWORD)
    assert load.is_whole()
    assert set(User.objects.values_list("pk", flat=True)) == staff
    children = Child.objects.count()
    demonstration_load(password=PASSWORD)
    assert Child.objects.count() == children


def test_goes_on_with_what_is_missing(monkeypatch):
    load.county_load(password=PASSWORD)
    monkeypatch.setattr(load, "beside", lambda module, name: nullcontext())
    monkeypatch.setattr(load, "children_load", lambda: None)
    told = demo(if_empty=True)
    assert "Loaded" in told


def test_a_process_beside_does_its_work_and_says_when_it_could_not():
    with beside("time", "time"):
        pass
    with pytest.raises(CommandError, match="abort failed"), beside("os", "abort"):
        pass
    with pytest.raises(KeyError), beside("signal", "pause"):
        raise KeyError  # and the other one ends, too


def lingers() -> None:
    """Keep a file as long as the process is left alone."""
    there = Path(os.environ["LINGERS"])
    there.touch()
    try:
        signal.pause()
    finally:
        there.unlink()


def test_a_process_beside_that_is_stopped_undoes_what_it_began(tmp_path, monkeypatch):
    there = tmp_path / "there"
    monkeypatch.setenv("LINGERS", str(there))

    def fails_then() -> None:
        until = time.monotonic() + 60
        while not there.exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert there.exists()
        raise KeyError

    with pytest.raises(KeyError), beside(__name__, lingers.__name__):
        fails_then()
    assert not there.exists()


@pytest.mark.parametrize("number", range(1, 200, 13))
def test_invents_numbers_whose_check_characters_are_right(number):
    upn = numbers.upn(number, year=2020)
    assert identifiers.upn(upn) == upn
    assert upn[1:8] == "9999999"
    assert identifiers.nhs_number(numbers.nhs_number(number)).startswith("999")
    assert identifiers.uln(numbers.uln(number))
