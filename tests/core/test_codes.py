"""National codes by the return years that know them."""

import csv
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.core import codes
from sendhub.core.forms.codes import CodeField
from sendhub.core.models import Code
from sendhub.people.models import Child
from tests import build
from tests.pages import opened, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def years() -> None:
    """One sex code ended with the return of 2026, another begins with 2028."""
    for code, first, last in (("X1", 2023, 2026), ("X2", 2028, None)):
        Code.objects.create(
            id=f"SEX:{code}",
            set="SEX",
            code=code,
            meaning=f"Meaning {code}",
            first_return=first,
            last_return=last,
        )


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (date(2025, 12, 31), {"X1"}),  # the return of January 2026
        (date(2026, 11, 20), set()),
        (date(2027, 1, 1), {"X2"}),
    ],
)
def test_a_form_offers_the_codes_of_its_year(
    years: None, monkeypatch: pytest.MonkeyPatch, today: date, offered: set[str]
) -> None:
    monkeypatch.setattr("sendhub.core.clock.today", lambda: today)
    field = CodeField("SEX").__deepcopy__({})
    found = {code.code for code in field.queryset or ()}
    assert found & {"X1", "X2", "F"} == {"F", *offered}


def test_a_record_keeps_a_code_that_has_ended(years: None, signed_in: Any) -> None:
    child = build.child()
    Child.objects.filter(pk=child.pk).update(sex="SEX:X1")
    client, url = signed_in("caseworker"), reverse("people:child-edit", args=[child.pk])

    page = client.get(url).content.decode()
    assert "Meaning X1" in page
    assert "Meaning X2" not in page
    assert opened(client, url)["sex"] == "SEX:X1"
    assert press(client, url, preferred_name="Bird").status_code == 302
    child.refresh_from_db()
    assert (child.sex_id, child.preferred_name) == ("SEX:X1", "Bird")
    page = client.get(reverse("people:child-record")).content.decode()
    assert "Meaning X1" not in page


def test_the_loader_keeps_the_years(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with codes.FILE.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    loaded = tmp_path / "codes.csv"
    rows = ["SEX,Z1,Ended,2023,2025,yes", "SEX,Z2,Goes on,2026,,no"]
    loaded.write_text("\n".join([",".join(names), *rows]), encoding="utf-8")
    monkeypatch.setattr(codes, "FILE", loaded)
    codes.load_codes()
    found = Code.objects.filter(code__startswith="Z", set="SEX").order_by("code")
    assert list(found.values_list("first_return", "last_return", "verified")) == [
        (2023, 2025, True),
        (2026, None, False),
    ]
