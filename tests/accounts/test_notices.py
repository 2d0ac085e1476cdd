"""Notices on the first page after signing in: who reads which, until when."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from sendhub.accounts.models import Notice, NoticeSeen
from sendhub.audit.models import Act
from sendhub.core import clock
from tests import build
from tests.conftest import TODAY
from tests.pages import seen
from tests.races import at_once

pytestmark = pytest.mark.django_db

TEXT = "The office is closed on Friday."
FIRST = {
    "caseworker": "casework:work-list",
    "auditor": "casework:work-list",
    "hub_school": "schools:setting-list",
    "administrator": "schools:setting-list",
}


def dismiss(notice):
    return reverse("accounts:notice-dismiss", args=[notice.pk])


def first_page(client):
    answer = client.get("/", follow=True)
    assert answer.status_code == 200
    return seen(answer)


def day(number):
    return TODAY + timedelta(number)


@pytest.mark.parametrize("role", FIRST)
def test_stands_on_the_first_page_of_everybody(signed_in, role):
    build.notice()
    client = signed_in(role)
    assert TEXT in first_page(client)
    assert TEXT not in seen(client.get(reverse("mfa_index")))


@pytest.mark.parametrize(
    ("starts", "ends", "there"),
    [(0, 0, True), (-3, 3, True), (-3, -1, False), (1, 3, False), (0, 9, True)],
)
def test_on_its_days_only(signed_in, starts, ends, there):
    build.notice(starts_on=day(starts), ends_on=day(ends))
    assert (TEXT in first_page(signed_in("caseworker"))) is there


def test_of_chosen_roles_only_and_once_for_who_holds_two(signed_in):
    build.notice(roles=["caseworker", "team_manager"])
    assert TEXT not in first_page(signed_in("auditor"))
    client = signed_in("caseworker")
    client.user.groups.add(Group.objects.get(name="team_manager"))
    assert first_page(client).count(TEXT) == 1


def test_goes_for_whoever_has_read_it_and_for_nobody_else(signed_in):
    notice = build.notice()
    client, other = signed_in("caseworker"), build.user("caseworker")
    answer = client.post(dismiss(notice))
    assert (answer.status_code, answer.url) == (302, "/")
    client.post(dismiss(notice))
    assert NoticeSeen.objects.count() == 1
    assert TEXT not in first_page(client)
    assert TEXT in first_page(signed_in(other))


def test_opening_the_address_does_nothing(signed_in):
    notice = build.notice()
    client = signed_in("caseworker")
    assert client.get(dismiss(notice)).url == "/"
    assert TEXT in first_page(client)


def test_one_that_is_gone_is_not_found(signed_in):
    client = signed_in("caseworker")
    assert client.post(reverse("accounts:notice-dismiss", args=[1])).status_code == 404


def test_is_plain_text(signed_in):
    build.notice("<b>Bold</b>\nSecond line")
    page = signed_in("caseworker").get("/", follow=True).content.decode()
    assert "&lt;b&gt;Bold&lt;/b&gt;<br>Second line" in page


def test_the_newest_stands_first(signed_in):
    build.notice("Old one", starts_on=day(-4))
    build.notice("New one")
    text = first_page(signed_in("caseworker"))
    assert text.index("New one") < text.index("Old one")


@pytest.mark.parametrize("role", ["administrator", "service_manager"])
def test_is_written_in_the_administration_and_stands_in_the_history(signed_in, role):
    client = signed_in(role)
    manager = Group.objects.get(name="team_manager")
    sent = {
        "text": TEXT,
        "starts_on": f"{TODAY:%d/%m/%Y}",
        "ends_on": f"{TODAY:%d/%m/%Y}",
        "roles": [manager.pk],
    }
    answer = client.post(reverse("admin:accounts_notice_add"), sent)
    assert answer.status_code == 302, answer.context["errors"]
    notice = Notice.objects.get()
    assert list(notice.roles.all()) == [manager]
    assert Act.objects.filter(act="accounts.admin_add", about_id=notice.pk).exists()
    change = reverse("admin:accounts_notice_change", args=[notice.pk])
    late = sent | {"ends_on": "01/01/2020"}
    page = client.post(change, late)
    assert "The last day is before the first." in seen(page)


@pytest.mark.parametrize("role", ["caseworker", "team_manager", "data_officer"])
def test_others_write_none(signed_in, role):
    client = signed_in(role)
    assert client.get(reverse("admin:accounts_notice_add")).status_code in (302, 403)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"ends_on": day(-1)}, "accounts_notice_ends_after_start"),
        ({"text": ""}, "accounts_notice_says_something"),
    ],
)
def test_what_must_never_be(facts, constraint):
    row = {"text": TEXT, "starts_on": TODAY, "ends_on": TODAY}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Notice.objects.create(**(row | facts))


def test_is_put_away_once():
    notice, person = build.notice(), build.user()
    NoticeSeen.objects.create(notice=notice, person=person)
    with pytest.raises(IntegrityError, match="accounts_noticeseen_once"):
        NoticeSeen.objects.create(notice=notice, person=person)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one(transactional_db, client):
    notice, person = build.notice(), build.user("caseworker")

    def click():
        from django.test import Client

        mine = Client()
        mine.force_login(person)
        return mine.post(dismiss(notice)).status_code

    assert at_once(click, click) == [302, 302]
    assert NoticeSeen.objects.count() == 1
    assert clock.today() == TODAY
