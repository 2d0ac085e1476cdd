"""The national register, term by term: what September changes (PPL-5)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sendhub.background.actions import job_run
from sendhub.people.models import Attendance
from sendhub.schools.models import Load, Setting
from tests import build
from tests.journeys.steps import then_the_chronology_tells
from tests.pages import press, seen
from tests.schools.gias import LINK_HEADINGS, content, link, school, text
from tests.schools.test_register_pages import compared, loaded, page, rows

pytestmark = pytest.mark.django_db
OAK = school(urn="999002", name="Oak School", number="2002", pupils="90")
ELM = school(urn="999003", name="Elm School", number="2003")
ELM_CLOSED = ELM | {
    "EstablishmentStatus (code)": "2",
    "CloseDate": "31-08-2026",
    "ReasonEstablishmentClosed (name)": "Academy Converter",
}
ACADEMY = school(
    urn="999005",
    name="Elm Academy",
    number="2003",
    kind="34",
    opened="01-09-2026",
)


def given_the_register_of_summer(client: Client) -> None:
    loaded(client, content(OAK, ELM))


def given_what_we_know_of(name: str, **facts: str) -> Setting:
    Setting.objects.filter(name=name).update(**facts)
    return Setting.objects.get(name=name)


def given_a_child_at(name: str) -> Attendance:
    setting = Setting.objects.get(name=name)
    return build.attendance(build.child(), setting_=setting, starts_on=date(2024, 9, 2))


def when_the_register_of_september_is_compared(client: Client, *more: Any) -> Load:
    changed = OAK | {"NumberOfPupils": "104"}
    return compared(client, content(changed, ELM_CLOSED, ACADEMY, *more))


def when_the_academy_is_loaded_with_its_link(client: Client) -> None:
    links = link("999005", "999003", "Predecessor", "01-09-2026")
    told = text(links, headings=LINK_HEADINGS).encode("cp1252")
    loaded(client, content(OAK, ELM_CLOSED, ACADEMY), links=told)


def when_it_is_confirmed(client: Client, load: Load) -> None:
    assert press(client, page(load, "confirm")).status_code == 302
    load.refresh_from_db()
    assert job_run(job_id=load.job_id)


def then_nothing_changed_yet() -> None:
    assert Setting.objects.get(urn="999002").pupils == 90
    assert not Setting.objects.filter(urn="999005").exists()


def test_the_september_schools_register(signed_in: Any) -> None:
    client = signed_in("administrator")
    given_the_register_of_summer(client)
    given_what_we_know_of("Oak School", senco_name="Mair Lloyd", local_note="Ring late")
    forest = build.setting("Our forest school", urn="")

    wrong = school(urn="12", name="No School")
    load = when_the_register_of_september_is_compared(client, wrong)

    then_nothing_changed_yet()
    assert "Pupils: 90 becomes → 104" in rows(client, load, "changed")
    assert "Elm Academy" in rows(client, load, "new")
    assert "Elm School" in rows(client, load, "closed")
    assert "URN “12” has not six digits." in rows(client, load, "wrong")

    when_it_is_confirmed(client, load)

    oak = Setting.objects.get(urn="999002")
    assert (oak.pupils, oak.senco_name, oak.local_note) == (
        104,
        "Mair Lloyd",
        "Ring late",
    )
    assert Setting.objects.get(pk=forest.pk) == forest
    told = seen(client.get(page(load)))
    assert "1 rows to mend" in told
    mend = client.get(page(load, "mend"))
    assert b"Line 5: URN" in b"".join(mend.streaming_content)


def test_a_school_becomes_an_academy(signed_in: Any) -> None:
    client = signed_in("administrator")
    given_the_register_of_summer(client)
    stays = given_a_child_at("Oak School")
    goes = given_a_child_at("Elm School")

    when_the_academy_is_loaded_with_its_link(client)

    officer = signed_in("data_officer")
    closed = officer.get(reverse("ehcps:closed-setting-list"))
    assert "Elm School" in seen(closed)
    assert "Elm Academy" in seen(closed)
    former = Setting.objects.get(urn="999003")
    listed = officer.get(reverse("people:attendance-list", args=[former.pk]))
    assert goes.child.known_as in seen(listed)
    assert stays.child.known_as not in seen(listed)

    moved = press(officer, reverse("people:attendances-move", args=[former.pk]))
    assert moved.status_code == 302

    assert [
        (one.setting.urn, one.starts_on, one.ends_on)
        for one in goes.child.attendances.order_by("starts_on")
    ] == [
        ("999003", date(2024, 9, 2), date(2026, 8, 31)),
        ("999005", date(2026, 9, 1), None),
    ]
    then_the_chronology_tells(
        officer,
        goes.child,
        "Went on with the school: at Elm Academy from 1 September 2026",
    )
    assert "Elm School" not in seen(officer.get(reverse("ehcps:closed-setting-list")))
