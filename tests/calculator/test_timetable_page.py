"""The deadline calculator: what follows from what happened, for whoever may ask."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from sendhub.calculator.subjects import SUBJECTS
from sendhub.calculator.timetable import in_labels
from sendhub.core.models import Partnership
from sendhub.statutory import FACTS, RULES
from tests.pages import seen, typed

pytestmark = pytest.mark.django_db

URL = reverse("calculator:timetable")
REQUEST = {"about": "assessment", **typed(request_received=date(2026, 6, 1))}


def dates(answer):
    return {row.rule.id: row.answer.due for row in answer.context["found"].dated}


def test_every_rule_is_asked_about_once():
    asked = [rule.id for subject in SUBJECTS.values() for rule in subject.rules]
    assert sorted(asked) == sorted(RULES)


def test_offers_each_thing_that_may_have_happened(signed_in):
    answer = signed_in("caseworker").get(URL)
    for subject in SUBJECTS.values():
        assert f'href="?about={subject.key}"' in answer.content.decode()


@pytest.mark.parametrize("key", SUBJECTS)
def test_asks_for_the_facts_of_each(signed_in, key):
    answer = signed_in("caseworker").get(URL, {"about": key})
    form = answer.context["form"]
    assert {fact.name for fact in SUBJECTS[key].facts} == set(form.fields) - {"as_at"}
    assert answer.context["found"] is None


def test_shows_every_date_of_a_request_in_order(signed_in):
    answer = signed_in("caseworker").get(URL, REQUEST)
    found = dates(answer)
    assert found["NA-03"] == date(2026, 7, 13)
    assert found["NA-08"] == date(2026, 9, 21)
    assert found["NA-13"] == date(2026, 10, 19)
    assert list(found.values()) == sorted(found.values())
    text = seen(answer)
    assert "Monday 19 October 2026" in text
    assert "within twenty weeks of receiving the request on 1 June 2026" in text
    assert "reg. 13(2)" in text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "32 days late"),
        (typed(plan_sent=date(2026, 10, 19)), "Done on time"),
        (typed(plan_sent=date(2026, 10, 20)), "Done 1 day late"),
        (typed(as_at=date(2026, 10, 9)), "10 days left"),
    ],
)
def test_says_how_the_plan_stands(signed_in, more, words):
    answer = signed_in("caseworker").get(URL, REQUEST | more)
    [row] = [r for r in answer.context["found"].dated if r.rule.id == "NA-13"]
    assert words in seen(answer)
    assert row.answer.due == date(2026, 10, 19)


CLOSURE = typed(
    advice_requested=date(2026, 7, 18),
    closure_from=date(2026, 7, 23),
    reopens=date(2026, 9, 3),
    impractical_because="The school's advice could not be had before September.",
)


def test_an_exemption_is_tried_on_and_no_date_moves(signed_in):
    client = signed_in("caseworker")
    off, on = client.get(URL, REQUEST), client.get(URL, REQUEST | CLOSURE)
    kept = {rule: due for rule, due in dates(on).items() if rule in dates(off)}
    assert kept == dates(off)
    assert "May be excused" not in seen(off)
    text = seen(on)
    assert "May be excused" in text
    assert "from 16 July 2026 to 27 August 2026" in text
    assert "32 days late" in text
    assert "Counted with all cases it is 32 days late; where exceptions are" in text


@pytest.mark.parametrize(
    ("more", "beside", "words"),
    [
        (
            {"closure_from": date(2026, 9, 3), "reopens": date(2026, 7, 23)},
            "reopens",
            "School re-opens on must be after the day the school closed, 3 September",
        ),
        (
            {"absent_from": date(2026, 7, 1), "returned": date(2026, 7, 1)},
            "returned",
            "back on must be after the day the absence began, 1 July 2026.",
        ),
        (
            {"closure_from": date(2026, 7, 23)},
            "reopens",
            "Say also when it was over, or leave both days out.",
        ),
        (
            {"returned": date(2026, 7, 23)},
            "absent_from",
            "Say also when the absence began, or leave both days out.",
        ),
    ],
)
def test_days_that_do_not_fit_are_mended_and_no_date_is_hidden(
    signed_in, more, beside, words
):
    answer = signed_in("caseworker").get(URL, REQUEST | typed(**more))
    assert dates(answer)["NA-13"] == date(2026, 10, 19)
    [message] = answer.context["form"].errors[beside]
    assert words in message
    assert list(answer.context["form"].errors) == [beside]
    assert words in seen(answer)
    assert answer.context["found"].refused == ()


@pytest.mark.parametrize(
    ("rule", "more", "words"),
    [
        ("NA-03", {}, "132 days late"),
        ("NA-03", {"draft_served": date(2026, 9, 1)}, "Not said when this was done"),
        (
            "NA-03",
            {"refused_then_agreed_to_assess": date(2026, 9, 1)},
            "Not said when this was done",
        ),
        ("NA-03", {"decision_to_assess_notified": date(2026, 7, 14)}, "Done 1 day l"),
        ("NA-10", {"plan_sent": date(2026, 10, 1)}, "Not said when this was done"),
        ("NA-10", {"draft_served": date(2026, 9, 7)}, "Done on time"),
        ("NA-09", {"plan_sent": date(2026, 9, 21)}, "Done on time"),
    ],
)
def test_a_step_that_must_have_been_done_is_not_called_late(
    signed_in, rule, more, words
):
    answer = signed_in("caseworker").get(
        URL, REQUEST | typed(as_at=date(2026, 11, 22), **more)
    )
    [row] = [r for r in answer.context["found"].dated if r.rule.id == rule]
    assert row.standing.words.startswith(words)
    assert row.standing.words in seen(answer)


@pytest.mark.parametrize(
    ("more", "twenty_weeks"),
    [
        (typed(refused_then_agreed_to_assess=date(2026, 9, 1)), True),
        (
            typed(refused_then_agreed_to_assess=date(2026, 9, 1))
            | {"route": "informal"},
            True,
        ),
        (
            typed(refused_then_agreed_to_assess=date(2026, 9, 1)) | {"route": "order"},
            False,
        ),
        (typed(tribunal_order_to_assess=date(2026, 9, 1)), False),
    ],
)
def test_the_first_clock_goes_where_a_reversal_has_its_own(
    signed_in, more, twenty_weeks
):
    found = dates(signed_in("caseworker").get(URL, REQUEST | more))
    assert "NA-15" in found
    first = {"NA-08", "NA-09", "NA-10", "NA-13"}
    assert first & set(found) == (first if twenty_weeks else set())


def test_what_was_done_in_time_needs_no_excuse(signed_in):
    asked = REQUEST | CLOSURE | typed(plan_sent=date(2026, 10, 19))
    answer = signed_in("caseworker").get(URL, asked)
    excused = {row.rule.id: row.excused for row in answer.context["found"].dated}
    assert excused["NA-13"] is None
    assert excused["NA-03"] is False
    assert seen(answer).count("The window of the closure runs from") == 1


def test_what_is_rare_is_asked_for_apart(signed_in):
    groups = signed_in("caseworker").get(URL, REQUEST).context["form"].groups
    named = {title: [field.name for field in fields] for title, fields, _ in groups}
    assert "route" in named["If a refusal to assess was reversed"]
    assert "route" not in named["What happened"]
    assert [opened for _, _, opened in groups] == [True, False, False, False]


def test_a_slip_in_what_happened_shows_no_dates(signed_in):
    asked = REQUEST | {"plan_sent_day": "40"}
    assert signed_in("caseworker").get(URL, asked).context["found"] is None


def test_facts_are_called_by_their_labels_and_said_once(signed_in):
    asked = REQUEST | typed(decision_to_assess_notified=date(2026, 5, 1))
    [words] = signed_in("caseworker").get(URL, asked).context["found"].refused
    assert words == (
        "“Family told that the council will assess” is 1 May 2026, before the clock"
        " started on 1 June 2026. One of the dates is wrong."
    )


def test_a_date_before_the_law_is_said_once(signed_in):
    asked = {"about": "assessment", **typed(request_received=date(2001, 6, 1))}
    [words] = signed_in("caseworker").get(URL, asked).context["found"].refused
    assert "since 1 September 2014; 1 June 2001 is earlier" in words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("'route' (How the refusal was reversed) is", "“How the refusal was reversed”"),
        ("for 'unopposed_notice' (council told the tribunal that", "for “Council told"),
        ("the route is 'order', but", "the route is 'order', but"),
    ],
)
def test_a_label_is_said_once(name, words):
    label = FACTS["unopposed_notice"].label
    said = in_labels(
        name.replace("council told the tribunal that", label.lower() + ")")
    )
    assert words in said
    assert "'unopposed_notice'" not in said


def test_prints_what_was_said(signed_in):
    text = seen(signed_in("caseworker").get(URL, REQUEST | {"reason": "Bereavement"}))
    assert "Request for an assessment received by the council 1 June 2026" in text
    assert "Reason for being late, in words Bereavement" in text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            typed(school_consulted=date(2026, 6, 1), as_at=date(2026, 6, 20)),
            "4 days after the time in the guidance",
        ),
        (
            typed(draft_served=date(2026, 9, 1), plan_sent=date(2026, 9, 10)),
            "Sent 5 days early",
        ),
        (
            typed(
                draft_served=date(2026, 9, 1),
                representations_received=date(2026, 10, 1),
            ),
            "Ended 66 days ago",
        ),
    ],
)
def test_calls_nobody_late_where_nobody_can_be(signed_in, more, words):
    assert words in seen(signed_in("caseworker").get(URL, REQUEST | more))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"request_received_day": 31, "request_received_month": 2},
            "must include a year",
        ),
        (
            {
                "request_received_day": 31,
                "request_received_month": 2,
                "request_received_year": 2026,
            },
            "must be a real date",
        ),
        ({"route": "by luck"}, "Select a valid choice"),
        ({"reason": "x\x00y"}, "cannot be kept"),
        (
            typed(
                request_received=date(2026, 6, 1),
                decision_to_assess_notified=date(2026, 5, 1),
            ),
            "before the clock started",
        ),
        (typed(request_received=date(2001, 6, 1)), "earlier"),
    ],
)
def test_says_what_is_wrong_and_keeps_what_was_typed(signed_in, asked, words):
    answer = signed_in("caseworker").get(URL, {"about": "assessment", **asked})
    assert answer.status_code == 200
    assert words in seen(answer)


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        (
            {"about": "period", "period": "within 6 weeks from"}
            | typed(event=date(2026, 5, 1)),
            {"C-01", "AP-02", "AP-02a"},
        ),
        ({"about": "phase", "transfer_year": 2027}, {"PT-01", "PT-02"}),
    ],
)
def test_a_rule_that_is_not_for_these_facts_says_nothing(signed_in, asked, rules):
    found = signed_in("caseworker").get(URL, asked).context["found"]
    assert {row.rule.id for row in found.dated} == rules
    assert found.refused == ()


def test_where_no_rule_answers_the_reason_is_said(signed_in):
    asked = {"about": "period", "period": "soon"} | typed(event=date(2026, 5, 1))
    answer = signed_in("caseworker").get(URL, asked)
    assert "The period &#x27;soon&#x27; cannot be read" in answer.content.decode()


def test_an_unknown_subject_leads_back_to_the_choice(signed_in):
    answer = signed_in("caseworker").get(URL, {"about": "nothing"})
    assert "What happened?" in seen(answer)


def test_gives_a_calendar_file(signed_in):
    answer = signed_in("caseworker").get(URL, REQUEST | {"format": "ics"})
    assert answer["Content-Type"].startswith("text/calendar")
    assert 'filename="assessment.ics"' in answer["Content-Disposition"]
    entries = Calendar.from_ical(answer.content).walk("VEVENT")
    starts = {str(entry["summary"]): entry.decoded("dtstart") for entry in entries}
    assert starts["Send the final plan (NA-13)"] == date(2026, 10, 19)
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)
    why = {str(entry["summary"]): str(entry["description"]) for entry in entries}
    draft = why["Send the draft plan (NA-10)"]
    assert "At the latest: 21 September 2026" in draft
    assert "This is usual practice, not law." in draft
    assert "not law" not in why["Send the final plan (NA-13)"]


def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get(URL, REQUEST)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_a_stranger_may_ask_where_the_partnership_allows_it(client):
    Partnership.objects.update_or_create(pk=1, defaults={"calculator_is_public": True})
    answer = client.get(URL, REQUEST)
    assert answer.status_code == 200
    assert "Monday 19 October 2026" in seen(answer)


def test_asks_the_database_nothing_about_dates(
    signed_in, django_assert_max_num_queries
):
    client = signed_in("caseworker")
    with django_assert_max_num_queries(8):
        client.get(URL, REQUEST)
