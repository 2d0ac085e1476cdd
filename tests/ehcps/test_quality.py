"""What the next SEN2 return lacks: on the case, counted by rule, and listed."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from sendhub.casework.models import Case
from sendhub.ehcps import quality
from sendhub.ehcps.models import Plan, PlanReturn
from sendhub.ehcps.rules import Stage
from sendhub.ehcps.rules.sen2 import (
    RETURN_RULES,
    return_since,
    years_before,
)
from sendhub.ehcps.tasks import quality_counts
from sendhub.people.actions import child_restrict
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from tests import build
from tests.conftest import TODAY
from tests.pages import exported, seen

pytestmark = pytest.mark.django_db

PAGE = "ehcps:quality-page"
LIST = "ehcps:quality-list"
WHOLE = {"upn": "A123456789012", "ethnicity_id": "ETHNICITY:WBRI"}


def whole(**more):
    """A live plan that the return lacks nothing of."""
    plan = build.plan(**more)
    Child.objects.filter(pk=plan.case.child_id).update(**WHOLE)
    build.attendance(plan.case.child, plan.setting)
    build.plan_return(plan)
    return plan


def child(plan, **facts):
    Child.objects.filter(pk=plan.case.child_id).update(**facts)


def cease(plan, reason, day):
    Plan.objects.filter(pk=plan.pk).update(
        standing="ceased",
        ceased_on=day,
        cease_told_on=day,
        ceased_by=plan.issued_by,
        cease_reason=f"CEASE_REASON:{reason}",
    )


def no_setting(plan, arrangement):
    Plan.objects.filter(pk=plan.pk).update(
        setting=None, arrangement=f"SEN_SETTING:{arrangement}"
    )


def unnumbered(plan):
    Setting.objects.filter(pk=plan.setting_id).update(urn="", ukprn="")


def flags(plan, **said):
    PlanReturn.objects.filter(plan=plan).update(**said)


def at(plan, **facts):
    Setting.objects.filter(pk=plan.setting_id).update(**facts)


def attends(plan, provision):
    plan.case.child.attendances.update(provision=provision)


def second(plan, provision, **facts):
    other = build.setting(**facts)
    flags(plan, second_setting=other, second_provision=provision)


def unlikely(plan, type_code):
    Setting.objects.filter(pk=plan.setting_id).update(type_code=type_code)


SIX, SIXTEEN = date(2020, 11, 20), date(2010, 11, 20)
UN1 = {"upn": "", "upn_unknown_id": "UPNUNKNOWN:UN1"}
UN2 = {"upn_unknown_id": "UPNUNKNOWN:UN2"}
BREAKS = [
    (lambda p: None, []),
    (lambda p: child(p, upn=""), ["SH-101"]),
    (lambda p: child(p, upn="", uln="1234567890"), []),
    (lambda p: child(p, **UN2), ["SH-103"]),
    (lambda p: child(p, upn="", **UN2), []),
    (lambda p: child(p, **UN1, born_on=SIX), ["SH-104"]),
    (lambda p: child(p, **UN1, born_on=date(2020, 11, 21)), []),
    (lambda p: child(p, born_on=date(2001, 8, 31)), ["SH-111"]),
    (lambda p: child(p, born_on=date(2001, 9, 1)), []),
    (lambda p: child(p, ethnicity_id=None), ["SH-112"]),
    (lambda p: cease(p, "1", date(2026, 11, 19)), ["SH-407"]),
    (lambda p: cease(p, "6", date(2026, 11, 19)), ["SH-408"]),
    (lambda p: cease(p, "9", date(2026, 11, 19)), []),
    (unnumbered, ["SH-411"]),
    (lambda p: no_setting(p, "OTH"), ["SH-413"]),
    (lambda p: no_setting(p, "NIEO"), ["SH-413"]),
    (lambda p: (no_setting(p, "NIEO"), flags(p, explained="Awaits a place.")), []),
    (lambda p: p.for_return.delete(), ["SH-415"]),
    (lambda p: (cease(p, "9", TODAY), p.for_return.delete()), ["SH-415"]),
    (lambda p: flags(p, provision="unit"), ["SH-416"]),
    (lambda p: (flags(p, provision="unit"), at(p, sen_unit=True)), []),
    (lambda p: attends(p, "unit"), ["SH-416"]),
    (lambda p: second(p, "unit"), ["SH-416"]),
    (lambda p: second(p, "unit", sen_unit=True), []),
    (lambda p: flags(p, provision="resourced"), ["SH-417"]),
    (lambda p: (attends(p, "resourced"), at(p, resourced_provision=True)), []),
    (lambda p: second(p, "resourced"), ["SH-417"]),
    (lambda p: unlikely(p, "29"), ["SH-418"]),
    (lambda p: unlikely(p, "28"), []),
    (lambda p: no_setting(p, "NEET"), ["SH-419"]),
    (lambda p: at(p, status="2"), ["SH-420"]),
    (lambda p: at(p, status="3"), []),
    (lambda p: second(p, "ordinary", status="2"), ["SH-420"]),
    (lambda p: (at(p, status="2"), cease(p, "9", TODAY)), []),
    (lambda p: (no_setting(p, "NEET"), child(p, born_on=SIXTEEN)), []),
    (lambda p: no_setting(p, "EHE"), []),
    (lambda p: p.case.child.attendances.all().delete(), ["SH-502"]),
]


@pytest.mark.parametrize(("breaks", "rules"), BREAKS)
def test_the_case_the_count_and_the_list_say_the_same(signed_in, breaks, rules):
    plan = whole()
    breaks(plan)
    user = signed_in("data_officer").user
    case = Case.objects.select_related("child").get(pk=plan.case_id)
    assert [lack.rule for lack in quality.lacks_of(case, user, on=TODAY)] == rules
    counts = quality.counted(Case.objects.all(), on=TODAY)
    assert counts.cases == 1
    assert [broken.rule.id for broken in counts.rows if broken.cases] == rules
    for rule in RETURN_RULES:
        listed = quality.breaking(Case.objects.all(), rule, on=TODAY)
        assert listed.exists() is (rule in rules)


def test_every_rule_is_broken_by_one_of_these():
    assert {rule for _, rules in BREAKS for rule in rules} == set(RETURN_RULES)
    assert set(quality.conditions(on=TODAY)) == set(RETURN_RULES)


def test_says_of_a_request_only_what_is_asked_of_a_request(signed_in):
    assessment = build.assessment()
    child(assessment, upn="", upn_unknown_id=None, ethnicity_id=None)
    user = signed_in("data_officer").user
    lacks = quality.lacks_of(assessment.case, user, on=TODAY)
    assert [lack.rule for lack in lacks] == ["SH-101", "SH-112"]


@pytest.mark.parametrize(
    ("on", "since"),
    [
        (date(2026, 11, 20), date(2026, 1, 1)),
        (date(2027, 2, 28), date(2026, 1, 1)),
        (date(2027, 3, 1), date(2027, 1, 1)),
    ],
)
def test_the_return_of_a_year_is_made_until_february(on, since):
    assert return_since(on) == since


def test_a_birthday_on_a_leap_day_is_counted_back():
    assert years_before(date(2028, 2, 29), 6) == date(2022, 2, 28)


def test_a_request_of_long_ago_is_not_in_the_return():
    ended = build.assessment(received_on=date(2025, 3, 3), stage=Stage.REFUSED)
    assert not quality.in_return(Case.objects.all(), on=TODAY).exists()
    build.assessment(child_=ended.case.child, received_on=date(2026, 9, 1))
    assert quality.in_return(Case.objects.all(), on=TODAY).count() == 1


def test_the_case_shows_it_from_the_first_day_with_where_to_mend_it(signed_in):
    case = build.assessment().case
    page = signed_in("caseworker").get(case.get_absolute_url())
    assert "Ethnicity is missing (SH-112)." in seen(page)
    mend = reverse("people:child-edit", args=[case.child_id])
    assert f'<a href="{mend}">Change the child’s details' in page.content.decode()
    reads = signed_in("auditor").get(case.get_absolute_url())
    assert "Ethnicity is missing (SH-112)." in seen(reads)
    assert "Change the child’s details" not in reads.content.decode()


def test_each_number_opens_its_list_and_its_csv(signed_in):
    named = build.child(given_names="Ann", family_name="Archer")
    build.assessment(child_=named)
    whole()
    client = signed_in("team_manager")
    page = client.get(reverse(PAGE))
    counts = page.context["counts"]
    found = {row.rule.id: row.cases for row in counts.rows}
    assert (counts.cases, found["SH-112"], found["SH-502"]) == (2, 1, 0)
    address = f"{reverse(LIST)}?rule=SH-112"
    assert address in page.content.decode()
    assert [str(c.child) for c in client.get(address).context["page"].rows] == [
        "Ann Archer"
    ]
    [row] = exported(client, reverse(LIST), rule="SH-112")
    assert row["Case"].startswith("EHC-")
    assert row["SH-112: Ethnicity missing"] == "yes"
    assert row["SH-411: The setting named has neither URN nor UKPRN"] == ""


def test_the_rules_go_out_as_they_are_counted(signed_in):
    child(whole(), ethnicity_id=None)
    rows = exported(signed_in("team_manager"), reverse(PAGE))
    assert [row["Rule"] for row in rows] == list(RETURN_RULES)
    [broken] = [row for row in rows if row["Cases"] != "0"]
    assert broken == {
        "What is missing or odd": "Ethnicity missing",
        "Rule": "SH-112",
        "Kind": "To mend",
        "Cases": "1",
    }


def test_the_list_shows_any_of_them_and_is_narrowed(signed_in):
    officer = build.user("caseworker")
    build.assessment(officer=officer)
    build.assessment()
    whole()
    client = signed_in("data_officer")
    assert len(client.get(reverse(LIST)).context["page"].rows) == 2
    mine = client.get(reverse(LIST), {"officer": officer.pk})
    assert len(mine.context["page"].rows) == 1
    none = client.get(reverse(LIST), {"rule": "SH-419"})
    assert "No case is like that" in seen(none)
    assert "child under 16 (SH-419, to check)." in seen(none)
    assert ", to mend)" not in seen(client.get(reverse(LIST), {"rule": "nonsense"}))


@pytest.mark.parametrize("name", [PAGE, LIST])
def test_asks_the_same_number_of_queries(signed_in, queries_stay_flat, name):
    queries_stay_flat(signed_in("data_officer"), reverse(name), build.assessment)


def test_restricted_children_are_neither_listed_nor_counted(signed_in):
    build.assessment(child_=build.restricted_child())
    client = signed_in("service_manager")
    assert client.get(reverse(PAGE)).context["counts"].cases == 0
    assert not client.get(reverse(LIST)).context["page"].rows


def kept_counts_read(client):
    counts = client.get(reverse(PAGE)).context["counts"]
    return counts.cases, counts.broken["SH-112"]


def test_what_the_job_counted_is_shown_with_its_time(signed_in):
    build.assessment()
    client = signed_in("data_officer")
    assert "Counted just now." in seen(client.get(reverse(PAGE)))
    assert quality_counts(timestamp=0) == 1
    build.assessment()
    assert kept_counts_read(client) == (1, 1)
    at = timezone.localtime(cache.get(quality.KEPT)["at"])
    assert f"at {at:%H:%M}, and again every ten" in seen(client.get(reverse(PAGE)))
    assert quality_counts(timestamp=0) == 2
    assert kept_counts_read(client) == (2, 2)


def test_kept_counts_hold_restricted_children_for_those_named_only(signed_in):
    client = signed_in("service_manager")
    build.assessment()
    build.assessment(child_=build.restricted_child(named=[client.user]))
    build.assessment(child_=build.restricted_child())
    quality_counts(timestamp=0)
    assert kept_counts_read(client) == (2, 2)
    assert kept_counts_read(signed_in("data_officer")) == (1, 1)


def test_nothing_kept_is_told_once_somebody_is_restricted(signed_in):
    case = build.assessment().case
    client = signed_in("data_officer")
    quality_counts(timestamp=0)
    by = build.user("service_manager")
    child_restrict(child=case.child, named=[], reason="A relative", by=by)
    assert kept_counts_read(client) == (0, 0)


def test_counts_kept_by_other_rules_are_not_read(signed_in):
    build.assessment()
    quality_counts(timestamp=0)
    kept = cache.get(quality.KEPT)
    cache.set(quality.KEPT, kept | {"broken": {"SH-000": 5}})
    assert kept_counts_read(signed_in("data_officer")) == (1, 1)


@pytest.mark.parametrize("name", [PAGE, LIST])
@pytest.mark.parametrize("role", ["caseworker", "finance_officer"])
def test_is_not_for_those_without_the_right(signed_in, name, role):
    assert signed_in(role).get(reverse(name)).status_code == 403
