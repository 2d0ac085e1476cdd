"""A letter found wrong is marked so: nothing of it goes, and its paper stays."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.audit import sentences
from sendhub.audit.models import Act
from sendhub.core.errors import RuleBroken
from sendhub.letters import actions
from sendhub.letters.models import Delivery, Letter
from tests import build
from tests.letters.conftest import template
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

WHY = "It names the wrong school."
OUTBOX = reverse("letters:outbox")


@pytest.fixture
def letter(case):
    return build.letter(case_=case)


@pytest.fixture
def e_mail(letter):
    """The letter's way, had it been by e-mail."""
    delivery = letter.deliveries.get()
    delivery.way, delivery.to_email = "email", "ceri@example.org"
    delivery.save()
    return delivery


def url_of(letter):
    return reverse("letters:letter-withdraw", args=[letter.pk])


def withdraw(client, letter, **answers):
    return press(client, url_of(letter), **{"reason": WHY, **answers})


def set_state(delivery, state, **more):
    for name, value in {"state": state, **more}.items():
        setattr(delivery, name, value)
    delivery.save()


def settled(client, delivery, what):
    return press(
        client, reverse("letters:delivery-settle", args=[delivery.pk]), what=what
    )


def test_keeps_who_when_why_and_the_paper(signed_in, letter):
    client = signed_in("caseworker")
    answer = withdraw(client, letter)
    assert answer.url == reverse("letters:letter-list", args=[letter.case_id])
    letter = Letter.objects.get()
    assert (letter.withdrawn_by, letter.withdrawn_reason) == (client.user, WHY)
    assert default_storage.exists(letter.pdf.name)
    act = Act.objects.get(act="letters.letter_withdraw")
    assert act.sentence == f"Letter “About the meeting” entered in error. {WHY}"
    assert act.act in sentences.of_kind("letter")
    assert (act.child_id, act.case_id) == (letter.case.child_id, letter.case_id)


def test_what_was_not_sent_never_goes(signed_in, letter):
    client = signed_in("caseworker")
    withdraw(client, letter)
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.reason) == ("failed", "Entered in error.")
    assert not delivery.is_unsettled
    for tab in ("post", "failed"):
        assert client.get(OUTBOX, {"show": tab}).context["page"].rows == []
    assert client.get(reverse("letters:post-print")).status_code == 404
    shown = seen(client.get(Letter.objects.get().get_absolute_url()))
    assert f"Entered in error: {WHY} Marked by {client.user} on" in shown
    assert "It has not gone to Ceri Parent, and nothing sends it." in shown
    assert "Say what became of it" not in shown
    assert "Entered in error?" not in shown


def test_nobody_sends_it_again_by_an_old_page(signed_in, letter, e_mail):
    set_state(e_mail, "failed", reason="No such mailbox.")
    client = signed_in("caseworker")
    url = reverse("letters:delivery-settle", args=[e_mail.pk])
    page = opened(client, url)
    withdraw(client, letter)
    answer = press(client, url, hidden=page, what="again")
    assert answer.status_code == 200
    assert letter.deliveries.count() == 1
    with pytest.raises(RuleBroken):
        actions.delivery_settle(delivery=e_mail, what="again", by=client.user)


def test_a_letter_that_was_sent_stays_as_sent_and_says_both(signed_in, letter):
    client = signed_in("caseworker")
    actions.post_record(
        deliveries=letter.deliveries.all(), sent_on=date(2026, 11, 20), by=client.user
    )
    assert "It has gone already" in seen(client.get(url_of(letter)))
    withdraw(client, letter)
    assert letter.deliveries.get().state == "sent"
    shown = seen(client.get(letter.get_absolute_url()))
    assert "Posted on 20 November 2026 all the same: Ceri Parent has it." in shown
    sent = client.get(OUTBOX, {"show": "sent"})
    assert "<s>About the meeting</s> (entered in error)" in sent.content.decode()


def test_what_may_have_gone_is_said_to_have_or_not_and_never_goes_again(
    signed_in, letter, e_mail
):
    set_state(e_mail, "unknown", reason="The line broke.")
    client = signed_in("caseworker")
    withdraw(client, letter)
    page = client.get(reverse("letters:delivery-settle", args=[e_mail.pk]))
    choices = [key for key, _ in page.context["form"].fields["what"].choices]
    assert choices == ["went", "never"]
    settled(client, e_mail, "never")
    e_mail.refresh_from_db()
    assert (e_mail.state, e_mail.said_by) == ("failed", client.user)
    assert letter.deliveries.count() == 1
    assert "is known not to have gone" in Act.objects.latest("pk").sentence


def test_what_is_being_sent_at_this_moment_waits(signed_in, letter, e_mail):
    set_state(e_mail, "sending", began_at="2026-11-20T12:00Z")
    answer = withdraw(signed_in("caseworker"), letter)
    assert "being sent at this moment" in errors(answer)["__all__"][0]
    assert not Letter.objects.get().withdrawn_at


def test_it_stands_struck_through_on_the_case_and_is_asked_for_again(signed_in):
    nia = build.user("caseworker")
    case = build.family_case(received_on=date(2026, 11, 9), officer=nia)
    client = signed_in(nia)
    letter = build.letter(case_=case, kind="ehc_acknowledgement")
    assert "To be written" not in seen(client.get(case.get_absolute_url()))
    withdraw(client, letter)
    answer = client.get(case.get_absolute_url())
    assert "<s>About the meeting</s> (entered in error)" in answer.content.decode()
    assert "To be written" in seen(answer)
    write = reverse("letters:letter-make", args=[case.pk])
    page = seen(client.get(write, {"kind": "ehc_acknowledgement"}))
    assert "A letter of this kind was made" not in page


def test_one_of_many_is_neither_counted_nor_printed(signed_in):
    cases = [build.family_case() for _ in range(2)]
    client = signed_in("caseworker")
    version = template("General letter").now
    batch = actions.batch_make(version=version, cases=cases, by=client.user)
    actions.batch_run(batch_id=batch.pk)
    for letter, left in zip(batch.letters.order_by("pk"), (1, 0), strict=True):
        withdraw(client, letter)
        assert client.get(batch.get_absolute_url()).context["letters"] == left
    printed = client.get(reverse("letters:batch-print", args=[batch.pk]))
    assert printed.status_code == 404
    assert actions.batch_run(batch_id=batch.pk) == 0


@pytest.mark.parametrize(
    ("reason", "said"),
    [("", "Write what was wrong."), ("x" * 301, "300 characters or fewer")],
)
def test_says_why(signed_in, letter, reason, said):
    answer = withdraw(signed_in("caseworker"), letter, reason=reason)
    assert said in errors(answer)["reason"][0]


def test_is_said_once(signed_in, letter):
    client = signed_in("caseworker")
    page = opened(client, url_of(letter))
    late = opened(client, url_of(letter))
    for _ in range(2):
        answer = press(client, url_of(letter), hidden=page, reason=WHY)
        assert answer.status_code == 302
    refused = press(client, url_of(letter), hidden=late, reason="Again.")
    assert errors(refused)["__all__"] == [
        "This letter is marked as entered in error already."
    ]
    assert Letter.objects.get().withdrawn_reason == WHY
    assert Act.objects.filter(act="letters.letter_withdraw").count() == 1


@pytest.mark.parametrize("role", ["auditor", "data_officer", "hub_school"])
def test_is_not_for_those_who_write_no_letters(signed_in, letter, role):
    client = signed_in(role)
    assert client.get(url_of(letter)).status_code == 403
    assert "Entered in error?" not in seen(client.get(letter.get_absolute_url()))


def test_a_letter_out_of_sight_is_404(signed_in):
    case = build.family_case(child_=build.restricted_child())
    letter = build.letter(case_=case)
    assert signed_in("caseworker").get(url_of(letter)).status_code == 404
