"""Saying who is away and who covers: casework:cover-set, and what follows from it."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.casework.models import Cover
from sendhub.core.errors import RuleBroken
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

URL = reverse("casework:cover-set")
WORK = reverse("casework:work-list")
DAYS = {"starts_on": date(2026, 11, 16), "ends_on": date(2026, 12, 4)}


@pytest.fixture
def nia(case):
    return case.officer


@pytest.fixture
def sam():
    return build.user("caseworker", name="Sam Okafor")


def test_an_officer_says_it_of_themselves(signed_in, nia, sam):
    client = signed_in(nia)
    assert "officer" not in client.get(URL).context["form"].fields
    answer = press(client, URL, covered_by=sam, **DAYS)
    assert (answer.status_code, answer.url) == (302, reverse("casework:cover-list"))
    cover = Cover.objects.get()
    assert (cover.officer, cover.covered_by, cover.set_by) == (nia, sam, nia)
    text = seen(client.get(answer.url))
    assert "Sam Okafor covers for Nia Prosser from 16 November 2026 to" in text
    assert "Away now" in text
    assert Act.objects.get(act="casework.cover_set").sentence == (
        "Sam Okafor covers for Nia Prosser from 16 November 2026 to 4 December 2026"
    )


def test_a_manager_says_it_of_others(signed_in, nia, sam):
    client = signed_in("team_manager")
    assert press(client, URL, officer=nia, covered_by=sam, **DAYS).status_code == 302
    assert Cover.objects.get().officer == nia


def test_an_officer_says_it_of_nobody_else(signed_in, nia, sam):
    press(signed_in("caseworker"), URL, officer=nia, covered_by=sam, **DAYS)
    assert Cover.objects.get().officer != nia
    with pytest.raises(RuleBroken, match="Only a manager"):
        actions.cover_set(officer=nia, covered_by=sam, by=sam, **DAYS)


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"officer": None}, "officer", "Choose who is away."),
        ({"covered_by": None}, "covered_by", "Choose who covers."),
        ({"covered_by": 10**12}, "covered_by", "This person cannot cover."),
        ({"officer": 10**12}, "officer", "This person has no work to cover."),
        ({"starts_on": None}, "starts_on", "Enter the first day away."),
        ({"ends_on": None}, "ends_on", "Enter the last day away."),
        ({"ends_on": date(2026, 11, 19)}, "ends_on", "today or in the future"),
        ({"starts_on": date(2026, 12, 5)}, "ends_on", "before the first"),
        ({"covered_by": "nia"}, "covered_by", "Somebody else must cover."),
    ],
)
def test_says_what_is_wrong_and_keeps_the_rest(
    signed_in, nia, sam, wrong, field, words
):
    wrong = {name: nia if value == "nia" else value for name, value in wrong.items()}
    facts = {"officer": nia, "covered_by": sam, **DAYS, **wrong}
    said = errors(press(signed_in("team_manager"), URL, **facts))
    assert list(said) == [field]
    assert words in said[field][0]
    assert not Cover.objects.exists()


def test_nobody_is_away_twice_on_a_day(signed_in, nia, sam):
    build.cover(nia, sam, **DAYS)
    later = {"starts_on": date(2026, 12, 4), "ends_on": date(2026, 12, 9)}
    said = errors(press(signed_in(nia), URL, covered_by=sam, **later))
    assert "away on some of these days already" in said["starts_on"][0]


def test_nobody_covers_who_is_away_then(signed_in, nia, sam):
    mair = build.user("caseworker", name="Mair Rees")
    build.cover(sam, mair, starts_on=date(2026, 12, 4), ends_on=date(2026, 12, 9))
    said = errors(press(signed_in(nia), URL, covered_by=sam, **DAYS))
    assert said["covered_by"] == [
        "Sam Okafor is away until 9 December 2026. Choose another."
    ]


def test_says_what_the_colleague_does_not_see(signed_in, nia, sam):
    hidden = build.restricted_child(named=[nia])
    build.case(child_=hidden, officer=nia)
    client = signed_in(nia)
    answer = press(client, URL, covered_by=sam, **DAYS)
    text = seen(client.get(answer.url))
    assert "1 record is restricted and Sam Okafor does not see it." in text
    assert hidden.family_name not in text


def test_a_double_click_says_it_once(signed_in, nia, sam):
    client = signed_in(nia)
    hidden = opened(client, URL)
    for _ in range(2):
        answer = press(client, URL, hidden=hidden, covered_by=sam, **DAYS)
        assert answer.status_code == 302
    assert Cover.objects.count() == 1


def test_the_colleague_sees_the_work_in_a_tab_while_it_lasts(signed_in, case, nia, sam):
    build.deadline(case_=case, title="Decide")
    build.task(case_=case)
    client = signed_in(sam)
    assert "Covering" not in seen(client.get(WORK))
    cover = build.cover(nia, sam, **DAYS)
    assert "Covering Nia Prosser 2" in seen(client.get(WORK))
    rows = client.get(WORK, {"whose": "cover"}).context["rows"]
    assert [row.title for row in rows] == ["Ring the school", "Decide"]
    assert client.get(WORK).context["rows"] == []
    for days in (
        {"starts_on": date(2026, 11, 21)},
        {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 19)},
    ):
        Cover.objects.filter(pk=cover.pk).update(**days)
        assert "Covering" not in seen(client.get(WORK))
        assert client.get(WORK, {"whose": "cover"}).context["rows"] == []


def test_covering_several_is_one_tab(signed_in, nia, sam):
    mair = build.user("caseworker", name="Mair Rees")
    build.cover(nia, sam, **DAYS)
    build.cover(mair, sam, **DAYS)
    assert "Covering 2 colleagues" in seen(signed_in(sam).get(WORK))


AWAY = "away until 4 December 2026, Sam Okafor covers"


def test_says_so_wherever_a_case_shows_its_officer(signed_in, nia, sam):
    made = build.assessment(officer=nia)
    build.cover(nia, sam, **DAYS)
    client = signed_in("team_manager")
    pages = [
        made.case.get_absolute_url(),
        made.case.child.get_absolute_url(),
        reverse("casework:case-assign", args=[made.case_id]),
        f"{WORK}?whose=everyone",
        f"{reverse('people:child-search')}?q={made.case.child.family_name}",
        reverse("ehcps:request-list"),
    ]
    for page in pages:
        assert AWAY in seen(client.get(page)), page
    build.plan(officer=nia)
    assert AWAY in seen(client.get(reverse("ehcps:plan-list")))
    form = client.get(reverse("casework:case-assign", args=[build.case().pk]))
    names = [label for _, label in form.context["form"].fields["officer"].choices]
    assert any(AWAY in name for name in names)
