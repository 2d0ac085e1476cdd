"""What nobody knows, and what failed: a person says which it is, or sends it again."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.letters.models import Delivery
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost(case, by_email):
    """An e-mail of which nobody knows whether it went."""
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    delivery = build.letter(case_=case).deliveries.get()
    delivery.state = "unknown"
    delivery.reason = "The line broke."
    delivery.save()
    return delivery


def settle(client, delivery, what):
    url = reverse("letters:delivery-settle", args=[delivery.pk])
    answer = press(client, url, what=what)
    delivery.refresh_from_db()
    return answer


def states(delivery):
    found = delivery.letter.deliveries.order_by("pk")
    return [(one.way, one.state) for one in found]


def test_it_went(signed_in, lost):
    client = signed_in("caseworker")
    settle(client, lost, "went")
    assert (lost.state, lost.said_by) == ("sent", client.user)
    assert "is known to have gone" in Act.objects.latest("pk").sentence


def test_it_did_not_go_and_is_sent_again(signed_in, lost):
    client = signed_in("caseworker")
    settle(client, lost, "again")
    assert states(lost) == [("email", "failed"), ("email", "queued")]
    assert "said on 20 November 2026 that it did not go" in lost.reason


def test_it_did_not_go_and_is_posted_instead(signed_in, lost):
    settle(signed_in("caseworker"), lost, "post")
    assert states(lost) == [("email", "failed"), ("post", "queued")]


def test_what_failed_did_certainly_not_go(signed_in, lost):
    Delivery.objects.filter(pk=lost.pk).update(state="failed")
    client = signed_in("caseworker")
    assert "invalid" not in str(errors(settle(client, lost, "went")))
    assert states(lost) == [("email", "failed")]
    settle(client, lost, "again")
    assert states(lost)[1] == ("email", "queued")


def test_nothing_chosen_is_said(signed_in, lost):
    assert errors(settle(signed_in("caseworker"), lost, "")) == {
        "what": ["Choose what should happen."]
    }


def test_two_people_send_it_again_once(signed_in, lost):
    one, other = signed_in("caseworker"), signed_in("caseworker")
    url = reverse("letters:delivery-settle", args=[lost.pk])
    page = opened(other, url)
    press(one, url, what="again")
    answer = press(other, url, hidden=page, what="again")
    assert answer.status_code == 200
    assert len(states(lost)) == 2
    again = press(other, url, hidden=opened(other, url), what="again")
    assert "on its way again already" in seen(again)
    assert len(states(lost)) == 2


def test_nothing_is_sent_again_after_a_death(signed_in, lost, case):
    by = build.user("service_manager")
    people.child_died(child=case.child, died_on=date(2026, 11, 1), by=by)
    answer = settle(signed_in("caseworker"), lost, "again")
    assert "The child has died" in str(errors(answer))


def test_others_may_not(signed_in, lost):
    url = reverse("letters:delivery-settle", args=[lost.pk])
    assert signed_in("auditor").get(url).status_code == 403


def test_a_letter_out_of_sight_is_404(signed_in, lost, case):
    by = build.user("service_manager")
    people.child_restrict(child=case.child, named=[], reason="A relative", by=by)
    url = reverse("letters:delivery-settle", args=[lost.pk])
    assert signed_in("caseworker").get(url).status_code == 404


def test_what_is_sent_has_nothing_to_be_said(signed_in, lost):
    Delivery.objects.filter(pk=lost.pk).update(state="sent", sent_on="2026-11-20")
    url = reverse("letters:delivery-settle", args=[lost.pk])
    assert "Nothing has to be said" in seen(signed_in("caseworker").get(url))
