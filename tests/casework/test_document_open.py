"""Opening a document: only for who may read it, never run by the browser, noted."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.casework.models import Document
from tests import build
from tests.casework import samples
from tests.pages import seen

pytestmark = pytest.mark.django_db


def content_of(answer):
    return b"".join(answer.streaming_content)


def test_gives_the_file_to_keep_and_notes_who_opened_it(signed_in, case):
    document = build.document(case_=case, filename="EP advice.pdf", content=samples.PDF)
    client = signed_in("auditor")
    answer = client.get(document.get_absolute_url())
    assert content_of(answer) == samples.PDF
    assert answer["Content-Disposition"] == 'attachment; filename="EP advice.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    look = Look.objects.get()
    assert (look.kind, look.child_id) == ("document", case.child_id)
    assert (look.by_id, look.about_id) == (client.user.pk, document.pk)


@pytest.mark.parametrize(
    ("filename", "content", "shown"),
    [
        ("a.pdf", samples.PDF, True),
        ("a.png", samples.PNG, True),
        ("a.jpg", samples.JPEG, True),
        ("a.heic", samples.HEIC, False),
        ("a.docx", samples.DOCX, False),
        ("a.txt", b"Views", False),
    ],
)
def test_shows_only_pdf_and_pictures_in_the_browser(
    signed_in, case, filename, content, shown
):
    document = build.document(case_=case, filename=filename, content=content)
    answer = signed_in("auditor").get(f"{document.get_absolute_url()}?view=1")
    assert content_of(answer) == content
    assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "script-src" not in answer["Content-Security-Policy"]
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_name_cannot_add_a_header(signed_in, case):
    document = build.document(case_=case)
    Document.objects.update(filename='a"; x="\u202e\U0001f600.pdf')
    answer = signed_in("auditor").get(document.get_absolute_url())
    assert content_of(answer)
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")


@pytest.mark.parametrize(
    ("category", "reads", "does_not"),
    [
        ("general", "caseworker", "finance_officer"),
        ("health", "caseworker", "hub_coordinator"),
        ("social_care", "short_breaks_officer", "data_officer"),
        ("money", "finance_officer", "caseworker"),
    ],
)
def test_is_not_there_for_who_may_not_read_its_category(
    signed_in, case, category, reads, does_not
):
    document = build.document(case_=case, category=category, title="Canary")
    url = document.get_absolute_url()
    assert signed_in(does_not).get(url).status_code == 404
    assert not Look.objects.filter(kind="document").exists()
    answer = signed_in(reads).get(url)
    assert content_of(answer)
    for page in ("case-page", "document-list"):
        address = reverse(f"casework:{page}", args=[case.pk])
        assert "Canary" in seen(signed_in(reads).get(address))
        assert "Canary" not in seen(signed_in(does_not).get(address))


def test_is_not_there_for_a_restricted_child(signed_in):
    named = build.user("team_manager")
    case = build.case(child_=build.restricted_child(named=[named]))
    url = build.document(case_=case).get_absolute_url()
    assert signed_in("team_manager").get(url).status_code == 404
    answer = signed_in(named).get(url)
    assert content_of(answer)


def test_is_closed_where_the_child_or_the_service_is(signed_in, only, case):
    url = build.document(case_=case).get_absolute_url()
    assert signed_in("administrator").get(url).status_code == 403
    assert only(Permission.NOTE_VIEW).get(url).status_code == 403
    assert not Look.objects.exists()


def test_a_stranger_signs_in_first(client, case):
    assert client.get(build.document(case_=case).get_absolute_url()).status_code == 302


def test_says_in_words_that_a_file_is_gone(signed_in, case, caplog):
    document = build.document(case_=case, title="EP advice")
    default_storage.delete(document.file.name)
    answer = signed_in("auditor").get(document.get_absolute_url())
    assert answer.status_code == 404
    assert "The file of “EP advice” is missing" in seen(answer)
    assert f"the file of document {document.pk} is missing" in caplog.text
    assert "EP advice" not in caplog.text


def test_a_document_can_only_be_read(signed_in, case):
    url = build.document(case_=case).get_absolute_url()
    assert signed_in("caseworker").post(url).status_code == 405
