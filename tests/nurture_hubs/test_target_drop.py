"""Saying that a target is not followed any more."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.models import Target
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(target):
    return reverse("nurture_hubs:target-drop", args=[target.pk])


def test_keeps_it_with_the_reason(signed_in):
    target = build.hubs.target()
    press(signed_in("hub_coordinator"), url(target), reason="Too much at once.")
    assert not Target.objects.followed().exists()
    act = Act.objects.get(act="nurture_hubs.target_drop")
    assert "(Too much at once.): I wait" in str(act)


def test_what_is_not_followed_is_neither_dropped_nor_rated(signed_in):
    target = build.hubs.target()
    client = signed_in("hub_coordinator")
    press(client, url(target), reason="Too much.")
    again = press(client, url(target), reason="Too much.")
    rated = press(
        client, reverse("nurture_hubs:target-rate", args=[target.pk]), at_exit=3
    )
    for answer in (again, rated):
        assert "not followed any more" in errors(answer)["__all__"][0]


def test_wants_to_know_why(signed_in):
    answer = press(signed_in("hub_coordinator"), url(build.hubs.target()), reason="")
    assert "Answer the question" in errors(answer)["reason"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("hub_school").get(url(build.hubs.target())).status_code == 403
