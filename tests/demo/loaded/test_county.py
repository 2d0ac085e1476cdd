"""The whole demonstration county: it is like the one that is published."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pghistory
import pytest
from django.db import connection, transaction
from django.db.models.functions import TruncDate
from django.test.utils import override_settings
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core.verifying import gather, run
from sendhub.demo.load import NAME
from sendhub.demo.published import ISSUED, PLANS, REQUESTS, published
from sendhub.demo.retold.filling import county_tell_again
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage, Standing
from sendhub.people.models import Attendance, Child
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting
from sendhub.statutory.people import age_on
from tests.conftest import TODAY
from tests.demo.loaded.conftest import Lives, set_today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("county")]
POINTS = 2.0  # per cent of the whole
YEAR = timedelta(days=365)
KINDS = {  # by the register's type of establishment, as the figures are published
    **dict.fromkeys(("1", "2", "3", "5"), "mainstream_maintained"),
    **dict.fromkeys(("28", "34"), "mainstream_academy"),
    "35": "mainstream_free",
    "11": "mainstream_independent",
    **dict.fromkeys(("7", "12"), "special_maintained"),
    **dict.fromkeys(("33", "44"), "special_academy"),
    "36": "special_free",
    "10": "special_independent",
    "8": "special_non_maintained",
    "14": "alternative",
    "18": "further_education",
    "32": "specialist_post_16",
    "30": "welsh",
}
BY_CATEGORY = {"further_education": "training_provider", "early_years": "early_years"}
RESOURCED = {"1": "resourced_maintained", "34": "resourced_academy"}


@pytest.fixture(scope="module")
def whole(
    caseload: dict[str, Any], lives: Lives, django_db_blocker: Any
) -> Iterator[dict[str, Any]]:
    """The loaded county, and the settings under which its files are found."""
    [told] = lives
    day = set_today(TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**caseload), pghistory.context(url=NAME):
            county_tell_again(*told)
        day.undo()
        with connection.cursor() as cursor:
            # Else every test would check all of the county's references anew.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield caseload
        transaction.set_rollback(True)


@pytest.fixture
def county(whole: dict[str, Any], settings: Any) -> None:
    """The county as it was loaded; what a test does to it is undone."""
    for name, value in whole.items():
        setattr(settings, name, value)


def live() -> Any:
    return Plan.objects.filter(standing=Standing.LIVE)


def requests() -> Any:
    """Those of the last twelve months, as the yearly tables count."""
    every = NeedsAssessment.objects.exclude(stage=Stage.MISTAKE)
    return every.filter(received_on__gt=TODAY - YEAR, received_on__lte=TODAY)


def decision(stage: str, told_on: date | None) -> str:
    if told_on is None:
        return "undecided"
    return "refuse" if stage == Stage.REFUSED else "assess"


def decisions() -> Counter[str]:
    rows = requests().values_list("stage", "assess_told_on")
    return Counter(decision(*row) for row in rows)


def of_requests(column: str, wanted: str = "") -> Counter[str]:
    rows = requests().values_list(column, "stage", "assess_told_on")
    return Counter(
        kind for kind, *rest in rows if not wanted or decision(*rest) == wanted
    )


def ages() -> Counter[str]:
    found: Counter[str] = Counter()
    for born_on in live().values_list("case__child__born_on", flat=True):
        age = age_on(born_on, TODAY)
        bands = ((4, "0-4"), (10, "5-10"), (15, "11-15"), (19, "16-19"), (25, "20-25"))
        found[next(band for last, band in bands if age <= last)] += 1
    return found


def timely() -> Counter[str]:
    year = Deadline.objects.filter(rule="NA-13", met_on__gt=TODAY - YEAR)
    return Counter("in" if d.ended == Ended.MET else "late" for d in year)


def six_weeks() -> Counter[str]:
    year = Deadline.objects.filter(rule="NA-03", met_on__gt=TODAY - YEAR)
    return Counter("in" if d.ended == Ended.MET else "late" for d in year)


def places() -> Counter[str]:
    there = Attendance.objects.in_force(on=TODAY).select_related("setting")
    now = {one.child_id: one for one in there}
    found: Counter[str] = Counter()
    for plan in live().select_related("case", "arrangement"):
        here = now.get(plan.case.child_id)
        if here is None:
            found[plan.arrangement.code if plan.arrangement else "unknown"] += 1
        elif here.provision == Provision.RESOURCED:
            found[RESOURCED[here.setting.type_code]] += 1
        else:
            code, category = here.setting.type_code, here.setting.category
            found[KINDS.get(code) or BY_CATEGORY[category]] += 1
    return found


MEASURES = {
    "source": lambda: of_requests("source__code"),
    "decision": decisions,
    "sex_assess": lambda: of_requests("case__child__sex__code", "assess"),
    "sex_refuse": lambda: of_requests("case__child__sex__code", "refuse"),
    "sex_undecided": lambda: of_requests("case__child__sex__code", "undecided"),
    "six_weeks": six_weeks,
    "timely": timely,
    "need": lambda: Counter(live().values_list("primary_need__code", flat=True)),
    "sex": lambda: Counter(live().values_list("case__child__sex__code", flat=True)),
    "age": ages,
    "place": places,
}


def test_plans_ended_mostly_for_the_reasons_that_are_published():
    ended = Plan.objects.exclude(cease_reason=None)
    found = Counter(ended.values_list("cease_reason__code", flat=True))
    wanted = published("ceased")
    assert set(found) >= set(wanted) - {"1"}
    whole, all_published = found.total(), sum(wanted.values())
    for kind in ("2", "3", "4", "5", "6"):
        share = 100 * found[kind] / whole
        assert share == pytest.approx(
            100 * wanted[kind] / all_published, abs=2 * POINTS
        )


@pytest.mark.parametrize("measure", MEASURES)
def test_shares_are_within_two_points_of_the_published(measure):
    found, wanted = MEASURES[measure](), published(measure)
    whole, all_published = sum(found.values()), sum(wanted.values())
    apart = {
        kind: 100 * found[kind] / whole - 100 * wanted.get(kind, 0) / all_published
        for kind in {*found, *wanted}
    }
    assert not {kind: by for kind, by in apart.items() if abs(by) > POINTS}


def test_has_the_published_number_of_plans_and_a_year_of_requests():
    assert live().count() == PLANS
    assert requests().count() == pytest.approx(REQUESTS, abs=5)
    issued = Plan.objects.filter(issued_on__gt=TODAY - YEAR)
    assert issued.count() == pytest.approx(ISSUED, rel=0.05)


def test_requests_come_all_through_the_year():
    months = Counter(
        (d.year, d.month) for d in requests().values_list("received_on", flat=True)
    )
    assert len(months) >= 12
    days = Counter(requests().values_list("received_on", flat=True))
    assert len(days) > 120
    assert not [
        day for day in days if day.weekday() > 4 and day < TODAY - timedelta(days=9)
    ]


def test_nobody_works_at_weekends():
    acts = Act.objects.annotate(day=TruncDate("at")).filter(day__iso_week_day__gt=5)
    assert Counter(acts.values_list("act", flat=True)) == {}


def test_caseworkers_have_caseloads_that_one_knows():
    officers = User.objects.filter(groups__name=RoleKey.CASEWORKER)
    loads = Counter(
        live()
        .filter(case__officer__in=officers)
        .values_list("case__officer", flat=True)
    )
    assert len(loads) == officers.count() == 12
    assert min(loads.values()) > 60
    assert max(loads.values()) < 220


def test_children_are_where_children_of_their_age_are():
    there = Attendance.objects.in_force(on=TODAY).select_related("child", "setting")
    strange = [
        one
        for one in there
        if one.setting.phase in ("Primary", "Secondary")
        and not (2 if one.setting.phase == "Primary" else 10)
        <= one.child.age(TODAY)
        <= (12 if one.setting.phase == "Primary" else 19)
    ]
    assert strange == []


def test_plans_were_not_issued_before_a_child_could_have_one():
    rows = live().values_list("case__child__born_on", "issued_on")
    assert min(age_on(born_on, issued_on) for born_on, issued_on in rows) >= 1


def test_every_school_of_the_county_is_there_and_nothing_lies_ahead():
    assert (
        Setting.objects.filter(authority_code="884", laestab__startswith="884").count()
        == 98
    )
    assert not Act.objects.filter(happened_on__gt=TODAY).exists()


@pytest.mark.parametrize("name", [check.name for check in gather()])
def test_verify_finds_nothing(name):
    check = next(one for one in gather() if one.name == name)
    assert run(check).first == ()


def test_a_stranger_finds_a_child_by_half_a_name(client):
    child = Child.objects.filter(merged_into=None, restricted_at=None).order_by("-pk")[
        3
    ]
    half = child.family_name[: max(3, len(child.family_name) // 2)]
    client.force_login(User.objects.get(email="caseworker@example.org"))
    page = client.get(
        reverse("people:child-search"), {"q": f"{child.given_names} {half}"}
    )
    assert page.status_code == 200
    assert child.get_absolute_url() in page.content.decode()
