"""Writing the draft, section by section."""

import pytest
from django.urls import reverse

from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions, rules
from sendhub.ehcps.rules import IN_DRAFT, Section, Standing
from tests import build
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:plan-write", args=[plan.pk])


def texts(**changed):
    answers = {f"section_{letter}": f"Text of {letter}" for letter in IN_DRAFT}
    return {**answers, **changed}


def test_writes_the_draft_section_by_section(signed_in):
    plan = build.plan(standing=Standing.DRAFT)
    press(signed_in("caseworker"), url(plan), **texts())
    version = plan.versions.get()
    assert {s.letter: s.text for s in version.sections.all()} == {
        letter: f"Text of {letter}" for letter in IN_DRAFT
    }


def test_a_stale_draft_is_not_written_over(signed_in):
    plan = build.plan(standing=Standing.DRAFT)
    first, second = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(second, url(plan))
    press(first, url(plan), **texts(section_A="First"))
    answer = press(second, url(plan), hidden=hidden, section_A="Second")
    said = errors(answer)["section_A"][0]
    assert f"{first.user} wrote here meanwhile: “First”" in said
    assert "Second" in seen(answer)
    assert plan.versions.get().sections.get(letter="A").text == "First"

    answer = press(second, url(plan), hidden=held(answer), section_A="Both of us")
    assert answer.status_code == 302
    assert plan.versions.get().sections.get(letter="A").text == "Both of us"


def test_what_a_colleague_wrote_elsewhere_stays(signed_in):
    plan = build.plan(standing=Standing.DRAFT)
    first, second = signed_in("caseworker"), signed_in("caseworker")
    hidden = opened(second, url(plan))
    press(first, url(plan), section_B="Theirs", section_F="Theirs too")
    answer = press(second, url(plan), hidden=hidden, section_A="Mine")
    assert answer.status_code == 302
    found = {s.letter: s.text for s in plan.versions.get().sections.all()}
    assert (found["A"], found["B"], found["F"]) == ("Mine", "Theirs", "Theirs too")


def test_a_section_written_at_the_same_moment_is_refused():
    plan = build.plan(standing=Standing.DRAFT)
    shown = {Section.A: rules.mark_of("")}
    by = build.user("caseworker")
    actions.plan_write(plan=plan, texts={Section.A: "x"}, marks=shown, by=by)
    with pytest.raises(RuleBroken, match="section A at this moment"):
        actions.plan_write(plan=plan, texts={Section.A: "y"}, marks=shown, by=by)


def test_a_draft_that_was_sent_stays_and_the_next_one_begins(signed_in):
    plan = build.draft_sent()
    press(signed_in("caseworker"), url(plan), **texts(section_B="New"))
    first, second = plan.versions.order_by("number")
    assert first.sections.get(letter="B").text == build.TEXTS[Section.B]
    assert second.sections.get(letter="B").text == "New"


def test_an_issued_plan_is_not_written(signed_in):
    answer = press(signed_in("caseworker"), url(build.plan()), **texts())
    assert "has been issued" in errors(answer)["__all__"][0]


def test_a_draft_names_no_setting(signed_in):
    page = signed_in("caseworker").get(url(build.plan(standing=Standing.DRAFT)))
    assert "section_I" not in page.content.decode()


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("auditor").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404
