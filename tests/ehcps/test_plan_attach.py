"""The file of a plan that was ours before its file came."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
CAME = date(2026, 11, 9)


def url(move):
    return reverse("ehcps:plan-attach", args=[move.pk])


def paper():
    return SimpleUploadedFile("plan.txt", b"Section A: I like trains.")


def test_the_file_is_tied_to_the_move_and_ends_the_reminders(signed_in):
    waited = build.awaited()
    move = build.move_in(child_=waited.case.child)
    caseworker = signed_in("caseworker")
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "The plan itself has not come as a file" in page
    answer = press(caseworker, url(move), paper=paper(), came_on=CAME)
    assert answer.status_code == 302, seen(answer)
    move.refresh_from_db()
    assert (move.document.title, move.document.happened_on) == (
        "EHC plan made by Shropshire",
        CAME,
    )
    assert Deadline.objects.get(rule="TF-01").ended == "met"
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "The plan as it came" in page
    again = press(caseworker, url(move), paper=paper(), came_on=CAME)
    assert "here already" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"paper": None}, "paper", "Choose the file"),
        ({"came_on": None}, "came_on", "Enter"),
        ({"came_on": date(2026, 9, 30)}, "came_on", "before the move"),
        ({"came_on": date(2026, 11, 21)}, "came_on", "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    sent = {"paper": paper(), "came_on": CAME, **changed}
    answer = press(signed_in("caseworker"), url(build.move_in()), **sent)
    assert said in " ".join(errors(answer)[field])


def test_the_plan_is_logged_first(signed_in):
    answer = press(
        signed_in("caseworker"), url(build.awaited()), paper=paper(), came_on=CAME
    )
    assert "Log the plan first" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.move_in())).status_code == 403
    hidden = build.move_in(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
