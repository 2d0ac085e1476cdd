"""A hub school answers for its own hub (HUB-3)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.core.navigation import entries_for
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Agreement, HubMember
from sendhub.nurture_hubs.rules import Party, Standing
from tests import build
from tests.build import hubs
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db
LIST = reverse("nurture_hubs:referral-list")


def url(referral):
    return reverse("nurture_hubs:agreement-answer", args=[referral.pk])


def usual(**changed):
    answers = {"agreed": "yes", "on": date(2026, 11, 18), "conditions": ""}
    return {**answers, **changed}


def coordinator_agrees(referral, hub):
    return actions.agreement_record(
        referral=referral,
        hub=hub,
        party=Party.COORDINATOR,
        agreed=True,
        on=date(2026, 11, 9),
        conditions="Mornings only at first.",
        document=None,
        by=build.user("hub_coordinator"),
    )


@pytest.fixture
def hub():
    return hubs.hub(name="Broadlands")


@pytest.fixture
def school(signed_in, hub):
    client = signed_in("hub_school")
    member(client.user, hub)
    return client


def member(user, hub):
    HubMember.objects.create(hub=hub, user=user, starts_on=date(2026, 9, 1))


def asked(hub, **more):
    referral = hubs.referral(**more)
    coordinator_agrees(referral, hub)
    return referral


def test_with_its_answer_the_child_waits(school, hub):
    referral = asked(hub)
    page = seen(school.get(url(referral)))
    assert "Mornings only at first." in page
    assert "He cannot bear a room of thirty." in page
    answer = press(school, url(referral), **usual())
    assert answer.url == LIST
    referral.refresh_from_db()
    assert referral.standing == Standing.WAITING
    assert referral.waits_since == date(2026, 11, 18)
    made = Agreement.objects.get(party=Party.SCHOOL)
    assert (made.hub, made.recorded_by) == (hub, school.user)
    act = str(Act.objects.get(act="nurture_hubs.agreement_answer"))
    assert act == "Broadlands: the hub school agreed"


def test_its_list_shows_what_waits_for_its_answer_and_no_more(school, hub):
    mine = asked(hub)
    asked(hubs.hub())
    hubs.referral()
    answer = school.get(LIST)
    shown = [one.referral for one in answer.context["shown"]]
    assert shown == [mine]
    assert url(mine) in answer.content.decode()
    request = answer.wsgi_request
    entry = next(e for e in entries_for(request) if "answer" in e.title)
    assert entry.count is not None
    assert entry.count() == 1
    press(school, url(mine), **usual())
    assert "No referral waits for your answer" in seen(school.get(LIST))
    assert entry.count() == 0


def test_it_does_not_read_what_other_hubs_said(school, hub):
    referral, other = asked(hub), hubs.hub(name="Ashfield Park")
    actions.agreement_record(
        referral=referral,
        hub=other,
        party=Party.SCHOOL,
        agreed=False,
        on=date(2026, 11, 10),
        conditions="Four new children.",
        document=None,
        by=build.user("hub_coordinator"),
    )
    for page in (url(referral), referral.get_absolute_url(), LIST):
        text = seen(school.get(page))
        assert "Ashfield Park" not in text
        assert "Four new children." not in text


def test_it_refuses_with_reasons(school, hub):
    referral = asked(hub)
    answer = press(school, url(referral), **usual(agreed="no"))
    assert "Say why they do not agree" in errors(answer)["conditions"][0]
    press(school, url(referral), **usual(agreed="no", conditions="Four new children."))
    referral.refresh_from_db()
    assert referral.standing == Standing.REFERRED


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"agreed": None}, "agreed", "Choose whether your school agrees"),
        ({"on": None}, "on", "Enter"),
        ({"on": date(2026, 11, 21)}, "on", "today or in the past"),
        ({"on": date(2026, 11, 1)}, "on", "received on 2 November 2026"),
        ({"conditions": "x" * 2001}, "conditions", "2,000"),
    ],
)
def test_says_beside_the_field_what_is_wrong(school, hub, changed, field, said):
    answer = press(school, url(asked(hub)), **usual(**changed))
    assert said in " ".join(errors(answer)[field])
    assert not Agreement.objects.filter(party=Party.SCHOOL).exists()


def test_somebody_of_two_hubs_says_for_which(school, hub):
    other = hubs.hub(name="Ashfield Park")
    member(school.user, other)
    referral = asked(hub)
    refused = press(school, url(referral), **usual(hub=other))
    assert "nothing to answer for Ashfield Park" in errors(refused)["__all__"][0]
    assert press(school, url(referral), **usual(hub=hub)).status_code == 302


def test_a_hub_of_others_is_not_theirs_to_answer_for(school, hub):
    other = hubs.hub()
    referral = asked(hub)
    coordinator_agrees(referral, other)
    answer = press(school, url(referral), **usual(hub=other))
    assert "valid choice" in " ".join(errors(answer)["hub"])
    assert not Agreement.objects.filter(party=Party.SCHOOL).exists()


def test_a_school_answers_once(school, hub):
    referral = asked(hub)
    hidden = opened(school, url(referral))
    press(school, url(referral), **usual())
    hidden["once"] = opened(school, url(referral))["once"]
    answer = press(school, url(referral), hidden=hidden, **usual(agreed="no"))
    assert "it has answered" in errors(answer)["__all__"][0]


def test_after_the_coordinator_took_it_back_there_is_nothing_to_answer(school, hub):
    referral = hubs.referral()
    agreement = coordinator_agrees(referral, hub)
    actions.agreement_withdraw(
        agreement=agreement,
        withdrawn_on=TODAY,
        reason="Too early.",
        by=build.user("hub_coordinator"),
    )
    assert school.get(url(referral)).status_code == 404
    assert "No referral waits" in seen(school.get(LIST))


def test_only_its_own_hub(school):
    assert school.get(url(asked(hubs.hub()))).status_code == 404
    assert school.get(url(hubs.referral())).status_code == 404


def test_who_left_the_school_sees_it_no_more(school, hub):
    referral = asked(hub)
    HubMember.objects.update(ends_on=date(2026, 11, 19))
    assert school.get(url(referral)).status_code == 404


def test_is_not_for_those_without_the_right(signed_in, hub):
    assert signed_in("hub_coordinator").get(url(asked(hub))).status_code == 403


def test_a_restricted_child_is_out_of_sight(school, hub):
    child = build.restricted_child(born_on=hubs.BORN)
    assert school.get(url(asked(hub, child_=child))).status_code == 404
