"""Two people at the same moment, with real connections and threads."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.people.models import Address, Child
from tests import build
from tests.pages import errors, opened, written_over
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

UPN = "H801200001001"


def filled(client: Any, url: str, **answers: Any) -> Callable[[], Any]:
    """Open the page now; send it later."""
    typed = written_over(opened(client, url), **answers)
    return lambda: client.post(url, typed)


def test_of_two_who_record_the_same_upn_one_is_told(signed_in: Any) -> None:
    url = reverse("people:child-record")
    names = [("Zoe", "Rees"), ("Harri", "Bevan")]
    jobs = [
        filled(
            signed_in("caseworker"),
            url,
            given_names=given,
            family_name=family,
            born_on=date(2016, 5, 5),
            sex=build.code("SEX", "F"),
            upn=UPN,
        )
        for given, family in names
    ]
    answers = at_once(*jobs)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer.status_code == 200)
    assert "already has this UPN" in errors(loser)["upn"][0]
    assert Child.objects.get().upn == UPN


def test_of_two_addresses_at_once_one_is_told(signed_in: Any) -> None:
    child = build.child()
    url = reverse("people:address-change", args=[child.pk])
    jobs = [
        filled(
            signed_in("caseworker"),
            url,
            lines=lines,
            town="",
            postcode="",
            starts_on=date(2026, 11, 1),
        )
        for lines in ("1 Hill", "2 Hill")
    ]
    answers = at_once(*jobs)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    loser = next(answer for answer in answers if answer.status_code == 200)
    assert errors(loser)
    assert Address.objects.count() == 1


def test_of_two_who_follow_one_address_at_once_one_is_told(signed_in: Any) -> None:
    child = build.child()
    build.address(child)
    url = reverse("people:address-change", args=[child.pk])
    days = (date(2026, 10, 1), date(2026, 11, 1))
    jobs = [
        filled(signed_in("caseworker"), url, lines="1 Hill", postcode="", starts_on=day)
        for day in days
    ]
    answers = at_once(*jobs)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert child.addresses.count() == 2


def test_one_form_sent_six_times_at_once_records_one_child(signed_in: Any) -> None:
    url = reverse("people:child-record")
    job = filled(
        signed_in("caseworker"),
        url,
        given_names="Zoe",
        family_name="Rees",
        born_on=date(2016, 5, 5),
        sex=build.code("SEX", "F"),
    )
    answers = at_once(*[job] * 6)
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert Child.objects.count() == 1


def test_of_two_settings_at_once_one_is_told(signed_in: Any) -> None:
    child = build.child()
    url = reverse("people:attendance-start", args=[child.pk])
    jobs = [
        filled(
            signed_in("caseworker"),
            url,
            setting=build.setting(authority_code="884"),
            starts_on=date(2026, 9, 1),
        )
        for _ in range(2)
    ]
    answers = at_once(*jobs)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert child.attendances.count() == 1
