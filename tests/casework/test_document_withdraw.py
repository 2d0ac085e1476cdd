"""A document that was entered in error keeps its place; its file opens no more."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.audit import sentences
from sendhub.audit.models import Act, Look
from sendhub.casework.models import Document
from tests import build
from tests.casework import samples
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

WHY = "It is about a child of the next case."
OTHER = "Document added: report"


@pytest.fixture
def mine(signed_in):
    """Sign in as whoever added the document."""
    return signed_in("caseworker")


@pytest.fixture
def document(case, mine):
    return build.document(
        case_=case,
        by=mine.user,
        title="Canary",
        filename="canary.pdf",
        content=samples.PDF,
    )


def url_of(document):
    return reverse("casework:document-withdraw", args=[document.pk])


def pages_of(case):
    return [case.get_absolute_url(), reverse("casework:document-list", args=[case.pk])]


def test_keeps_who_when_why_and_the_file(case, document, mine):
    assert "Canary" in seen(mine.get(url_of(document)))
    answer = press(mine, url_of(document), reason=WHY)
    assert (answer.status_code, answer.url) == (302, pages_of(case)[1])
    document.refresh_from_db()
    assert (document.withdrawn_by, document.withdrawn_reason) == (mine.user, WHY)
    assert document.withdrawn_at is not None
    assert default_storage.exists(document.file.name)


def test_its_place_says_why_and_nothing_opens(signed_in, case, document, mine):
    press(mine, url_of(document), reason=WHY)
    for client in (mine, signed_in("hub_coordinator"), signed_in("data_officer")):
        for page in [*pages_of(case), url_of(document)][: 3 if client is mine else 2]:
            answer = client.get(page)
            text = seen(answer)
            assert "canary" not in text.lower(), page
            assert f"Entered in error: {WHY} Marked by {mine.user} on" in text
            assert document.get_absolute_url() + '"' not in answer.content.decode()
            assert "Entered in error?" not in text
        for view in ("", "?view=1"):
            address = document.get_absolute_url() + view
            assert client.get(address).status_code == 404
    assert not Look.objects.filter(kind="document").exists()


@pytest.mark.parametrize("role", ["team_manager", "service_manager", "auditor"])
def test_those_who_look_into_who_looked_open_it_on(
    signed_in, case, document, mine, role
):
    press(mine, url_of(document), reason=WHY)
    client = signed_in(role)
    for page in pages_of(case):
        text = seen(client.get(page))
        assert "Canary" in text
        assert f"Entered in error: {WHY}" in text
    answer = client.get(document.get_absolute_url())
    assert b"".join(answer.streaming_content) == samples.PDF
    assert Look.objects.filter(kind="document", about_id=document.pk).exists()


@pytest.mark.parametrize(
    ("category", "said"),
    [("general", WHY), ("health", "(health, for those who may read it)")],
)
def test_the_chronology_says_it_without_private_words(case, mine, category, said):
    document = build.document(
        case_=case, by=mine.user, category=category, title="Canary"
    )
    press(mine, url_of(document), reason=WHY)
    act = Act.objects.get(act="casework.document_withdraw")
    assert act.sentence == (
        f"Document received on 10 November 2026 entered in error. {said}"
    )
    assert (act.by_id, act.case_id) == (mine.user.pk, case.pk)
    assert "Canary" not in str(act.facts)
    assert act.act in sentences.of_kind("document")


def test_the_chronology_no_longer_says_what_it_was(signed_in, case, document, mine):
    def pages_with_it(client):
        addresses = [
            reverse(f"people:child-{page}", args=[case.child_id])
            for page in ("page", "chronology")
        ]
        texts = [seen(client.get(address)) for address in addresses]
        if document.withdrawn_at:
            assert all(WHY in text for text in texts)
        return sum("Document added: Canary" in text for text in texts)

    assert pages_with_it(mine) == 2
    build.document(case_=case)
    press(mine, url_of(document), reason=WHY)
    document.refresh_from_db()
    assert pages_with_it(mine) == pages_with_it(signed_in("data_officer")) == 0
    assert pages_with_it(signed_in("auditor")) == 2
    chronology = reverse("people:child-chronology", args=[case.child_id])
    assert OTHER in seen(mine.get(chronology))


def test_whoever_added_it_and_those_who_give_cases_out_may(
    signed_in, case, document, mine
):
    for client, may in (
        (mine, True),
        (signed_in("team_manager"), True),
        (signed_in("service_manager"), True),
        (signed_in("caseworker"), False),
        (signed_in("auditor"), False),
    ):
        assert client.get(url_of(document)).status_code == (200 if may else 403)
        for page in pages_of(case):
            assert ("Entered in error?" in seen(client.get(page))) is may
    refused = signed_in("caseworker").post(url_of(document), {"reason": WHY})
    assert refused.status_code == 403
    document.refresh_from_db()
    assert document.withdrawn_at is None


def test_is_not_there_where_the_child_or_the_category_is_out_of_sight(signed_in, case):
    hidden = build.case(child_=build.restricted_child())
    by = build.user("team_manager")
    for document in (
        build.document(case_=hidden, by=by),
        build.document(case_=case, by=by, category="money"),
    ):
        assert signed_in(by).get(url_of(document)).status_code == 404
        assert signed_in(by).post(url_of(document)).status_code == 404


def test_is_closed_where_the_service_is(only, document):
    client = only("note_view", "document_withdraw", "case_assign")
    assert client.get(url_of(document)).status_code == 403


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("", "Write what was wrong."),
        ("x" * 301, "300 characters or fewer"),
        ("\x07", "a character in it that cannot be kept"),
    ],
)
def test_says_what_is_wrong_with_the_reason(document, mine, reason, words):
    said = errors(press(mine, url_of(document), reason=reason))
    assert list(said) == ["reason"]
    assert words in said["reason"][0]
    assert not Document.objects.filter(withdrawn_at__isnull=False).exists()


def test_a_double_click_says_it_once(document, mine):
    hidden = opened(mine, url_of(document))
    for _ in range(2):
        answer = press(mine, url_of(document), hidden=hidden, reason=WHY)
        assert answer.status_code == 302
    assert Act.objects.filter(act="casework.document_withdraw").count() == 1


def test_a_second_reason_never_replaces_the_first(signed_in, document, mine):
    manager = signed_in("team_manager")
    hidden = opened(manager, url_of(document))
    press(mine, url_of(document), reason=WHY)
    late = press(manager, url_of(document), hidden=hidden, reason="Another reason")
    assert "changed this while you had it open" in seen(late)
    hidden = {**late.context["form"].data.dict()}
    again = press(manager, url_of(document), hidden=hidden)
    assert "This document is marked as entered in error." in seen(again)
    document.refresh_from_db()
    assert (document.withdrawn_by, document.withdrawn_reason) == (mine.user, WHY)


def test_the_lists_ask_no_more_of_the_database(signed_in, case, queries_stay_flat):
    client = signed_in("team_manager")

    def grow():
        document = build.document(case_=case, happened_on=date(2026, 11, 12))
        press(client, url_of(document), reason=WHY)

    for page in pages_of(case):
        queries_stay_flat(client, page, grow)
