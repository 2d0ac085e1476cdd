"""The letters about nurture hubs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.casework.models import Case
from sendhub.letters import kinds
from sendhub.letters.composing import BESIDE, compose
from sendhub.letters.models import Delivery, Template
from sendhub.letters.rules import To
from sendhub.nurture_hubs import actions, letters
from sendhub.nurture_hubs.rules import Standing
from sendhub.people import actions as people
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
ON, END = date(2026, 11, 20), date(2027, 7, 20)


def found(case, on=ON):
    case = Case.objects.select_related(*BESIDE).get(pk=case.pk)
    known = kinds.known_of([case])
    return {k.key: kinds.found(k, case, known, on=on) for k in letters.KINDS}


def fit(case, on=ON):
    return {key for key, one in found(case, on).items() if not one.unfit}


def due(case, on=ON):
    facts = found(case, on).items()
    return {key: one.due_since for key, one in facts if one.due_since}


def reached(case):
    """A case whose family can be written to."""
    build.address(case.child, starts_on=case.child.born_on)
    build.contact(case.child)
    build.who_helps()
    return Case.objects.select_related(*BESIDE).get(pk=case.pk)


def by():
    return build.user("hub_coordinator")


RECEIVED = {"hub_referral", "hub_referral_school"}
WAITING = {"hub_waiting", "hub_waiting_school"}
OFFER = {"hub_offer", "hub_offer_school"}
TALK = {"hub_talk", "hub_talk_school"}
DECIDED = {"hub_decided", "hub_decided_school"}


def test_a_referral_is_acknowledged_to_family_and_school():
    case = build.hubs.referral().case
    assert due(case) == dict.fromkeys(RECEIVED, date(2026, 11, 2))
    assert fit(case) == RECEIVED


def test_the_team_writes_no_letter_to_itself():
    made = build.hubs.referral(by_team=True)
    assert fit(made.case) == {"hub_referral"}


def test_who_waits_is_told():
    made = build.hubs.agreed(build.hubs.hub())
    asked = due(made.case)
    assert {asked[kind] for kind in WAITING} == {made.waits_since}


def why_waiting(made):
    return found(made.case)["hub_waiting"].values["waiting.why"]


def test_who_waits_is_told_why():
    host = build.setting()
    hub = build.hubs.hub(places=1, host=host)
    first, second = build.hubs.agreed(hub), build.hubs.agreed(hub)
    of_host = build.hubs.agreed(hub, made=build.hubs.referral(setting=host))
    assert why_waiting(first) == "we are agreeing with the hub on the first day"
    assert why_waiting(second).startswith("a place is free, but others come first")
    assert why_waiting(of_host).startswith("the next places go to children of other")
    build.hubs.place(
        hub, made=first, starts_on=ON, ends_on=END, few_others_because="Must be."
    )
    assert why_waiting(second) == "at the moment every place is taken"
    assert why_waiting(of_host) == "at the moment every place is taken"


def test_a_letter_of_the_waiting_list_goes_no_more_once_there_is_a_place():
    made = build.hubs.agreed(build.hubs.hub())
    case = reached(made.case)
    build.letter(case_=case, kind="hub_waiting")
    hub = made.agreements.first().hub
    build.hubs.place(hub, made=made)
    assert Delivery.objects.get().reason == "The child has a place."
    assert not set(due(case)) & WAITING


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.MISTAKE])
def test_letters_of_a_referral_that_ended_go_no_more(standing):
    made = build.hubs.agreed(build.hubs.hub())
    case = reached(made.case)
    build.letter(case_=case, kind="hub_waiting")
    end = {"standing": standing, "ended_on": ON, "reason": "They moved away."}
    actions.referral_end(referral=made, by=by(), **end)
    assert Delivery.objects.get().reason == "The referral has ended."
    told = {"hub_withdrawn", "hub_withdrawn_school"}
    assert set(due(case)) == (told if standing == Standing.WITHDRAWN else set())


def test_a_letter_of_the_waiting_list_goes_no_more_without_consent():
    made = build.hubs.agreed(build.hubs.hub())
    case = reached(made.case)
    build.letter(case_=case, kind="hub_waiting")
    kept = ("setting", "need", "reasons", "tried")
    facts = {name: getattr(made, name) for name in kept}
    actions.referral_change(
        referral=made, consent_on=None, consent_by="", by=by(), **facts
    )
    assert "does not wait" in Delivery.objects.get().reason


def test_a_school_without_an_address_is_put_right_at_the_school(signed_in):
    school = build.setting("Kingsland Primary")
    type(school).objects.filter(pk=school.pk).update(
        senco_email="", street="", town="", postcode=""
    )
    made = build.hubs.referral(setting=school)
    page = signed_in("hub_coordinator").get(made.case.get_absolute_url())
    assert "Put it right at Kingsland Primary" in seen(page)
    assert f'href="{school.get_absolute_url()}"' in page.content.decode()


def test_a_refusal_has_its_reasons():
    made = build.hubs.referral()
    actions.referral_end(
        referral=made,
        standing=Standing.REFUSED,
        ended_on=ON,
        reason="The school can help him itself.",
        by=by(),
    )
    assert fit(made.case) == {"hub_refused", "hub_refused_school"}
    said = found(made.case)["hub_refused"].values["decision.reasons"]
    assert said == "The school can help him itself."


def test_a_place_is_offered_then_moved_then_ended():
    place = build.hubs.place()
    case = reached(place.referral.case)
    assert set(due(case)) == fit(case) == OFFER
    build.letter(case_=case, kind="hub_offer")
    assert set(due(case)) == {"hub_offer_school"}
    stay = {"starts_on": date(2027, 1, 11), "ends_on": place.ends_on}
    actions.place_move(place=place, stay=stay, by=by())
    assert set(due(case)) == {"hub_moved", "hub_offer_school"}
    values = found(case)["hub_moved"].values
    assert values["place.starts_on"] == "11 January 2027"
    actions.place_end(
        place=place, ends_on=date(2027, 5, 7), reason="They move away.", by=by()
    )
    early = {"hub_ends_early", "hub_ends_early_school"}
    for kind in early:
        values = found(case)[kind].values
        assert values["place.reasons"] == "They move away."
    assert set(due(case)) >= early
    assert not fit(case) & {"hub_moved", "hub_moved_school"}


def test_family_and_schools_hear_of_other_days():
    place = build.hubs.begun(date(2026, 9, 7), date(2027, 7, 20))
    stay = {"starts_on": place.starts_on, "ends_on": date(2027, 7, 9)}
    actions.place_move(place=place, stay=stay, by=by())
    assert set(due(place.referral.case)) == {"hub_moved", "hub_moved_school"}


def test_a_place_that_was_taken_back_is_told():
    place = build.hubs.place()
    case = reached(place.referral.case)
    build.letter(case_=case, kind="hub_offer")
    actions.place_withdraw(place=place, reason="The family said no.", by=by())
    assert "hub_offer" not in fit(case)
    assert set(due(case)) >= {"hub_taken_back", "hub_taken_back_school"}
    schools = found(case)["hub_taken_back_school"].services
    assert len(schools) == 2
    assert Delivery.objects.get().reason == "The place was taken back."


def test_family_and_schools_are_invited_to_the_talk_and_again_when_it_moves():
    place = build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))
    case = reached(place.referral.case)
    arrange = {"place": place, "by": by()}
    actions.talk_arrange(planned_for=date(2026, 11, 27), **arrange)
    assert set(due(case)) == TALK
    schools = found(case)["hub_talk_school"].services
    assert [one.name for one in schools] == [
        str(place.referral.setting),
        str(place.hub.hosts.get().setting),
    ]
    build.letter(case_=case, kind="hub_talk")
    assert set(due(case)) == {"hub_talk_school"}
    actions.talk_arrange(planned_for=date(2026, 12, 1), **arrange)
    assert set(due(case)) == TALK
    assert Delivery.objects.get().reason == "The talk was moved."
    assert not fit(case, date(2026, 12, 2)) & TALK


def test_the_host_school_of_its_own_child_is_written_to_once():
    school = build.setting()
    hub = build.hubs.hub(host=school)
    made = build.hubs.agreed(hub, made=build.hubs.referral(setting=school))
    place = build.hubs.begun(of_hub=hub, made=made)
    build.hubs.talk(place)
    facts = found(made.case)["hub_decided_school"]
    assert [one.name for one in facts.services] == [str(school)]


def test_what_was_decided_is_told_with_the_plan():
    step = build.hubs.step()
    case = step.talk.place.referral.case
    assert set(due(case)) == DECIDED
    values = found(case)["hub_decided"].values
    assert values["talk.decision"] == "returns to the original school"
    assert values["talk.plan"] == (
        "Two mornings in class (Ms Bufton, by 27 November 2026)"
    )
    assert not due(case, ON + timedelta(days=43))


def test_a_talk_that_was_an_error_stops_its_letters():
    talk = build.hubs.talk(build.hubs.begun())
    case = reached(talk.place.referral.case)
    build.letter(case_=case, kind="hub_decided")
    actions.talk_withdraw(talk=talk, reason="Another child.", by=by())
    assert Delivery.objects.get().reason == "The talk was entered in error."
    assert not fit(case) & DECIDED


@pytest.mark.parametrize(
    ("then", "stopped"),
    [
        ("nothing", "The referral was recorded by mistake."),
        ("referred again", "The referral was recorded by mistake."),
        ("refused again", ""),  # the letter may be about that
    ],
)
def test_an_end_by_mistake_stops_its_letter(then, stopped):
    made = build.hubs.referral()
    case = reached(made.case)
    end = {"standing": Standing.REFUSED, "ended_on": ON, "reason": "Not now."}
    build.task(case_=case)  # so that the case stays open
    actions.referral_end(referral=made, by=by(), **end)
    build.letter(case_=case, kind="hub_refused")
    if then != "nothing":
        again = build.hubs.referral(child_=case.child, received_on=ON)
        assert again.case == made.case
    if then == "refused again":
        actions.referral_end(referral=again, by=by(), **end)
    mistake = end | {"standing": Standing.MISTAKE}
    actions.referral_end(referral=made, by=by(), **mistake)
    assert Delivery.objects.get().reason == stopped


def test_no_letter_after_a_death():
    case = build.hubs.referral().case
    by_whom = build.user("caseworker")
    people.child_died(child=case.child, died_on=date(2026, 11, 10), by=by_whom)
    assert not fit(case)


def test_none_without_a_referral():
    assert all(kind.facts(None, ON).unfit for kind in letters.KINDS)


OF_REFERRALS = {
    *RECEIVED,
    *WAITING,
    "hub_refused",
    "hub_refused_school",
    "hub_withdrawn",
    "hub_withdrawn_school",
}


def referred(kind):
    """The case of a referral that is open, waits or was refused."""
    if kind in WAITING:
        return build.hubs.agreed(build.hubs.hub()).case
    made = build.hubs.referral()
    if kind not in RECEIVED:
        refused = kind.startswith("hub_refused")
        standing = Standing.REFUSED if refused else Standing.WITHDRAWN
        end = {"standing": standing, "ended_on": ON, "reason": "Not now."}
        actions.referral_end(referral=made, by=by(), **end)
    return made.case


def ready(kind):
    """A case on which a letter of some kind fits, and its day."""
    if kind in OF_REFERRALS:
        return referred(kind)
    if kind in DECIDED:
        return build.hubs.step().talk.place.referral.case
    if kind in TALK:
        place = build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))
        actions.talk_arrange(place=place, planned_for=date(2026, 11, 27), by=by())
        return place.referral.case
    place = build.hubs.place()
    if kind in ("hub_moved", "hub_moved_school"):
        stay = {"starts_on": date(2027, 1, 11), "ends_on": place.ends_on}
        actions.place_move(place=place, stay=stay, by=by())
    if kind in ("hub_ends_early", "hub_ends_early_school"):
        actions.place_end(place=place, ends_on=date(2027, 5, 7), reason="R", by=by())
    if kind in ("hub_taken_back", "hub_taken_back_school"):
        actions.place_withdraw(place=place, reason="The family said no.", by=by())
    return place.referral.case


@pytest.mark.parametrize("kind", letters.KINDS, ids=lambda kind: kind.key)
def test_each_letter_is_whole(kind):
    case = reached(ready(kind.key))
    template = Template.objects.offered().of_kinds([kind.key])[0]
    [written] = compose([case], template.now, on=ON)
    assert not written.obstacle
    assert "{{" not in written.body + written.subject
    to = [one.part for one in written.to.recipients]
    assert set(to) == ({"service"} if kind.to == To.SERVICE else {"holder"})


def test_the_case_page_offers_what_is_due_and_the_coordinator_writes_it(signed_in):
    case = reached(build.hubs.place().referral.case)
    client = signed_in("hub_coordinator")
    page = seen(client.get(case.get_absolute_url()))
    assert "Nurture hubs: a place (since 20 November 2026)" in page
    assert "Write the letter: a place" in page
    url = reverse("letters:letter-make", args=[case.pk]) + "?kind=hub_offer"
    press(client, url)
    page = seen(client.get(case.get_absolute_url()))
    assert "Nurture hubs: a place (since" not in page


def test_many_cases_ask_no_more_than_one(django_assert_num_queries):
    cases = [build.hubs.place().referral.case for _ in range(4)]
    letters.load(cases[:1])
    with django_assert_num_queries(7):
        letters.load(cases[:1])
    with django_assert_num_queries(7):
        letters.load(cases)


def test_many_who_wait_ask_no_more_than_one(django_assert_num_queries):
    hub = build.hubs.hub()
    cases = [build.hubs.agreed(hub).case]
    with CaptureQueriesContext(connection) as asked:
        letters.load(cases)
    cases += [build.hubs.agreed(build.hubs.hub()).case for _ in range(3)]
    with django_assert_num_queries(len(asked)):
        letters.load(cases)
