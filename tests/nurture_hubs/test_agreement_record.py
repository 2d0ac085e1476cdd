"""Recording what the coordinator or a hub school said (HUB-3; seed 33)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import services
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement
from sendhub.nurture_hubs.rules import Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(referral):
    return reverse("nurture_hubs:agreement-record", args=[referral.pk])


def usual(of_hub, **changed):
    answers = {
        "hub": of_hub,
        "party": Party.COORDINATOR,
        "agreed": "yes",
        "on": date(2026, 11, 9),
        "conditions": "",
    }
    return {**answers, **changed}


@pytest.fixture
def hub():
    return hubs.hub(name="Broadlands")


@pytest.mark.parametrize("parties", [list(Party), list(reversed(Party))])
def test_either_may_be_first_and_with_both_the_child_waits(signed_in, hub, parties):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    first, second = parties
    answer = press(client, url(referral), **usual(hub, party=first))
    assert answer.url == referral.get_absolute_url()
    referral.refresh_from_db()
    assert referral.standing == Standing.REFERRED
    day = date(2026, 11, 12)
    press(client, url(referral), **usual(hub, party=second, on=day))
    referral.refresh_from_db()
    assert (referral.standing, referral.waits_since) == (Standing.WAITING, day)
    said = [str(a) for a in Act.objects.filter(act="nurture_hubs.agreement_record")]
    assert sorted(said) == [
        "Hub school agreed (Broadlands)",
        "Nurture hub coordinator agreed (Broadlands)",
    ]


def test_a_refusal_leaves_other_hubs_open(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    other = hubs.hub(name="Ashfield Park")
    refused = usual(hub, party=Party.SCHOOL, agreed="no", conditions="No room there.")
    press(client, url(referral), **refused)
    for party in Party:
        press(client, url(referral), **usual(other, party=party))
    referral.refresh_from_db()
    assert referral.standing == Standing.WAITING
    text = seen(client.get(referral.get_absolute_url()))
    assert "No room there." in text
    assert "Refused" in text


def test_agreeing_to_different_hubs_is_not_enough(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    press(client, url(referral), **usual(hub))
    press(client, url(referral), **usual(hubs.hub(), party=Party.SCHOOL))
    referral.refresh_from_db()
    assert referral.standing == Standing.REFERRED
    text = seen(client.get(referral.get_absolute_url()))
    assert "coordinator and hub school agreeing to one hub" in text


def test_a_child_too_old_for_the_hub_is_not_agreed_to(signed_in):
    old, client = hubs.hub(age_from=3, age_to=5), signed_in("hub_coordinator")
    referral = hubs.referral()
    [said] = errors(press(client, url(referral), **usual(old)))["hub"]
    assert said.startswith("The child is 6: the hub takes children of 3 to 5")
    assert not Agreement.objects.exists()
    refused = usual(old, agreed="no", conditions="Too old.")
    assert press(client, url(referral), **refused).status_code == 302


def test_a_child_too_young_for_the_hub_is_agreed_to_with_a_warning(signed_in):
    later, client = hubs.hub(age_from=7, age_to=11), signed_in("hub_coordinator")
    referral = hubs.referral()
    press(client, url(referral), **usual(later))
    press(client, url(referral), **usual(later, party=Party.SCHOOL))
    warned = "No place can start before 5 May 2027."
    assert warned in seen(client.get(referral.get_absolute_url()))
    page = client.get(reverse("nurture_hubs:place-allocate", args=[referral.pk]))
    assert warned in seen(page)


def test_the_familys_consent_is_asked_for_where_it_is_missing(signed_in):
    without = hubs.referral(consent_on=None, consent_by="")
    client = signed_in("hub_coordinator")
    change = reverse("nurture_hubs:referral-change", args=[without.pk])
    link = f'is not recorded. <a href="{change}">Record the family’s consent</a>'
    assert link in client.get(without.get_absolute_url()).content.decode()
    for who, made in (("hub_coordinator", hubs.referral()), ("auditor", without)):
        page = signed_in(who).get(made.get_absolute_url())
        assert "Record the family’s consent" not in seen(page)


def test_a_paper_of_the_case_may_be_its_evidence(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    paper = build.document(case_=referral.case)
    answer = press(
        client, url(referral), **usual(hub, party=Party.SCHOOL, document=paper)
    )
    assert Agreement.objects.get().document == paper
    assert paper.get_absolute_url() in client.get(answer.url).content.decode()
    others = build.document(case_=build.case())
    refused = press(client, url(referral), **usual(hub, document=others))
    assert "valid choice" in errors(refused)["document"][0]


def test_a_condition_is_shown_where_the_place_is_given(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    press(client, url(referral), **usual(hub, conditions="Mornings only at first."))
    press(client, url(referral), **usual(hub, party=Party.SCHOOL))
    page = reverse("nurture_hubs:waiting-list", args=[hub.pk])
    assert "Nurture hub coordinator: Mornings only at first." in seen(client.get(page))
    assert "Mornings only at first." in seen(client.get(referral.get_absolute_url()))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"hub": None}, "hub", "Choose the hub"),
        ({"hub": 0}, "hub", "valid choice"),
        ({"party": None}, "party", "Choose who answered"),
        ({"party": "family"}, "party", "valid choice"),
        ({"agreed": None}, "agreed", "Choose whether they agree"),
        ({"on": None}, "on", "Enter"),
        ({"on": date(2026, 11, 21)}, "on", "today or in the past"),
        ({"on": date(2026, 11, 1)}, "on", "received on 2 November 2026"),
        ({"agreed": "no"}, "conditions", "Say why they do not agree"),
        ({"conditions": "x" * 2001}, "conditions", "2,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, hub, changed, field, said):
    referral = hubs.referral()
    answer = press(signed_in("hub_coordinator"), url(referral), **usual(hub, **changed))
    assert said in " ".join(errors(answer)[field])
    assert not Agreement.objects.exists()


def test_nobody_answers_twice(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    press(client, url(referral), **usual(hub))
    again = press(client, url(referral), **usual(hub, on=date(2026, 11, 10)))
    assert "Take that answer back first" in errors(again)["hub"][0]


def test_a_hub_that_had_closed_is_not_agreed_to(signed_in, hub):
    closed = hubs.hub(closes_on=date(2026, 11, 5))
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    answer = press(client, url(referral), **usual(closed))
    assert "had closed by then" in errors(answer)["hub"][0]


@pytest.mark.parametrize("standing", ["placed", "refused"])
def test_there_is_nothing_to_answer_any_more(signed_in, hub, standing):
    client = signed_in("hub_coordinator")
    referral = hubs.place().referral if standing == "placed" else hubs.referral()
    if standing == "refused":
        actions.referral_end(
            referral=referral,
            standing=Standing.REFUSED,
            ended_on=TODAY,
            reason="Too old.",
            by=client.user,
        )
    answer = press(client, url(referral), **usual(hub))
    said = {"placed": "has led to a place", "refused": "has ended: it was refused"}
    assert said[standing] in errors(answer)["__all__"][0]


def test_the_case_offers_it_next(signed_in, hub):
    client = signed_in("hub_coordinator")
    referral = hubs.referral(consent_on=None, consent_by="")

    def labels():
        section = services.service_of(referral.case)
        assert section is not None
        return [act.label for act in section.acts(referral.case, client.user)]

    assert labels()[:2] == [
        "Record the family’s consent",
        "Record what the coordinator or a hub school said",
    ]
    assert "Log a referral" not in labels()


def test_a_double_click_acts_once(signed_in, hub):
    referral, client = hubs.referral(), signed_in("hub_coordinator")
    hidden = opened(client, url(referral))
    first = press(client, url(referral), hidden=hidden, **usual(hub))
    second = press(client, url(referral), hidden=hidden, **usual(hub))
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Agreement.objects.count() == 1


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(hubs.referral())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    referral = hubs.referral(child_=build.restricted_child(born_on=hubs.BORN))
    assert signed_in("hub_coordinator").get(url(referral)).status_code == 404
