"""Saying that a visit was entered in error."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.evidence import summary_of
from sendhub.nurture_hubs.models import Visit
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(visit):
    return reverse("nurture_hubs:visit-withdraw", args=[visit.pk])


def test_keeps_it_and_shows_it_no_more(signed_in):
    place = build.hubs.place()
    visit = build.hubs.visit(place.child, setting=build.setting("Kingsland Primary"))
    client = signed_in("hub_coordinator")
    assert url(visit) in client.get(visit.get_absolute_url()).content.decode()
    assert "at Kingsland Primary, by Mr Lewis" in seen(client.get(url(visit)))

    answer = press(client, url(visit), reason="Another child’s.")

    assert answer.url == visit.get_absolute_url()
    assert "hides below the table" not in seen(client.get(answer.url))
    assert "Mr Lewis" not in summary_of(place)
    assert str(Act.objects.get(act="nurture_hubs.visit_withdraw")) == (
        "Behaviour Support Team: Observation at Kingsland Primary was entered in error "
        "(Another child’s.)"
    )
    visit.refresh_from_db()
    assert visit.found
    assert visit.withdrawn_by == client.user


def test_a_case_that_it_opened_alone_is_closed(signed_in):
    client, one = signed_in("hub_coordinator"), build.hubs.visit()
    other = build.hubs.visit(one.case.child)
    press(client, url(one), reason="Twice.")
    one.case.refresh_from_db()
    assert one.case.closed_on is None
    press(client, url(other), reason="Another child’s.")
    one.case.refresh_from_db()
    assert one.case.closed_on


def test_a_case_with_a_referral_goes_on(signed_in):
    referral = build.hubs.referral()
    press(
        signed_in("hub_coordinator"),
        url(build.hubs.visit(referral.case.child)),
        reason="Wrong.",
    )
    referral.case.refresh_from_db()
    assert referral.case.closed_on is None


def test_is_said_once(signed_in):
    visit, client = build.hubs.visit(), signed_in("hub_coordinator")
    press(client, url(visit), reason="Wrong.")
    answer = press(client, url(visit), reason="Wrong, I say.")
    assert "already said" in errors(answer)["__all__"][0]


@pytest.mark.parametrize(
    ("reason", "said"), [("", "Answer the question"), ("x" * 301, "300 characters")]
)
def test_says_beside_the_field_what_is_wrong(signed_in, reason, said):
    client, visit = signed_in("hub_coordinator"), build.hubs.visit()
    answer = press(client, url(visit), reason=reason)
    assert said in errors(answer)["reason"][0]
    assert Visit.objects.standing().exists()


def test_is_for_who_may_and_sees_the_child(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.visit())).status_code == 403
    hidden = build.hubs.visit(build.restricted_child(born_on=build.hubs.BORN))
    assert signed_in("hub_coordinator").get(url(hidden)).status_code == 404
