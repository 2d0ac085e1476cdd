"""The post: what is to be printed, and what somebody says has gone."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act, Look
from sendhub.letters.models import Delivery
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, opened, press, seen

URL = reverse("letters:post-record")
pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(case):
    """Two letters that wait to be posted."""
    return [build.letter(case_=case), build.letter()]


def test_those_ticked_are_recorded_as_posted(signed_in, letters):
    client = signed_in("caseworker")
    first, second = (one.deliveries.get() for one in letters)
    press(client, URL, deliveries=[first])
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state_words == "Posted on 20 November 2026"
    assert first.said_by == client.user
    assert second.state == "queued"
    act = Act.objects.get(act="letters.post_record")
    assert act.sentence == "Letter posted on 20 November 2026: About the meeting"


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"deliveries": []}, "deliveries", "Tick the letters you have posted."),
        ({"deliveries": [10**9]}, "deliveries", "Somebody else has recorded one"),
        ({"sent_on": date(2026, 11, 21)}, "sent_on", "must be today or in the past"),
        ({"sent_on": date(2026, 11, 19)}, "sent_on", "cannot have been posted earlier"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    signed_in, letters, answers, field, said
):
    facts = {"deliveries": [letters[0].deliveries.get()]}
    answer = press(signed_in("caseworker"), URL, **{**facts, **answers})
    assert said in " ".join(errors(answer)[field])


def test_what_a_colleague_recorded_meanwhile_is_said(signed_in, letters):
    one, other = signed_in("caseworker"), signed_in("caseworker")
    page = opened(other, URL)
    ticked = [letters[0].deliveries.get()]
    press(one, URL, deliveries=ticked)
    answer = press(other, URL, hidden=page, deliveries=ticked)
    assert "Somebody else has recorded one" in str(errors(answer))


def test_a_double_click_records_once(signed_in, letters):
    client = signed_in("caseworker")
    page = opened(client, URL)
    ticked = [letters[0].deliveries.get()]
    for _ in range(2):
        answer = press(client, URL, hidden=page, deliveries=ticked)
        assert answer.status_code == 302
    assert Act.objects.filter(act="letters.post_record").count() == 1


def test_others_may_not(signed_in):
    for role in ("auditor", "administrator", "short_breaks_officer"):
        assert signed_in(role).get(URL).status_code == 403


def test_all_that_wait_are_printed_in_one_pdf(signed_in, letters):
    answer = signed_in("caseworker").get(reverse("letters:post-print"))
    assert answer.content.startswith(b"%PDF")
    look = Look.objects.get(kind="export")
    assert set(look.ids) == {one.case.child_id for one in letters}


def test_nothing_to_print_is_404(signed_in):
    url = reverse("letters:post-print")
    assert signed_in("caseworker").get(url).status_code == 404


def test_a_restricted_childs_letter_is_in_nobodys_post(signed_in, letters):
    child = letters[0].case.child
    by = build.user("service_manager")
    people.child_restrict(child=child, named=[], reason="A relative", by=by)
    client = signed_in("caseworker")
    form = client.get(URL).context["form"]
    assert [key for key, _ in form.fields["deliveries"].choices] == [
        letters[1].deliveries.get().pk
    ]
    assert "Amara" not in seen(client.get(reverse("letters:outbox")))


@pytest.mark.parametrize(
    ("show", "state", "heard"),
    [
        ("post", "queued", "To print and post"),
        ("sent", "sent", "Posted on 20 November 2026"),
        ("failed", "failed", "It came back."),
        ("nonsense", "queued", "To print and post"),
    ],
)
def test_the_outbox_shows_each_pile(signed_in, letters, show, state, heard):
    delivery = letters[0].deliveries.get()
    delivery.state = state
    delivery.sent_on = date(2026, 11, 20) if state == "sent" else None
    delivery.reason = "It came back." if state == "failed" else ""
    delivery.save()
    answer = signed_in("caseworker").get(reverse("letters:outbox"), {"show": show})
    assert heard in seen(answer)
    assert "Amara Osei" in seen(answer)


def test_the_outbox_asks_no_more_for_more_letters(signed_in, queries_stay_flat):
    by = build.user("caseworker")
    queries_stay_flat(
        signed_in("caseworker"),
        reverse("letters:outbox"),
        lambda: build.letter(by=by),
    )
    assert Delivery.objects.exists()
