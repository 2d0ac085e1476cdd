"""No act names a setting that has closed: a plan cannot take back what it says."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Plan
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone():
    return build.setting("Gone School", status="2")


def test_it_is_not_issued(gone):
    plan = build.draft_sent()
    with pytest.raises(RuleBroken, match="Gone School is not open"):
        ehcps.plan_issue(
            plan=plan,
            issued_on=date(2026, 11, 10),
            setting=gone,
            arrangement=None,
            primary_need=build.code("SEN_TYPE", "ASD"),
            secondary_need=None,
            by=build.user("team_manager"),
        )


def test_it_does_not_come_from_elsewhere(gone):
    with pytest.raises(RuleBroken, match="Gone School is not open"):
        build.move_in(setting=gone, arrangement=None)


def test_it_is_no_correction_unless_it_stands_there(gone):
    move = build.move_in()
    plan = move.plan
    facts = {
        "authority": move.authority,
        "made_on": date(2026, 4, 2),
        "last_review_on": None,
        "setting": gone,
        "arrangement": None,
        "primary_need": plan.primary_need,
        "secondary_need": None,
        "reason": "The plan itself says so.",
        "by": build.user("team_manager"),
    }
    with pytest.raises(RuleBroken, match="Gone School is not open"):
        ehcps.transfer_correct(move=move, **facts)
    Plan.objects.filter(pk=plan.pk).update(setting=gone, arrangement=None)
    ehcps.transfer_correct(move=move, **facts)


def test_it_is_no_second_setting_unless_it_stands_there(gone):
    plan = build.plan()
    second = {"second_setting": gone, "second_provision": "unit"}
    with pytest.raises(RuleBroken, match="Gone School is not open"):
        build.plan_return(plan, **second)
    gone.status = "1"
    gone.save()
    build.plan_return(plan, **second)
    gone.status = "2"
    gone.save()
    build.plan_return(plan, personal_budget=True, **second)
