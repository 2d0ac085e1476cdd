"""Logging a referral to the hubs (HUB-2)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Referral
from sendhub.nurture_hubs.rules import Need, Standing
from sendhub.people import actions as people
from sendhub.schools.rules import Status
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db
FAMILY = {"consent_on": date(2026, 11, 3), "consent_by": "Ceri Parent, mother"}


def url(child):
    return reverse("nurture_hubs:referral-log", args=[child.pk])


def young(**more):
    return build.child(**{"born_on": hubs.BORN, **more})


@pytest.fixture
def school():
    return build.setting("Kingsland Primary")


@pytest.fixture
def usual(school):
    return {
        "received_on": date(2026, 11, 2),
        "setting": school,
        "referrer": "Ms Bufton, SENCO",
        "need": Need.HIGH,
        "reasons": "He cannot bear a room of thirty.",
        "tried": "A quiet corner; a key adult.",
    }


def test_logs_it_on_a_case_of_the_hubs(signed_in, usual, school):
    coordinator, child = signed_in("hub_coordinator"), young()
    answer = press(coordinator, url(child), **usual)
    made = Referral.objects.get()
    assert answer.url == made.case.get_absolute_url()
    assert (made.standing, made.need, made.setting) == (
        Standing.REFERRED,
        Need.HIGH,
        school,
    )
    assert (made.case.service, made.case.officer) == (
        ServiceKey.HUB,
        coordinator.user,
    )
    act = Act.objects.about_child(child.pk).get(act="nurture_hubs.referral_log")
    assert str(act) == "Referred to the nurture hubs by Kingsland Primary"
    assert act.happened_on == date(2026, 11, 2)
    text = seen(coordinator.get(answer.url))
    assert "Still missing before the child can wait for a place" in text
    assert "the family’s agreement; the coordinator’s agreement" in text


def test_the_family_may_have_agreed_already(signed_in, usual):
    client = signed_in("hub_coordinator")
    answer = press(client, url(young()), **usual, **FAMILY)
    made = Referral.objects.get()
    assert (made.consent_on, made.consent_by) == tuple(FAMILY.values())
    assert "The family agreed on 3 November 2026" in seen(client.get(answer.url))


def test_the_team_itself_may_refer(signed_in, usual):
    client = signed_in("hub_coordinator")
    answer = press(client, url(young()), **usual, by_team=True)
    assert Referral.objects.get().by_team
    assert "referred by the Behaviour Support Team" in seen(client.get(answer.url))
    act = Act.objects.get(act="nurture_hubs.referral_log")
    whole = "Referred to the nurture hubs by the Behaviour Support Team, from "
    assert str(act) == f"{whole}{Referral.objects.get().setting}"


def test_offers_the_school_that_the_child_attends(signed_in, school):
    child = young()
    people.attendance_start(
        child=child,
        setting=school,
        starts_on=date(2026, 9, 1),
        by=build.user("caseworker"),
    )
    facts = opened(signed_in("hub_coordinator"), url(child))
    assert facts["setting"] == school.pk


def test_a_school_elsewhere_is_given_by_its_urn(signed_in, usual):
    elsewhere = build.setting(authority_code="884", status=Status.OPEN)
    answers = {**usual, "setting": None, "setting_urn": elsewhere.urn}
    press(signed_in("hub_coordinator"), url(young()), **answers)
    assert Referral.objects.get().setting == elsewhere


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"received_on": None}, "received_on", "Enter"),
        ({"received_on": date(2026, 11, 21)}, "received_on", "today or in the past"),
        ({"received_on": date(2020, 5, 4)}, "received_on", "born on 5 May 2020"),
        ({"setting": None}, "setting", "Choose the school"),
        ({"setting": 0}, "setting", "is not open"),
        ({"setting_urn": "123"}, "setting_urn", "six digits"),
        ({"referrer": ""}, "referrer", "Enter"),
        ({"referrer": "x" * 201}, "referrer", "200"),
        ({"need": None}, "need", "Choose how pressing"),
        ({"need": "9"}, "need", "valid choice"),
        ({"reasons": ""}, "reasons", "Enter the reasons"),
        ({"reasons": "x" * 10_001}, "reasons", "10,000"),
        ({"tried": ""}, "tried", "Enter what has been tried"),
        ({"tried": "a\x00b"}, "tried", "cannot"),
        ({"consent_on": date(2026, 11, 2)}, "consent_by", "who of the family"),
        ({"consent_by": "Ceri"}, "consent_on", "date on which the family"),
        ({**FAMILY, "consent_on": date(2026, 11, 21)}, "consent_on", "in the past"),
        ({**FAMILY, "consent_on": date(2020, 5, 4)}, "consent_on", "was born on"),
        ({"officer": 0}, "officer", "valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, usual, changed, field, said):
    answer = press(signed_in("hub_coordinator"), url(young()), **{**usual, **changed})
    assert said in " ".join(errors(answer)[field])
    assert not Referral.objects.exists()


def test_a_school_that_is_closed_refers_nobody(signed_in, usual, school):
    client, child = signed_in("hub_coordinator"), young()
    hidden = opened(client, url(child))
    build.setting()
    school.closed_on = date(2026, 8, 31)
    school.save(update_fields=["closed_on"])
    answer = press(client, url(child), hidden=hidden, **usual)
    assert "closed on 31 August 2026" in errors(answer)["setting"][0]


def test_a_child_whom_no_hub_takes_is_asked_about_and_kept(signed_in, usual):
    hubs.hub(age_from=3, age_to=7)
    hubs.hub(age_from=11, age_to=16)
    client, child = signed_in("hub_coordinator"), young(born_on=date(2017, 5, 5))
    assert "no hub takes" not in seen(client.get(url(child)))
    asked = press(client, url(child), **usual)
    assert (
        "The child is 9, and no hub takes children of that age"
        in (errors(asked)["age_checked"][0])
    )
    again = press(client, url(child), hidden=held(asked), age_checked=True)
    assert again.status_code == 302
    assert Referral.objects.get().case.child == child


def test_a_child_who_has_a_place_is_asked_about(signed_in, usual):
    place, client = (
        hubs.place(hubs.hub(name="Broadlands")),
        signed_in("hub_coordinator"),
    )
    page = client.get(url(place.child))
    assert "The child has a place: Broadlands, 4 January 2027" in seen(page)
    assert "although there is a place" not in seen(page)
    asked = press(client, url(place.child), **usual)
    [said] = errors(asked)["again"]
    assert said.startswith("The child has a place in Broadlands, from 4 January 2027")
    assert Referral.objects.count() == 1
    answer = press(client, url(place.child), hidden=held(asked), again=True)
    assert answer.status_code == 302
    assert Referral.objects.count() == 2


def test_a_place_that_is_over_is_not_asked_about(signed_in, usual):
    over = hubs.begun()
    client = signed_in("hub_coordinator")
    assert press(client, url(over.child), **usual).status_code == 302


def test_a_second_one_leads_to_the_one_that_is_open(signed_in, usual):
    child, client = young(), signed_in("hub_coordinator")
    there = hubs.referral(child_=child)
    answer = press(client, url(child), **usual)
    assert "open already: follow that one" in errors(answer)["__all__"][0]
    assert f'href="{there.get_absolute_url()}"' in answer.content.decode()
    actions.referral_end(
        referral=there,
        standing=Standing.WITHDRAWN,
        ended_on=TODAY,
        reason="Moved.",
        by=client.user,
    )
    assert press(client, url(child), **usual).status_code == 302
    assert Referral.objects.count() == 2


def test_nobody_refers_a_child_who_has_died(signed_in, usual):
    child, client = young(), signed_in("hub_coordinator")
    hidden = opened(client, url(child))
    people.child_died(
        child=child, died_on=date(2026, 11, 15), by=build.user("caseworker")
    )
    answer = press(client, url(child), hidden=hidden, **usual)
    assert errors(answer)["__all__"] == ["The child died on 15 November 2026."]


def test_a_double_click_acts_once(signed_in, usual):
    child, client = young(), signed_in("hub_coordinator")
    hidden = opened(client, url(child))
    first = press(client, url(child), hidden=hidden, **usual)
    second = press(client, url(child), hidden=hidden, **usual)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Referral.objects.count() == Case.objects.count() == 1


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(young())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    child = build.restricted_child(born_on=hubs.BORN)
    assert signed_in("hub_coordinator").get(url(child)).status_code == 404


def test_a_live_plan_or_request_is_shown_to_who_may_see_it(signed_in):
    child, client = build.child(), signed_in("hub_coordinator")
    running = build.assessment(child_=child, received_on=date(2026, 10, 1))
    answer = client.get(url(child))
    assert "An EHC needs assessment is in hand: Request of 1 October" in seen(answer)
    assert f'href="{running.get_absolute_url()}"' in answer.content.decode()
    made = hubs.referral(child_=child)
    assert "EHC needs assessment is in hand" in seen(
        client.get(made.get_absolute_url())
    )


def test_the_child_s_page_leads_there_and_shows_it(signed_in):
    child, client = young(), signed_in("hub_coordinator")
    page = child.get_absolute_url()
    assert url(child) in client.get(page).content.decode()
    made = hubs.referral(child_=child)
    text = seen(client.get(page))
    assert "Nurture hub referral of 2 November 2026" in text
    assert "Still missing: the coordinator’s agreement" in text
    hub = hubs.hub()
    hubs.agreed(hub, made=made)
    assert "waits since 2 November 2026" in seen(client.get(page))
    hubs.place(hub, made=made)
    assert f"Place in {hub} from 4 January 2027" in seen(client.get(page))
    auditor = seen(signed_in("auditor").get(page))
    assert "Nurture hub referral of 2 November 2026" in auditor
    assert "Log a referral to the nurture hubs" not in auditor
