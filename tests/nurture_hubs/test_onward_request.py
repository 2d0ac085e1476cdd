"""From a place to a request for a needs assessment, with its evidence (HUB-8)."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from sendhub.casework.actions import document_add
from sendhub.casework.models import Case, Document, Note
from sendhub.casework.rules import Category, ServiceKey
from sendhub.casework.uploads import checked
from sendhub.ehcps.models import NeedsAssessment
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import OnwardRequest
from sendhub.nurture_hubs.rules import VisitKind
from sendhub.nurture_hubs.rules.measures import Stage
from tests import build, pages
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db
FACTS = {"source": "REQUEST_SOURCE:2", "reasons": "He needs more than a hub."}


def url(place):
    return reverse("nurture_hubs:onward-request", args=[place.pk])


def paper(place, title="Boxall summary", **more):
    usual = {"category": Category.GENERAL, "happened_on": date(2026, 11, 3)}
    return document_add(
        case=place.referral.case,
        files=[checked(ContentFile(b"What we saw.", "seen.txt"))],
        title=title,
        by=build.user("hub_coordinator"),
        **(usual | more),
    )[0]


def press(signed_in, place, **more):
    return pages.press(signed_in("hub_coordinator"), url(place), **(FACTS | more))


def test_the_evidence_goes_along(signed_in):
    place = build.hubs.place()
    referral, by = place.referral, build.user("hub_coordinator")
    actions.visit_log(
        child=place.child,
        by=by,
        kind=VisitKind.OBSERVATION,
        on=date(2026, 11, 3),
        visitor="Ms Tay",
        setting=referral.setting,
        found="He hid under the table.",
    )
    build.hubs.measure(referral, stage=Stage.REFERRAL)
    build.hubs.target(referral)
    chosen, left = paper(place), paper(place, title="Not this one")

    answer = press(signed_in, place, documents=[chosen])

    assessment = NeedsAssessment.objects.get()
    assert answer["Location"] == assessment.get_absolute_url()
    assert (assessment.received_on, assessment.requester) == (TODAY, str(place.hub))
    case = Case.objects.get(service=ServiceKey.EHC)
    copy = Document.objects.get(case=case)
    assert (copy.title, copy.sha256) == ("Nurture hub: Boxall summary", chosen.sha256)
    assert copy.file.name != chosen.file.name
    with copy.file.open() as content:
        assert content.read() == b"What we saw."
    said = Note.objects.get(case=case).text
    for words in (
        f"Place in {place.hub} from 4 January 2027",
        "Observation, 3 November 2026, Ms Tay: He hid under the table.",
        "SDQ), at referral, 16 November 2026: Emotional 5",
        "I wait until I am asked.: at entry 2 of 10",
    ):
        assert words in said
    assert left.case == referral.case


def test_both_cases_show_the_way(signed_in):
    place = build.hubs.place()
    press(signed_in, place)
    client = signed_in("hub_coordinator")
    onward = OnwardRequest.objects.get()
    hub, ehc = place.referral.case, onward.assessment.case
    assert "a needs assessment was asked for: request of" in pages.seen(
        client.get(hub.get_absolute_url())
    )
    shown = client.get(ehc.get_absolute_url())
    assert f'href="{hub.get_absolute_url()}"' in shown.content.decode()


def test_a_hub_school_reads_nothing_of_it(signed_in):
    place = build.hubs.place()
    member = build.hubs.member(place.hub)
    press(signed_in, place)
    client = signed_in(member.user)
    assert client.get(url(place)).status_code == 403
    for page in (place, place.child):
        said = pages.seen(client.get(page.get_absolute_url())).lower()
        assert "assessment" not in said
        assert "asked for" not in said


def test_an_open_request_is_followed_instead(signed_in):
    place = build.hubs.place()
    there = build.assessment(child_=place.child)
    client = signed_in("hub_coordinator")
    said = client.get(url(place)).content.decode()
    assert "already an open request" in said
    assert there.get_absolute_url() in said
    assert "<form" not in said.split("<main", 1)[1]


def test_an_open_request_of_the_same_moment_refuses(signed_in):
    place = build.hubs.place()
    client = signed_in("hub_coordinator")
    typed = pages.opened(client, url(place))
    build.assessment(child_=place.child)
    answer = client.post(url(place), pages.written_over(typed, **FACTS))
    assert answer.status_code == 200
    assert not OnwardRequest.objects.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"received_on": date(2026, 11, 21)}, "received_on"),
        ({"received_on": None}, "received_on"),
        ({"source": ""}, "source"),
        ({"reasons": ""}, "reasons"),
        ({"documents": ["999999"]}, "documents"),
    ],
)
def test_refuses(signed_in, answers, field):
    answer = press(signed_in, build.hubs.place(), **answers)
    assert pages.errors(answer)[field]
    assert not NeedsAssessment.objects.exists()


def test_offers_what_the_reader_reads_and_no_mistakes(signed_in):
    place = build.hubs.place()
    health = paper(place, category=Category.HEALTH)
    mine = paper(place)
    client = signed_in("hub_coordinator")
    offered = client.get(url(place)).context["form"].fields["documents"].queryset
    assert (health in offered, mine in offered) == (False, True)


def test_not_out_of_a_place_that_was_taken_back(signed_in):
    place = build.hubs.place()
    actions.place_withdraw(
        place=place, reason="Never came", by=build.user("hub_coordinator")
    )
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404


def test_who_may(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.place())).status_code == 403
