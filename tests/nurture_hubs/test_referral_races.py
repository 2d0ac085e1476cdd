"""Two people at the same moment, with real connections and threads."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement, HubPlace, Referral
from sendhub.nurture_hubs.rules import Need, Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import opened, press, seen
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_log_a_referral_at_once_one_is_told(signed_in):
    child = build.child(born_on=hubs.BORN)
    url = reverse("nurture_hubs:referral-log", args=[child.pk])
    clients = [signed_in("hub_coordinator"), signed_in("hub_coordinator")]
    answers = {
        "received_on": date(2026, 11, 2),
        "setting": build.setting(),
        "referrer": "Ms Bufton",
        "need": Need.USUAL,
        "reasons": "Noise.",
        "tried": "A quiet corner.",
    }
    pages = [(client, opened(client, url)) for client in clients]
    sent = at_once(
        *(
            lambda client=client, hidden=hidden: press(
                client, url, hidden=hidden, **answers
            )
            for client, hidden in pages
        )
    )
    assert sorted(answer.status_code for answer in sent) == [200, 302]
    loser = next(answer for answer in sent if answer.status_code == 200)
    assert "open already: follow that one" in seen(loser)
    assert Referral.objects.count() == 1


def test_both_who_agree_at_once_are_heard():
    referral, hub = hubs.referral(), hubs.hub()
    staff = [build.user("hub_coordinator"), build.user("hub_coordinator")]

    def agree(party, by):
        return lambda: actions.agreement_record(
            referral=referral,
            hub=hub,
            by=by,
            party=party,
            agreed=True,
            on=TODAY,
            conditions="",
            document=None,
        )

    at_once(*(agree(party, by) for party, by in zip(Party, staff, strict=True)))
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, TODAY)


def taken_back_by_act(referral, agreement, by):
    actions.agreement_withdraw(
        agreement=agreement, withdrawn_on=TODAY, reason="Why", by=by
    )


def taken_back_by_sql(referral, agreement, by):
    answer = Agreement.objects.filter(pk=agreement.pk)
    answer.update(withdrawn_on=TODAY, withdrawn_because="Why")


def consent_taken_by_sql(referral, agreement, by):
    nobody = {"consent_on": None, "consent_by": "", "standing": Standing.REFERRED}
    Referral.objects.filter(pk=referral.pk).update(**nobody)


@pytest.mark.parametrize(
    "take_back", [taken_back_by_act, taken_back_by_sql, consent_taken_by_sql]
)
def test_a_place_and_what_it_stands_on_taken_back_do_not_both_happen(take_back):
    hub = hubs.hub()
    referral = hubs.agreed(hub)
    agreement = referral.agreements.get(party=Party.SCHOOL)
    by = build.user("hub_coordinator")

    def told(act):
        def run():
            try:
                act()
            except (RuleBroken, IntegrityError) as broken:
                return str(broken)
            return "done"

        return run

    said = at_once(
        told(lambda: hubs.place(hub, made=referral, by=by)),
        told(lambda: take_back(referral, agreement, by)),
    )
    assert said.count("done") == 1
    stands = Agreement.objects.filter(
        pk=agreement.pk, withdrawn_on=None, referral__consent_on__isnull=False
    )
    assert HubPlace.objects.exists() == stands.exists()
