"""Setting a child's own target."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.models import Target
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
FACTS = {
    "words": "I put up my hand.",
    "set_on": date(2026, 11, 16),
    "at_entry": 2,
}


def url(referral):
    return reverse("nurture_hubs:target-add", args=[referral.pk])


def test_sets_it_with_its_first_rating(signed_in):
    referral = build.hubs.referral()
    client = signed_in("hub_coordinator")
    press(client, url(referral), **FACTS)
    target = Target.objects.get()
    assert (str(target), target.at_entry, target.rated) == (
        "I put up my hand.",
        2,
        "at entry 2",
    )
    act = Act.objects.get(act="nurture_hubs.target_add")
    assert str(act) == "Target in the hub: I put up my hand."
    assert "I put up my hand." in seen(client.get(url(referral)))


def test_need_not_be_rated_at_once(signed_in):
    press(
        signed_in("hub_coordinator"),
        url(build.hubs.referral()),
        **FACTS | {"at_entry": ""},
    )
    assert Target.objects.get().at_entry is None


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"words": ""}, "words", "Enter"),
        ({"set_on": None}, "set_on", "Enter"),
        ({"set_on": date(2026, 11, 21)}, "set_on", "in the past"),
        ({"set_on": date(2026, 11, 1)}, "set_on", "referred on 2 November 2026"),
        ({"at_entry": "11"}, "at_entry", "a number from 0 to 10"),
        ({"at_entry": "1.5"}, "at_entry", "no fraction"),
    ],
)
def test_says_what_is_wrong(signed_in, wrong, field, said):
    page = url(build.hubs.referral())
    answer = press(signed_in("hub_coordinator"), page, **FACTS | wrong)
    assert said in errors(answer)[field][0]
    assert not Target.objects.exists()


def test_the_same_is_not_set_twice(signed_in):
    target = build.hubs.target()
    facts = FACTS | {"words": str(target).upper()}
    answer = press(signed_in("hub_coordinator"), url(target.referral), **facts)
    assert "has this target already" in errors(answer)["words"][0]


def test_is_not_for_those_without_the_right(signed_in):
    page = url(build.hubs.referral())
    assert signed_in("caseworker").get(page).status_code == 403
    assert signed_in("hub_school").get(page).status_code == 404
