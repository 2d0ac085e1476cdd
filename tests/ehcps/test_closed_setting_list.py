"""Closed settings that children attend or live plans name (PPL-5)."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import Standing
from sendhub.people import actions
from sendhub.people.models import Attendance, Child
from sendhub.schools.models import Setting
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db
URL = "ehcps:closed-setting-list"
CLOSED = {"status": "2", "closed_on": date(2026, 8, 31)}


def at(setting: Setting, **more: Any) -> Child:
    child = build.child()
    since = date(2024, 9, 1)
    Attendance.objects.create(child=child, setting=setting, starts_on=since, **more)
    return child


def named_by_plan(setting: Setting) -> Plan:
    plan = build.plan(standing=Standing.LIVE)
    Plan.objects.filter(pk=plan.pk).update(setting=setting, arrangement=None)
    return plan


def listed(client: Any) -> list[list[str]]:
    answer = client.get(reverse(URL), {"format": "csv", "sort": "name"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return [
        [row["Setting"], row["Children there"], row["Live plans that name it"]]
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_counts_children_and_plans_and_opens_them(signed_in: Any) -> None:
    both = build.setting("Ash School", **CLOSED)
    plans = build.setting("Birch School", **CLOSED)
    build.setting("Cedar School", **CLOSED)
    at(build.setting("Open School"))
    gone = build.setting("Left School", **CLOSED)
    at(gone, ends_on=date(2026, 7, 20))
    at(both), at(both)
    for setting in (both, plans, plans):
        named_by_plan(setting)
    academy = build.setting("Ash Academy")
    build.succession(both, academy)
    client = signed_in("data_officer")
    assert listed(client) == [["Ash School", "2", "1"], ["Birch School", "0", "2"]]
    answer = client.get(reverse(URL))
    told = seen(answer)
    assert answer.context["title"] == "Closed settings"
    assert "Closed settings that children attend or plans name" in told
    assert "Ash Academy" in told
    assert "Cedar School" not in told
    html = answer.content.decode()
    children = reverse("people:attendance-list", args=[both.pk])
    assert f'href="{children}"' in html
    plan_list = f"{reverse('ehcps:plan-list')}?urn={plans.urn}"
    assert f'href="{plan_list}"' in html
    assert "Showing 2 of 2 plans" in seen(client.get(plan_list))


def test_counts_nobody_who_is_out_of_sight(signed_in: Any) -> None:
    closed = build.setting("Ash School", **CLOSED)
    actions.child_restrict(
        child=at(closed),
        named=[build.user("caseworker")],
        reason="A relative",
        by=build.user("service_manager"),
    )
    assert listed(signed_in("team_manager")) == []


def test_is_for_managers_and_data_officers(signed_in: Any) -> None:
    for role in ("caseworker", "administrator", "auditor"):
        assert signed_in(role).get(reverse(URL)).status_code == 403


@pytest.mark.parametrize(
    ("facts", "said"), [(CLOSED, True), ({}, False), ({"status": "4"}, False)]
)
def test_where_a_closed_setting_is_named_its_readers_are_told(
    signed_in: Any, facts: dict[str, Any], said: bool
) -> None:
    school = build.setting("Ash School", **facts)
    plan = named_by_plan(school)
    client, child = signed_in("caseworker"), plan.case.child
    pages = [plan.case.get_absolute_url(), reverse("ehcps:plan-list")]
    pages += [child.get_absolute_url(), plan.get_absolute_url()]
    for page in pages:
        text = seen(client.get(page))
        marked = re.search(r"Ash School ?\.? Closed in the register", text)
        assert bool(marked) is said
    taught = at(school)
    assert ("Closed in the reg" in seen(client.get(taught.get_absolute_url()))) is said
