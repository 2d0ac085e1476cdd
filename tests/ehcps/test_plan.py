"""From the decision to issue a plan until it ceases."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from sendhub.casework.models import Deadline
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions, rules
from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import IN_DRAFT, Section, Stage, Standing
from tests import build
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


def url(name, thing):
    return reverse(f"ehcps:{name}", args=[thing.pk])


def drafting() -> Plan:
    return build.assessment(stage=Stage.ISSUING).plan


def draft_sent() -> Plan:
    """Requested on 1 September, draft sent on 20 October 2026."""
    return build.assessment(stage=Stage.DRAFT_SENT).plan


def texts(**changed):
    answers = {f"section_{letter}": f"Text of {letter}" for letter in IN_DRAFT}
    return {**answers, **changed}


def issuing(**changed):
    answers = {
        "issued_on": date(2026, 11, 10),
        "primary_need": build.code("SEN_TYPE", "ASD"),
        "secondary_need": build.code("SEN_TYPE", "SLCN"),
        "setting": build.setting("Hillside School"),
    }
    return {**answers, **changed}


# --- deciding whether to issue


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ({"issue": "yes"}, Stage.ISSUING),
        ({"issue": "no", "reasons": "Needs are met."}, Stage.NOT_ISSUED),
    ],
)
def test_decides_whether_to_issue(signed_in, assessing, answers, stage):
    manager = signed_in("team_manager")
    press(manager, url("issue-decide", assessing), told_on=date(2026, 11, 2), **answers)
    assessing.refresh_from_db()
    assert (assessing.stage, assessing.issue_decided_by) == (stage, manager.user)
    assert Plan.objects.count() == (1 if stage is Stage.ISSUING else 0)


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"issue": ""}, "issue", "Choose whether to issue"),
        ({"told_on": date(2026, 9, 21)}, "told_on", "decision to assess"),
        ({"told_on": date(2026, 11, 21)}, "told_on", "today or in the past"),
        ({"issue": "no"}, "reasons", "needs its reasons"),
    ],
)
def test_says_what_is_wrong_with_the_decision(
    signed_in, assessing, answers, field, said
):
    usual = {"issue": "yes", "told_on": date(2026, 11, 2)}
    answer = press(
        signed_in("team_manager"),
        url("issue-decide", assessing),
        **{**usual, **answers},
    )
    assert said in errors(answer)[field][0]


# --- writing


def test_writes_the_draft_section_by_section(signed_in):
    plan = drafting()
    press(signed_in("caseworker"), url("plan-write", plan), **texts())
    version = plan.versions.get()
    assert {s.letter: s.text for s in version.sections.all()} == {
        letter: f"Text of {letter}" for letter in IN_DRAFT
    }


def test_a_stale_draft_is_not_written_over(signed_in):
    plan = drafting()
    first, second = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(second, url("plan-write", plan))
    press(first, url("plan-write", plan), **texts(section_A="First"))
    answer = press(second, url("plan-write", plan), hidden=hidden, section_A="Second")
    said = errors(answer)["section_A"][0]
    assert f"{first.user} wrote here meanwhile: “First”" in said
    assert "Second" in seen(answer)
    assert plan.versions.get().sections.get(letter="A").text == "First"

    answer = press(
        second, url("plan-write", plan), hidden=held(answer), section_A="Both of us"
    )
    assert answer.status_code == 302
    assert plan.versions.get().sections.get(letter="A").text == "Both of us"


def test_what_a_colleague_wrote_elsewhere_stays(signed_in):
    plan = drafting()
    first, second = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(second, url("plan-write", plan))
    press(first, url("plan-write", plan), section_B="Theirs", section_F="Theirs too")
    answer = press(second, url("plan-write", plan), hidden=hidden, section_A="Mine")
    assert answer.status_code == 302
    found = {s.letter: s.text for s in plan.versions.get().sections.all()}
    assert (found["A"], found["B"], found["F"]) == ("Mine", "Theirs", "Theirs too")


def test_a_section_written_at_the_same_moment_is_refused():
    plan = drafting()
    shown = {Section.A: rules.mark_of("")}
    by = build.user("caseworker")
    actions.plan_write(plan=plan, texts={Section.A: "x"}, marks=shown, by=by)
    with pytest.raises(RuleBroken, match="section A at this moment"):
        actions.plan_write(plan=plan, texts={Section.A: "y"}, marks=shown, by=by)


def test_a_draft_that_was_sent_stays_and_the_next_one_begins(signed_in):
    plan = draft_sent()
    press(signed_in("caseworker"), url("plan-write", plan), **texts(section_B="New"))
    first, second = plan.versions.order_by("number")
    assert first.sections.get(letter="B").text == build.TEXTS[Section.B]
    assert second.sections.get(letter="B").text == "New"


def test_an_issued_plan_is_not_written(signed_in):
    answer = press(signed_in("caseworker"), url("plan-write", build.plan()), **texts())
    assert "has been issued" in errors(answer)["__all__"][0]


def test_a_draft_names_no_setting(signed_in):
    page = signed_in("caseworker").get(url("plan-write", drafting()))
    assert "section_I" not in page.content.decode()


# --- sending


def test_sends_the_draft_and_starts_the_family_s_fifteen_days(signed_in):
    plan = drafting()
    caseworker = signed_in("caseworker")
    press(caseworker, url("plan-write", plan), **texts())
    press(caseworker, url("draft-send", plan), served_on=date(2026, 10, 20))
    plan.assessment.refresh_from_db()
    assert plan.assessment.stage == Stage.DRAFT_SENT
    assert Deadline.objects.get(rule="NA-11").due_on == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("served_on", "field", "said"),
    [
        (None, "served_on", "Enter"),
        (date(2026, 10, 12), "served_on", "decision to issue on 13 October 2026"),
        (date(2026, 11, 21), "served_on", "today or in the past"),
        (date(2026, 10, 20), "__all__", "Write these sections first"),
    ],
)
def test_says_what_keeps_a_draft_from_going(signed_in, served_on, field, said):
    plan = drafting()
    answer = press(
        signed_in("caseworker"), url("draft-send", plan), served_on=served_on
    )
    assert said in errors(answer)[field][0]


def test_the_same_draft_is_not_sent_twice(signed_in):
    answer = press(
        signed_in("caseworker"),
        url("draft-send", draft_sent()),
        served_on=date(2026, 11, 10),
    )
    assert "already sent" in errors(answer)["__all__"][0]


# --- the family's comments


@pytest.mark.parametrize(
    ("comments_on", "ended"),
    [(date(2026, 11, 3), "met"), (date(2026, 11, 4), "void")],
)
def test_records_what_the_family_said(signed_in, comments_on, ended):
    plan = draft_sent()
    caseworker = signed_in("caseworker")
    heard = {"comments_on": comments_on, "comments": "More hours, please."}
    press(caseworker, url("comments-record", plan), **heard)
    assert Deadline.objects.get(rule="NA-11").ended == ended
    assert "More hours, please." in seen(caseworker.get(url("plan-page", plan)))


def test_another_draft_starts_the_family_s_time_anew(signed_in):
    plan = draft_sent()
    caseworker = signed_in("caseworker")
    press(caseworker, url("comments-record", plan), comments_on=date(2026, 10, 28))
    press(caseworker, url("plan-write", plan), section_B="Changed")
    press(caseworker, url("draft-send", plan), served_on=date(2026, 11, 4))
    plan.refresh_from_db()
    assert plan.comments_on is None
    deadline = Deadline.objects.get(rule="NA-11")
    assert (deadline.due_on, deadline.ended) == (date(2026, 11, 18), "")


@pytest.mark.parametrize(
    ("comments_on", "said"),
    [
        (None, "Enter"),
        (date(2026, 10, 19), "draft on 20 October 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_what_is_wrong_with_the_comments_date(signed_in, comments_on, said):
    answer = press(
        signed_in("caseworker"),
        url("comments-record", draft_sent()),
        comments_on=comments_on,
    )
    assert said in errors(answer)["comments_on"][0]


def test_comments_are_about_a_draft_that_was_sent(signed_in):
    caseworker = signed_in("caseworker")
    on = {"comments_on": date(2026, 11, 12)}
    answer = press(caseworker, url("comments-record", build.plan()), **on)
    assert "has been issued" in errors(answer)["__all__"][0]
    answer = press(caseworker, url("comments-record", drafting()), **on)
    assert "Send the draft" in errors(answer)["__all__"][0]


# --- issuing


def test_issues_the_plan_in_time(signed_in):
    plan = draft_sent()
    manager = signed_in("team_manager")
    answer = press(manager, url("plan-issue", plan), **issuing())
    plan = Plan.objects.get()
    assert answer.url == plan.get_absolute_url()
    assert (plan.standing, plan.issued_by) == (Standing.LIVE, manager.user)
    final = plan.versions.newest_first().first()
    assert (final.kind, final.sent_on) == ("final", date(2026, 11, 10))
    assert final.sections.get(letter="I").text == "Hillside School"
    assert final.sections.get(letter="B").text == build.TEXTS[Section.B]
    assert Deadline.objects.get(rule="NA-13").ended == "met"
    assert not Deadline.objects.open().exists()
    child = plan.case.child
    assert (child.primary_need.code, child.secondary_need.code) == ("ASD", "SLCN")


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"issued_on": None}, "issued_on", "Enter"),
        ({"issued_on": date(2026, 10, 19)}, "issued_on", "draft on 20 October 2026"),
        ({"issued_on": date(2026, 11, 21)}, "issued_on", "today or in the past"),
        ({"issued_on": date(2026, 11, 2)}, "issued_on", "until 3 November 2026"),
        ({"primary_need": None}, "primary_need", "Choose"),
        ({"setting": None}, "setting", "Name the setting"),
        ({"setting": 0}, "setting", "valid choice"),
    ],
)
def test_says_what_keeps_a_plan_from_being_issued(signed_in, changed, field, said):
    plan = draft_sent()
    answer = press(
        signed_in("team_manager"), url("plan-issue", plan), **issuing(**changed)
    )
    assert said in errors(answer)[field][0]
    plan.refresh_from_db()
    assert plan.standing == Standing.DRAFT


def test_two_needs_differ_and_a_setting_excludes_an_arrangement(signed_in):
    plan = draft_sent()
    manager = signed_in("team_manager")
    same = issuing(secondary_need=build.code("SEN_TYPE", "ASD"))
    answer = press(manager, url("plan-issue", plan), **same)
    assert "must differ" in errors(answer)["secondary_need"][0]
    both = issuing(arrangement=build.code("SEN_SETTING", "EHE"))
    answer = press(manager, url("plan-issue", plan), **both)
    assert "only where no setting" in errors(answer)["arrangement"][0]


@pytest.mark.parametrize("page", ["plan-issue", "draft-send"])
def test_text_nobody_saw_is_neither_sent_nor_issued(signed_in, page):
    plan = draft_sent() if page == "plan-issue" else drafting()
    manager, caseworker = signed_in("team_manager"), signed_in("caseworker")
    hidden = opened(manager, url(page, plan))
    press(caseworker, url("plan-write", plan), **texts())
    answers = issuing() if page == "plan-issue" else {"served_on": date(2026, 11, 1)}
    answer = press(manager, url(page, plan), hidden=hidden, **answers)
    assert str(caseworker.user) in errors(answer)["__all__"][0]


def test_a_plan_may_name_an_arrangement_instead(signed_in):
    plan = draft_sent()
    answers = issuing(setting=None, arrangement=build.code("SEN_SETTING", "EHE"))
    press(signed_in("team_manager"), url("plan-issue", plan), **answers)
    plan.refresh_from_db()
    assert plan.named.startswith("Elective home education")


def test_a_family_that_answered_need_not_be_waited_for(signed_in):
    plan = draft_sent()
    heard = {"comments_on": date(2026, 10, 28), "comments": "We agree."}
    press(signed_in("caseworker"), url("comments-record", plan), **heard)
    early = issuing(issued_on=date(2026, 10, 30))
    press(signed_in("team_manager"), url("plan-issue", plan), **early)
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE


def test_a_plan_without_a_draft_sent_is_not_issued(signed_in):
    answer = press(
        signed_in("team_manager"), url("plan-issue", drafting()), **issuing()
    )
    assert "cannot go to" in errors(answer)["__all__"][0]


# --- ceasing


def ceasing(**changed):
    answers = {
        "told_on": date(2026, 11, 12),
        "ceased_on": date(2026, 11, 15),
        "cease_reason": build.code("CEASE_REASON", "5"),
    }
    return {**answers, **changed}


def test_ceases_a_live_plan(signed_in):
    plan = build.plan()
    manager = signed_in("team_manager")
    press(manager, url("plan-cease", plan), **ceasing())
    plan.refresh_from_db()
    assert (plan.standing, plan.ceased_by) == (Standing.CEASED, manager.user)
    assert plan.cease_reason.code == "5"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"told_on": date(2026, 11, 9)}, "told_on", "10 November 2026"),
        ({"ceased_on": date(2026, 11, 11)}, "ceased_on", "family was told"),
        ({"ceased_on": date(2026, 11, 21)}, "ceased_on", "today or in the past"),
        ({"ceased_on": None}, "ceased_on", "Enter"),
        ({"cease_reason": None}, "cease_reason", "Choose"),
        ({"cease_reason": "CEASE_REASON:8"}, "cease_reason", "Record the death"),
    ],
)
def test_says_what_keeps_a_plan_from_ceasing(signed_in, changed, field, said):
    plan = build.plan()
    answer = press(
        signed_in("team_manager"), url("plan-cease", plan), **ceasing(**changed)
    )
    assert said in errors(answer)[field][0]


def test_only_a_live_plan_ceases(signed_in):
    answer = press(
        signed_in("team_manager"), url("plan-cease", drafting()), **ceasing()
    )
    assert "Only a live plan" in errors(answer)["__all__"][0]


# --- reading, and who may


def test_the_plan_s_page_shows_its_text_by_version(signed_in):
    plan = build.plan()
    page = signed_in("caseworker").get(url("plan-page", plan))
    assert build.TEXTS[Section.F] in seen(page)
    assert "First review by" in seen(page)
    older = signed_in("caseworker").get(url("plan-page", plan), {"version": "1"})
    assert "I. Setting" not in seen(older)
    nowhere = signed_in("caseworker").get(url("plan-page", plan), {"version": "9"})
    assert nowhere.status_code == 404


def test_a_role_that_does_not_read_plans_sees_no_text(signed_in):
    page = signed_in("finance_officer").get(url("plan-page", build.plan()))
    assert build.TEXTS[Section.F] not in seen(page)


@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("plan-page", "hub_school"),
        ("plan-write", "auditor"),
        ("draft-send", "auditor"),
        ("comments-record", "auditor"),
        ("plan-issue", "caseworker"),
        ("plan-cease", "caseworker"),
    ],
)
def test_is_not_for_those_without_the_right(signed_in, page, role):
    assert signed_in(role).get(url(page, build.plan())).status_code == 403


@pytest.mark.parametrize(
    "page",
    [
        "plan-page",
        "plan-write",
        "draft-send",
        "comments-record",
        "plan-issue",
        "plan-cease",
    ],
)
def test_a_restricted_child_is_out_of_sight(signed_in, page):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(page, plan)).status_code == 404


def test_is_only_for_those_who_decide(signed_in, assessing):
    client = signed_in("caseworker")
    assert client.get(url("issue-decide", assessing)).status_code == 403


@pytest.mark.parametrize("page", ["plan-page", "plan-write", "plan-issue"])
def test_opening_a_page_of_a_plan_is_a_look_noted_once(signed_in, page):
    plan = build.plan()
    manager = signed_in("team_manager")
    for _ in range(2):
        manager.get(url(page, plan))
    look = Look.objects.get(by_id=manager.user.pk)
    assert (look.child_id, look.about_id) == (plan.case.child_id, plan.pk)
