"""The chronology of one child: by day, of one service, of one kind, of some days."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.casework import rules as case_rules
from sendhub.core import clock
from sendhub.people import actions, casefile
from sendhub.people.casefile import Panel
from sendhub.people.models import Child
from tests import build

pytestmark = pytest.mark.django_db


def url(child: Child, page: str = "child-chronology") -> str:
    return reverse(f"people:{page}", args=[child.pk])


def text_of(client: Any, address: str) -> str:
    return client.get(address).content.decode()


def test_is_by_the_day_things_happened(signed_in: Any) -> None:
    child = build.child()
    build.status(child, "young_carer", starts_on=date(2024, 1, 1))
    build.status(child, "child_in_need", starts_on=date(2025, 1, 1))
    entries = signed_in("caseworker").get(url(child)).context["entries"]
    assert [entry.title for entry in entries] == [
        "Record made",
        "Child in need from 1 January 2025",
        "Young carer from 1 January 2024",
    ]


def test_can_be_of_one_service(signed_in: Any) -> None:
    child = build.child()
    build.case(child_=child)
    client = signed_in("caseworker")
    titles = [e.title for e in client.get(url(child)).context["entries"]]
    assert "Case opened" in titles
    only = client.get(url(child), {"service": "casework"}).context["entries"]
    assert [entry.title for entry in only] == ["Case opened"]
    other = client.get(url(child), {"service": "no such app"})
    assert not other.context["entries"]
    assert other.context["filter"].errors["service"] == [
        "What was chosen is not in this list. Choose again."
    ]


def test_offers_services_alone_that_work_with_children(signed_in: Any) -> None:
    shown = signed_in("caseworker").get(url(build.child())).context["filter"]
    offered = dict(shown.form.fields["service"].choices)
    assert set(filter(None, offered)) == {
        "casework",
        "ehcps",
        "intakes",
        "letters",
        "nurture_hubs",
        "people",
    }


def test_can_be_of_one_kind(signed_in: Any) -> None:
    case = build.case()
    build.note(case_=case)
    only = (
        signed_in("caseworker")
        .get(url(case.child), {"kind": "note"})
        .context["entries"]
    )
    assert [entry.url for entry in only] == [case.get_absolute_url()]
    assert "noted" in only[0].title


def test_can_be_of_some_days(signed_in: Any) -> None:
    child = build.child()
    for year, kind in enumerate(("young_carer", "child_in_need", "looked_after")):
        build.status(child, kind, starts_on=date(2024 + year, 1, 1))
    days = {"since_day": 1, "since_month": 1, "since_year": 2025}
    days |= {"until_day": 31, "until_month": "dec", "until_year": 2025}
    answer = signed_in("caseworker").get(url(child), days)
    assert {entry.date.year for entry in answer.context["entries"]} == {2025}


def test_a_day_that_is_none_is_said_beside_its_box(signed_in: Any) -> None:
    child = build.child()
    days = {"since_day": 31, "since_month": 2, "since_year": 2025}
    text = signed_in("caseworker").get(url(child), days).content.decode()
    assert "From must be a real date" in text
    assert 'value="31"' in text


def test_days_the_wrong_way_round_are_said_beside_the_box(signed_in: Any) -> None:
    child = build.child()
    days = {"since_day": 2, "since_month": 1, "since_year": 2025}
    days |= {"until_day": 1, "until_month": 1, "until_year": 2025}
    answer = signed_in("caseworker").get(url(child), days)
    said = "The last day must be on or after 2 January 2025."
    assert answer.context["filter"].form.errors["until"] == [said]
    assert said in answer.content.decode()


def test_can_be_of_one_day(signed_in: Any) -> None:
    child = build.child()
    build.status(child, "young_carer", starts_on=date(2025, 1, 1))
    days = {"since_day": 1, "since_month": 1, "since_year": 2025}
    days |= {"until_day": 1, "until_month": 1, "until_year": 2025}
    answer = signed_in("caseworker").get(url(child), days)
    assert len(answer.context["entries"]) == 1


def test_says_what_was_written_down_later(signed_in: Any) -> None:
    child = build.child()
    with clock.pretend(datetime(2026, 11, 19, 9, tzinfo=UTC)):
        build.status(child, "young_carer", starts_on=date(2024, 1, 1))
    entries = signed_in("caseworker").get(url(child)).context["entries"]
    assert entries[-1].written_on == date(2026, 11, 19)


def test_acts_on_a_case_of_a_closed_service_are_not_read(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(case_rules.OPENED_WITH, "ehc", Permission.MONEY_VIEW)
    case = build.case()
    for name in ("child-page", "child-chronology"):
        here = url(case.child, name)
        assert "Case opened" not in text_of(signed_in("caseworker"), here)
        assert "Record made" in text_of(signed_in("caseworker"), here)
        assert "Case opened" in text_of(signed_in("auditor"), here)


def test_leaves_out_services_out_of_sight(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casefile, "_panels", {})
    casefile.register(
        Panel(
            key="casework",
            title="Cases",
            order=1,
            permission=Permission.MONEY_VIEW,
            template="components/inset.html",
            context=lambda child, user: {},
        )
    )
    child = build.child()
    build.case(child_=child)
    caseworker = signed_in("caseworker")
    assert "Case opened" not in text_of(caseworker, url(child))
    assert "Case opened" not in text_of(caseworker, url(child, "child-page"))
    assert "Case opened" in text_of(signed_in("auditor"), url(child))


def test_names_no_family_and_no_address(signed_in: Any) -> None:
    child = build.child()
    build.address(child)
    mother = build.contact(child, name="Carys Price")
    father = build.contact(
        child, name="Michael Rees", relationship="father", lives_with_child=False
    )
    build.withholding(father, mother)
    build.withholding(father)
    text = text_of(signed_in("finance_officer"), url(child))
    for secret in ("Carys", "Michael", "Broad Street", "HR6"):
        assert secret not in text


def test_is_paged(signed_in: Any) -> None:
    child = build.child()
    by = build.user("caseworker")
    for number in range(60):
        actions.child_edit(child=child, preferred_name=f"Name {number}", by=by)
    client = signed_in("caseworker")
    response = client.get(url(child))
    assert len(response.context["entries"]) == 25
    following = client.get(url(child) + response.context["page"].next_url)
    assert len(following.context["entries"]) == 25
