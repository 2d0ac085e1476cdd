"""What somebody of a hub school sees: their hub's children, and nothing else."""

import re
from datetime import date

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.casework import actions as casework
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.rules import Party, Standing
from sendhub.nurture_hubs.sight import a_year_before
from sendhub.people import actions as people
from sendhub.people.models import Child
from tests import build, pages
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
NOW = {"starts_on": TODAY, "ends_on": date(2027, 7, 20)}


@pytest.fixture
def lead() -> User:
    """Somebody who works at the hub school of a hub."""
    return build.user("hub_school")


@pytest.fixture
def hub(lead):
    found = build.hubs.hub(name="Broadlands")
    build.hubs.member(found, who=lead)
    return found


def says(hub, made, party=Party.COORDINATOR, agreed=True):
    return actions.agreement_record(
        referral=made,
        hub=hub,
        by=build.user("hub_coordinator"),
        party=party,
        agreed=agreed,
        on=made.received_on,
        conditions="" if agreed else "Not for us",
        document=None,
    )


def seen_by(user):
    return set(Child.objects.visible_to(user))


def test_nobody_before_the_coordinator_has_agreed(hub, lead):
    made = build.hubs.referral()
    says(hub, made, Party.SCHOOL)
    assert seen_by(lead) == set()
    says(hub, made)
    assert seen_by(lead) == {made.case.child}


def test_nobody_whom_another_hub_is_asked_about(lead, hub):
    says(build.hubs.hub(), build.hubs.referral())
    assert seen_by(lead) == set()


def test_not_when_the_coordinator_refused_or_took_it_back(hub, lead):
    says(hub, build.hubs.referral(), agreed=False)
    given = says(hub, build.hubs.referral())
    actions.agreement_withdraw(
        agreement=given,
        withdrawn_on=TODAY,
        reason="A mistake",
        by=build.user("hub_coordinator"),
    )
    assert seen_by(lead) == set()


def test_not_after_the_referral_has_ended(hub, lead):
    made = build.hubs.referral()
    says(hub, made)
    actions.referral_end(
        referral=made,
        standing=Standing.REFUSED,
        ended_on=TODAY,
        reason="Other help",
        by=build.user("hub_coordinator"),
    )
    assert seen_by(lead) == set()


@pytest.mark.parametrize(
    ("today", "sees"),
    [(date(2027, 7, 20), True), (date(2028, 7, 20), True), (date(2028, 7, 21), False)],
)
def test_a_year_after_the_end_of_the_place(monkeypatch, hub, lead, today, sees):
    place = build.hubs.place(hub, **NOW)
    monkeypatch.setattr("sendhub.core.clock.today", lambda: today)
    assert (place.child in seen_by(lead)) == sees


def test_not_a_place_that_was_taken_back(hub, lead):
    place = build.hubs.place(hub, **NOW)
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=place, reason="Another child", by=by)
    actions.referral_end(
        referral=place.referral,
        standing=Standing.WITHDRAWN,
        ended_on=TODAY,
        reason="Moved",
        by=by,
    )
    assert seen_by(lead) == set()


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2026, 3, 1)),
    ],
)
def test_a_year_before(day, before):
    assert a_year_before(day) == before


def test_a_restricted_child_never(signed_in, hub, lead):
    place = build.hubs.place(hub, **NOW)
    manager = build.user("service_manager")
    people.child_restrict(
        child=place.child, named=[manager], reason="Family", by=manager
    )
    client = signed_in(lead)
    for url in (place.child.get_absolute_url(), place.get_absolute_url()):
        assert client.get(url).status_code == 404
    for url in (hub.get_absolute_url(), reverse("nurture_hubs:board")):
        assert place.child.known_as not in pages.seen(client.get(url))


def test_begins_at_the_board(signed_in, lead, hub):
    answer = signed_in(lead).get(reverse("casework:home"))
    assert answer["Location"] == reverse("nurture_hubs:board")


def test_nothing_between_officers_or_of_other_services(signed_in, hub, lead):
    place = build.hubs.place(hub, **NOW)
    child, case = place.child, place.referral.case
    by = build.user("hub_coordinator")
    other = build.hubs.place(**NOW).child
    build.contact(child)
    build.assessment(child_=child)
    people.child_edit(child=child, nhs_number="9434765919", by=by)
    people.number_add(child=child, system="mosaic", number="M-4711", by=by)
    build.involvement(child)
    build.note(case_=case, by=by, text="A word between us")
    build.task(case_=case, by=by, what="Ask about the family")
    casework.case_assign(
        case=case, officer=by, handover="Do not tell the school", by=by
    )
    client = signed_in(lead)
    shown = [
        client.get(url)
        for url in (
            reverse("nurture_hubs:board"),
            hub.get_absolute_url(),
            child.get_absolute_url(),
            reverse("people:child-chronology", args=[child.pk]),
            case.get_absolute_url(),
        )
    ]
    assert {answer.status_code for answer in shown} == {200}
    said = " ".join(pages.seen(answer) for answer in shown)
    assert child.known_as in said
    for hidden in (
        "A word between us",
        "Ask about the family",
        "Do not tell the school",
        "EHC-",
        "equest received",
        "943 476",
        "M-4711",
        "Number of",
        "nvolved",
        other.family_name,
    ):
        assert hidden not in said, hidden


def test_no_link_of_their_pages_leads_nowhere(signed_in, hub, lead):
    place = build.hubs.place(hub, **NOW)
    client = signed_in(lead)
    tried = set()
    for start in (
        reverse("nurture_hubs:board"),
        hub.get_absolute_url(),
        place.child.get_absolute_url(),
        place.get_absolute_url(),
    ):
        for link in links(client.get(start)) - tried:
            tried.add(link)
            assert client.get(link).status_code in (200, 302), (start, link)


def links(answer):
    found = re.findall(r'href="(/[^"#]*)', answer.content.decode())
    return {url for url in found if not url.startswith(("/static", "/accounts"))}


def test_the_search_finds_only_them(signed_in, hub, lead):
    place = build.hubs.place(hub, **NOW)
    other = build.hubs.place(**NOW).child
    client = signed_in(lead)
    url = reverse("people:child-search")
    for child, there in ((place.child, True), (other, False)):
        answer = client.get(url, {"q": child.family_name})
        assert (child.get_absolute_url() in answer.content.decode()) == there


def test_other_peoples_pages_are_not_there(signed_in, hub, lead):
    other = build.hubs.place(**NOW)
    client = signed_in(lead)
    for url in (
        other.child.get_absolute_url(),
        other.get_absolute_url(),
        other.hub.get_absolute_url(),
    ):
        assert client.get(url).status_code == 404


def test_reads_no_status_that_social_care_keeps(signed_in, hub, lead):
    place = build.hubs.place(hub, **NOW)
    build.status(place.child)
    badge = str(place.child.statuses.get().get_kind_display())
    staff = signed_in("hub_coordinator").get(place.child.get_absolute_url())
    assert badge in pages.seen(staff)
    for url in (
        place.child.get_absolute_url(),
        place.get_absolute_url(),
        reverse("nurture_hubs:board"),
        reverse("nurture_hubs:place-list"),
    ):
        assert badge not in pages.seen(signed_in(lead).get(url))


def test_reads_nothing_of_a_stay_in_another_hub(signed_in, hub, lead):
    elsewhere = build.hubs.begun(of_hub=build.hubs.hub(name="Elsewhere"))
    build.hubs.talk(elsewhere, views="The family wept.")
    build.hubs.target(elsewhere.referral)
    made = build.hubs.referral(child_=elsewhere.child)
    says(hub, made)
    client = signed_in(lead)
    child = elsewhere.child.get_absolute_url()
    for url in (made.get_absolute_url(), child, f"{child}chronology/"):
        text = pages.seen(client.get(url))
        for words in ("Elsewhere", "wept", "I wait until I am asked"):
            assert words not in text


def test_reads_in_the_chronology_what_was_done_in_its_own_hub(signed_in, hub, lead):
    place = build.hubs.begun(of_hub=hub)
    build.hubs.talk(place)
    build.hubs.target(place.referral)
    again = build.hubs.begun(
        date(2024, 9, 2),
        date(2025, 3, 7),
        again_because="He moved.",
        made=build.hubs.agreed(
            other := build.hubs.hub(name="Elsewhere"),
            made=build.hubs.referral(child_=place.child),
            by=(manager := build.user("service_manager")),
        ),
        of_hub=other,
        by=manager,
    )
    build.hubs.destination(again)
    page = reverse("people:child-chronology", args=[place.child_id])

    text = pages.seen(signed_in(lead).get(page))

    assert f"Place in {hub} from 4 January 2027" in text
    assert "Talk about what follows: returns to the original school" in text
    assert "Target in the hub: I wait until I am asked." in text
    assert "Elsewhere" not in text
    assert "After the hub" not in text
    assert "Referred to the nurture hubs" not in text
