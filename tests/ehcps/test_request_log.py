"""Logging a request for a needs assessment (EHC-1)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Stage
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


def url(child):
    return reverse("ehcps:request-log", args=[child.pk])


def usual(**changed):
    answers = {
        "received_on": date(2026, 9, 1),
        "source": build.code("REQUEST_SOURCE", "2"),
        "requester": "Hillside School",
        "reasons": "He cannot follow lessons without help.",
    }
    return {**answers, **changed}


def test_logs_a_request_and_starts_its_clocks(signed_in):
    caseworker = signed_in("caseworker")
    child = build.child()
    answer = press(caseworker, url(child), **usual(officer=caseworker.user))
    made = NeedsAssessment.objects.get()
    assert answer.status_code == 302
    assert answer.url == made.case.get_absolute_url()
    assert (made.stage, made.received_on) == (Stage.REQUESTED, date(2026, 9, 1))
    assert made.case.officer == caseworker.user
    assert list(
        Deadline.objects.order_by("due_on").values_list("rule", "due_on", "officer")
    ) == [
        ("NA-03", date(2026, 10, 13), caseworker.user.pk),
        ("NA-08", date(2026, 12, 22), caseworker.user.pk),
        ("NA-13", date(2027, 1, 19), caseworker.user.pk),
    ]
    act = Act.objects.about_child(child.pk).get(act="ehcps.request_log")
    assert str(act) == (
        "Request for a needs assessment received (School or other education setting)"
    )
    assert act.happened_on == date(2026, 9, 1)


def test_keeps_the_one_case_of_the_child(signed_in):
    child = build.child()
    case = build.case(child_=child, officer=build.user("caseworker"))
    press(signed_in("caseworker"), url(child), **usual())
    assert NeedsAssessment.objects.get().case == case
    assert Case.objects.get().officer == case.officer


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.child())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    assert signed_in("caseworker").get(url(build.restricted_child())).status_code == 404


def test_staff_named_on_a_restricted_child_may_log(signed_in):
    named = build.user("caseworker")
    child = build.restricted_child(named=[named])
    assert press(signed_in(named), url(child), **usual()).status_code == 302


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"received_on": None}, "received_on", "Enter"),
        ({"received_on": date(2026, 11, 21)}, "received_on", "today or in the past"),
        ({"received_on": date(2016, 5, 4)}, "received_on", "was born on 5 May 2016"),
        ({"received_on": date(2014, 8, 31)}, "received_on", "born"),
        ({"source": None}, "source", "Choose"),
        ({"source": "SEN_TYPE:ASD"}, "source", "valid choice"),
        ({"reasons": ""}, "reasons", "Enter"),
        ({"reasons": "a\x00b"}, "reasons", "cannot"),
        ({"reasons": "x" * 10_001}, "reasons", "10,000"),
        ({"requester": "y" * 201}, "requester", "200"),
        ({"officer": 0}, "officer", "valid choice"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.child()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not NeedsAssessment.objects.exists()


@pytest.mark.parametrize(
    ("received_on", "born_on", "said"),
    [
        (date(2025, 11, 1), date(2016, 5, 5), "received more than a year ago"),
        (date(2026, 9, 1), date(2025, 9, 2), "not yet one (born on 2 September 2025)"),
        (date(2025, 9, 1), date(2025, 5, 5), "year ago and the child was not yet one"),
    ],
)
def test_an_unusual_year_is_asked_about(signed_in, received_on, born_on, said):
    child = build.child(born_on=born_on)
    client = signed_in("caseworker")
    assert "I have checked the dates" not in seen(client.get(url(child)))
    asked = press(client, url(child), **usual(received_on=received_on))
    assert said in errors(asked)["dates_checked"][0]
    assert "I have checked the dates: they are right" in seen(asked)
    assert not NeedsAssessment.objects.exists()
    again = press(client, url(child), hidden=held(asked), dates_checked=True)
    assert again.status_code == 302
    assert NeedsAssessment.objects.get().received_on == received_on


@pytest.mark.parametrize(
    ("received_on", "born_on"),
    [
        (date(2025, 11, 20), date(2016, 5, 5)),
        (date(2026, 9, 1), date(2025, 9, 1)),
    ],
)
def test_a_usual_year_is_not_asked_about(signed_in, received_on, born_on):
    child = build.child(born_on=born_on)
    answer = press(
        signed_in("caseworker"), url(child), **usual(received_on=received_on)
    )
    assert answer.status_code == 302


def test_an_impossible_date_is_told_and_kept(signed_in):
    child = build.child()
    answers = usual(received_on=None) | {
        "received_on_day": "31",
        "received_on_month": "2",
        "received_on_year": "2026",
    }
    answer = press(signed_in("caseworker"), url(child), **answers)
    assert "real date" in errors(answer)["received_on"][0]
    assert 'value="31"' in answer.content.decode()
    assert "He cannot follow lessons" in answer.content.decode()


@pytest.mark.parametrize("words", ["🙂 Zoë", "مدرسة", "O'Brien & <b>sons</b>"])
def test_keeps_any_writing_as_it_was_typed(signed_in, words):
    press(signed_in("caseworker"), url(build.child()), **usual(requester=words))
    assert NeedsAssessment.objects.get().requester == words


def test_the_same_request_is_not_logged_twice(signed_in):
    child = build.child()
    build.assessment(child_=child, received_on=date(2026, 9, 1))
    answer = press(signed_in("caseworker"), url(child), **usual())
    assert "already an open request" in errors(answer)["__all__"][0]


def test_a_double_click_acts_once_and_answers_the_same(signed_in):
    child = build.child()
    client = signed_in("caseworker")
    hidden = opened(client, url(child))
    first = press(client, url(child), hidden=hidden, **usual())
    second = press(client, url(child), hidden=hidden, **usual())
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert NeedsAssessment.objects.count() == 1


def test_somebody_else_s_form_cannot_be_sent_again(signed_in):
    child = build.child()
    client = signed_in("caseworker")
    hidden = opened(client, url(child))
    press(client, url(child), hidden=hidden, **usual())
    answer = press(signed_in("caseworker"), url(child), hidden=hidden, **usual())
    assert "expired" in errors(answer)["__all__"][0]


def test_after_a_refusal_a_new_request_may_come(signed_in):
    child = build.child()
    build.assessment(child_=child, received_on=date(2026, 6, 1), stage=Stage.REFUSED)
    answer = press(signed_in("caseworker"), url(child), **usual())
    assert answer.status_code == 302
    assert Case.objects.count() == 1


def test_a_child_who_died_or_has_a_plan_gets_no_request(signed_in):
    child = build.plan().case.child
    answer = press(signed_in("caseworker"), url(child), **usual(received_on=TODAY))
    assert "re-assessment" in errors(answer)["__all__"][0]


def test_the_page_says_whose_request_it_is(signed_in):
    child = build.child(given_names="Efa", family_name="Pugh")
    assert "Efa Pugh" in seen(signed_in("caseworker").get(url(child)))
