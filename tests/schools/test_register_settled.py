"""Registers that two settle at once, that nobody confirms, or that were lost."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from sendhub.audit.models import Act
from sendhub.background.actions import job_run
from sendhub.core import clock
from sendhub.schools import actions
from sendhub.schools.actions.foreseen import Foreseen
from sendhub.schools.models import FOLDER, Load, SettingLink
from sendhub.schools.rules import Stage
from sendhub.schools.tasks import registers_clear
from tests import build
from tests.pages import opened, press, seen
from tests.races import at_once
from tests.schools.gias import LINK_HEADINGS, link, school, text
from tests.schools.test_register_pages import compared, content, page, put, stored

pytestmark = pytest.mark.django_db
OLD = timedelta(days=8)


@pytest.fixture
def client(signed_in: Any) -> Client:
    return signed_in("administrator")


def later(client: Client, signed_in: Any, load: Load, first: str, then: str) -> str:
    """Two open a register's pages; the second presses when the first has."""
    other = signed_in("administrator")
    url = page(load, then)
    hidden = opened(other, url)
    if then == "confirm":
        assert "This will" in seen(other.get(url))
    press(client, page(load, first))
    load.refresh_from_db()
    if load.stage == Stage.LOADING:
        job_run(job_id=load.job_id)
    return seen(press(other, url, hidden=hidden))


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        ("confirm", "confirm", "has confirmed this register already. It is loaded."),
        ("confirm", "drop", "has confirmed this register already. It is loaded."),
        ("drop", "confirm", "has taken this register away already. It is not"),
        ("drop", "drop", "has taken this register away already. It is not loaded."),
    ],
)
def test_the_second_of_two_is_told_who_was_first(
    client: Any, signed_in: Any, first: str, then: str, words: str
) -> None:
    load = compared(client, content(school()))
    told = later(client, signed_in, load, first, then)
    assert f"{client.user} {words}" in told
    assert "This will" not in told
    done = "confirmed it" if first == "confirm" else "took it away"
    assert f"{client.user} {done} on " in seen(client.get(page(load)))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_at_one_moment_one_is_told(signed_in: Any) -> None:
    clients = [signed_in("administrator"), signed_in("administrator")]
    load = compared(clients[0], content(school()))
    url = page(load, "confirm")
    hidden = [opened(one, url) for one in clients]
    answers = at_once(
        *(
            lambda c=one, h=facts: press(c, url, hidden=h)
            for one, facts in zip(clients, hidden, strict=True)
        )
    )
    (told,) = (answer for answer in answers if answer.status_code == 200)
    assert "has confirmed this register, and it is being loaded." in seen(told)
    assert Act.objects.filter(act="schools.register_confirm").count() == 1


def test_who_confirms_it_is_who_loaded_it(client: Any, signed_in: Any) -> None:
    load = compared(client, content(school()))
    other = signed_in("administrator")
    press(other, page(load, "confirm"))
    load.refresh_from_db()
    assert job_run(job_id=load.job_id)
    acts = Act.objects.filter(act__startswith="schools.register").order_by("pk")
    by = client.user.pk, other.user.pk, other.user.pk
    assert tuple(acts.values_list("by_id", flat=True)) == by


def test_one_that_is_still_being_compared_is_not_confirmed(client: Any) -> None:
    load = compared(client, content(school()))
    Load.objects.filter(pk=load.pk).update(stage=Stage.READING)
    told = seen(press(client, page(load, "confirm")))
    assert "It is still being compared. See first what it would change." in told
    load.refresh_from_db()
    assert load.stage == Stage.READING


def test_one_that_cannot_be_used_says_why_to_who_confirms_it(client: Any) -> None:
    load = compared(client, content(school()))
    url = page(load, "confirm")
    hidden = opened(client, url)
    actions.register_refuse(load=load, fault="The file is empty.")
    told = seen(press(client, url, hidden=hidden))
    assert "This register is not loaded. The file is empty." in told


def test_one_that_cannot_be_used_after_all_was_not_taken_away(client: Any) -> None:
    load = compared(client, content(school()))
    press(client, page(load, "confirm"))
    actions.register_refuse(load=load, fault="The file is empty.")
    told = seen(client.get(page(load)))
    assert f"{client.user} confirmed it on " in told
    assert "Not loaded. The file is empty." in told
    assert "took it away" not in told


def aged(load: Load) -> None:
    Load.objects.filter(pk=load.pk).update(asked_at=clock.now() - OLD)


def test_what_nobody_confirms_is_let_go_with_its_file(
    client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    load = compared(client, content(school()))
    assert "Load it within seven days" in seen(client.get(page(load)))
    assert registers_clear(timestamp=0) == 0
    aged(load)
    with django_capture_on_commit_callbacks(execute=True):
        assert registers_clear(timestamp=0) == 1
    load.refresh_from_db()
    assert (load.stage, load.file.name) == (Stage.DROPPED, "")
    assert not stored()
    told = seen(client.get(page(load)))
    assert "Not loaded. Nobody confirmed it within seven days" in told
    act = Act.objects.get(act="schools.register_forget")
    assert (act.by_name, act.by_id) == ("The nightly clean-up", 0)
    assert "not confirmed within seven days" in act.sentence
    assert put(client, content(school())).status_code == 302


def test_what_is_being_compared_or_loaded_is_not_let_go(client: Any) -> None:
    put(client, content(school()))
    load = Load.objects.get()
    aged(load)
    assert actions.registers_forget(before=clock.now() - timedelta(days=7)) == 0
    job_run(job_id=load.job_id)
    press(client, page(load, "confirm"))
    assert actions.registers_forget(before=clock.now() - timedelta(days=7)) == 0
    load.refresh_from_db()
    assert load.stage == Stage.LOADING


def test_a_file_that_belongs_to_no_register_is_deleted(client: Any) -> None:
    load = compared(client, content(school()))
    lost = default_storage.save(f"{FOLDER}/ab/lost", ContentFile(b"x"))
    now = timezone.now()
    assert actions.register_files_sweep(before=now - timedelta(days=1)) == 0
    assert default_storage.exists(lost)
    assert actions.register_files_sweep(before=now + timedelta(days=1)) == 1
    assert {path.name for path in stored()} == {Path(load.file.name).name}
    assert not default_storage.exists(lost)


def test_where_no_register_was_ever_put_nothing_is_swept() -> None:
    assert actions.register_files_sweep(before=timezone.now()) == 0


def test_who_decided_has_the_moment_when() -> None:
    by = build.user("administrator")
    name = "schools_load_decided_by_whom_and_when"
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        build.load(decided_by=by)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        build.load(decided_at=clock.now())


WAS = school(status="2", closed="31-08-2026")
ACADEMY = school(urn="999002", kind="34", opened="01-09-2026")
THIRD = school(urn="999003", number="2003")


@pytest.mark.parametrize(
    ("before", "rows", "told"),
    [
        ([], [WAS, ACADEMY], []),
        ([school()], [WAS, ACADEMY], []),
        ([WAS, ACADEMY], [WAS, ACADEMY], []),
        ([WAS], [ACADEMY], []),
        ([], [ACADEMY, WAS, THIRD], [("999001", "999003", "Successor", "")]),
        (
            [],
            [WAS, ACADEMY],
            [
                ("999001", "999002", "Successor", ""),
                ("999002", "999001", "Predecessor", "01-09-2026"),
                ("999001", "999009", "Successor", ""),
                ("999001", "999001", "Successor", ""),
                ("999001", "999002", "Sixth Form Centre Link", ""),
            ],
        ),
        (
            [WAS, ACADEMY],
            [WAS, ACADEMY],
            [("999002", "999001", "Predecessor", "01-09-2026")],
        ),
        ([], [WAS, school(urn="99", opened="01-09-2026")], []),
    ],
)
def test_foresees_the_links_that_are_written(
    before: list[dict[str, str]],
    rows: list[dict[str, str]],
    told: list[tuple[str, str, str, str]],
) -> None:
    def source(some: list[dict[str, str]], said: Any = ()) -> actions.Source:
        about = text(*(link(*one) for one in said), headings=LINK_HEADINGS).encode()
        links = io.BytesIO(about) if said else None
        return actions.Source.of(io.BytesIO(content(*some)), links)

    def load(what: actions.Source) -> Load:
        return actions.register_import(
            source=what, name="x.csv", on=clock.today(), step=lambda done: None
        )

    if before:
        load(source(before))
    there = SettingLink.objects.count()
    foreseen = actions.load_compare(source=source(rows, told), step=lambda done: None)
    done = load(source(rows, told)).done
    assert foreseen["links"] == done["links"]
    assert SettingLink.objects.count() - there <= done["links"]


def test_foreseeing_asks_as_often_for_many_as_for_few(
    django_assert_num_queries: Any,
) -> None:
    for number in range(5):
        build.setting(laestab=f"884200{number}")
    with django_assert_num_queries(2):
        assert Foreseen().links([]) == 0
