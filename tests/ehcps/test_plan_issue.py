"""Issuing the plan: within twenty weeks of the request (NA-13)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import Section, Standing
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:plan-issue", args=[plan.pk])


def write_url(plan):
    return reverse("ehcps:plan-write", args=[plan.pk])


def comments_url(plan):
    return reverse("ehcps:comments-record", args=[plan.pk])


def issuing(**changed):
    answers = {
        "issued_on": date(2026, 11, 10),
        "primary_need": build.code("SEN_TYPE", "ASD"),
        "secondary_need": build.code("SEN_TYPE", "SLCN"),
        "setting": build.setting("Hillside School"),
    }
    return {**answers, **changed}


def test_issues_the_plan_in_time(signed_in):
    plan = build.draft_sent()
    manager = signed_in("team_manager")
    answer = press(manager, url(plan), **issuing())
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


def test_shows_what_the_family_said_and_the_text_that_becomes_final(signed_in):
    plan = build.draft_sent()
    manager = signed_in("team_manager")
    shown = seen(manager.get(url(plan)))
    assert "The family has not answered" in shown
    assert "Draft 1, sent 20 October 2026" in shown
    assert build.TEXTS[Section.F] in shown
    comments = {"comments_on": date(2026, 10, 30), "comments": "More speech therapy."}
    press(manager, comments_url(plan), **comments)
    press(manager, write_url(plan), section_F="Two hours a week.")
    shown = seen(manager.get(url(plan)))
    assert "What the family said, 30 October 2026" in shown
    assert "More speech therapy." in shown
    assert "Draft 2, written since the draft was sent" in shown
    assert "Two hours a week." in shown
    assert build.TEXTS[Section.F] not in shown


def test_says_once_what_optional_means_and_of_what(signed_in):
    plan = build.draft_sent()
    shown = seen(signed_in("team_manager").get(url(plan)))
    assert shown.count("What is marked (optional) may be left empty.") == 1
    assert "Secondary need (optional)" in shown
    assert "Setting named in section I (optional)" not in shown
    assert "where no setting is named (optional)" not in shown


def test_the_text_is_not_shown_to_who_may_not_read_it(only):
    plan = build.draft_sent()
    manager = only(Permission.EHC_VIEW, Permission.PLAN_ISSUE)
    shown = seen(manager.get(url(plan)))
    assert "Issue the plan" in shown
    assert build.TEXTS[Section.F] not in shown
    assert "The family has not answered" not in shown


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"issued_on": None}, "issued_on", "Enter"),
        ({"issued_on": date(2026, 10, 19)}, "issued_on", "draft on 20 October 2026"),
        ({"issued_on": date(2026, 11, 21)}, "issued_on", "today or in the past"),
        ({"issued_on": date(2026, 11, 2)}, "issued_on", "until 3 November 2026"),
        ({"primary_need": None}, "primary_need", "Choose"),
        ({"setting": None}, "setting", "Name the setting"),
        ({"setting": 0}, "setting", "is not open"),
        ({"setting": None, "setting_urn": "12"}, "setting_urn", "six digits"),
        ({"setting": None, "setting_urn": "999999"}, "setting_urn", "No setting has"),
    ],
)
def test_says_what_keeps_a_plan_from_being_issued(signed_in, changed, field, said):
    plan = build.draft_sent()
    answer = press(signed_in("team_manager"), url(plan), **issuing(**changed))
    assert said in errors(answer)[field][0]
    plan.refresh_from_db()
    assert plan.standing == Standing.DRAFT


def test_a_school_elsewhere_is_named_by_its_urn(signed_in):
    plan = build.draft_sent()
    manager = signed_in("team_manager")
    far = build.setting("Far School", authority_code="301")
    offered = manager.get(url(plan)).context["form"].fields["setting"].queryset
    assert far not in offered
    asked = press(manager, url(plan), **issuing(setting=None, setting_urn=far.urn))
    assert errors(asked) == {
        "setting": [
            f"{far.told_apart} is chosen now. If you mean this one, press the button "
            "again."
        ]
    }
    plan.refresh_from_db()
    assert plan.standing == Standing.DRAFT
    shown = asked.context["form"]
    assert (shown["setting"].value(), shown["setting_urn"].value()) == (str(far.pk), "")
    assert f'value="{far.pk}" selected' in asked.content.decode()
    press(manager, url(plan), **issuing(setting=far))
    plan.refresh_from_db()
    assert plan.setting == far


def test_of_two_schools_of_one_name_it_says_where_each_is(signed_in):
    plan = build.draft_sent()
    build.setting("St Mary's School", town="Credenhill", urn="116799")
    build.setting("St Mary's School", town="", urn="116880")
    build.setting("Hillside School")
    shown = signed_in("team_manager").get(url(plan)).content.decode()
    assert "St Mary&#x27;s School (Credenhill, URN 116799)<" in shown
    assert "St Mary&#x27;s School (URN 116880)<" in shown
    assert ">Hillside School<" in shown


def test_what_follows_a_closed_school_is_said(signed_in):
    plan = build.draft_sent()
    former = build.setting("Elm School", status="2")
    academy = build.setting("Elm Academy")
    build.succession(former, academy)
    answers = issuing(setting=None, setting_urn=former.urn)
    said = errors(press(signed_in("team_manager"), url(plan), **answers))
    assert said["setting_urn"] == [
        f"Elm School is not open. {academy.told_apart} follows it."
    ]


@pytest.mark.parametrize(
    ("status", "changed", "said"),
    [
        ("2", {"setting": None}, "Far School is not open"),
        ("4", {"setting": None}, "Far School is not open"),
        ("1", {}, "not both"),
    ],
)
def test_says_why_a_school_elsewhere_cannot_be_named(signed_in, status, changed, said):
    plan = build.draft_sent()
    far = build.setting("Far School", authority_code="301", status=status)
    answers = issuing(setting_urn=far.urn, **changed)
    answer = press(signed_in("team_manager"), url(plan), **answers)
    assert said in errors(answer)["setting_urn"][0]
    plan.refresh_from_db()
    assert plan.standing == Standing.DRAFT


def test_two_needs_differ_and_a_setting_excludes_an_arrangement(signed_in):
    plan = build.draft_sent()
    manager = signed_in("team_manager")
    same = issuing(secondary_need=build.code("SEN_TYPE", "ASD"))
    answer = press(manager, url(plan), **same)
    assert "must differ" in errors(answer)["secondary_need"][0]
    both = issuing(arrangement=build.code("SEN_SETTING", "EHE"))
    answer = press(manager, url(plan), **both)
    assert "only where no setting" in errors(answer)["arrangement"][0]


def test_a_plan_may_name_an_arrangement_instead(signed_in):
    plan = build.draft_sent()
    answers = issuing(setting=None, arrangement=build.code("SEN_SETTING", "EHE"))
    press(signed_in("team_manager"), url(plan), **answers)
    plan.refresh_from_db()
    assert plan.named.startswith("Elective home education")


def test_a_family_that_answered_need_not_be_waited_for(signed_in):
    plan = build.draft_sent()
    heard = {"comments_on": date(2026, 10, 28), "comments": "We agree."}
    press(signed_in("caseworker"), comments_url(plan), **heard)
    early = issuing(issued_on=date(2026, 10, 30))
    press(signed_in("team_manager"), url(plan), **early)
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE


def test_a_plan_without_a_draft_sent_is_not_issued(signed_in):
    answer = press(
        signed_in("team_manager"), url(build.plan(standing=Standing.DRAFT)), **issuing()
    )
    assert "cannot go to" in errors(answer)["__all__"][0]


def test_text_nobody_saw_is_not_issued(signed_in):
    plan = build.draft_sent()
    manager, caseworker = signed_in("team_manager"), signed_in("caseworker")
    hidden = opened(manager, url(plan))
    press(caseworker, write_url(plan), section_B="Written meanwhile")
    answer = press(manager, url(plan), hidden=hidden, **issuing())
    assert str(caseworker.user) in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404


def test_is_not_issued_before_the_comments_that_allow_it(signed_in):
    plan = build.draft_sent()
    client = signed_in("team_manager")
    heard = {"comments_on": date(2026, 11, 9), "comments": "Hillside, please."}
    assert press(client, comments_url(plan), **heard).status_code == 302
    early = press(client, url(plan), **issuing(issued_on=date(2026, 11, 8)))
    assert "arrived on 9 November 2026" in errors(early)["issued_on"][0]
    same_day = press(client, url(plan), **issuing(issued_on=date(2026, 11, 9)))
    assert same_day.status_code == 302
