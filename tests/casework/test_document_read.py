"""Reading a document inside the site, and going on to the next one of the case."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Look
from tests import build
from tests.casework import samples
from tests.pages import seen

pytestmark = pytest.mark.django_db


def url_of(document):
    return reverse("casework:document-read", args=[document.pk])


@pytest.mark.parametrize(
    ("filename", "content", "shown", "words"),
    [
        ("a.pdf", samples.PDF, "<iframe", "Open it on a page of its own"),
        ("a.png", samples.PNG, "<img", ""),
        ("a.jpg", samples.JPEG, "<img", ""),
        ("a.docx", samples.DOCX, "", "Download it and open it with Word."),
        ("a.xlsx", samples.XLSX, "", "Download it and open it with Excel."),
        ("a.msg", samples.MSG, "", "Download it and open it with Outlook."),
        ("a.heic", samples.HEIC, "", "Download it and open it with Photos."),
        ("a.txt", b"Views", "", "with Notepad"),
    ],
)
def test_shows_pdf_and_pictures_and_says_how_to_open_the_rest(
    signed_in, case, filename, content, shown, words
):
    document = build.document(case_=case, filename=filename, content=content)
    answer = signed_in("caseworker").get(url_of(document))
    page = answer.content.decode()
    main = page[page.index("<main") :]
    source = f'src="{document.get_absolute_url()}?view=1"'
    assert (source in main) is bool(shown)
    assert shown in main
    assert words in seen(answer)
    assert f'href="{document.get_absolute_url()}" download' in main


def test_only_this_page_may_hold_a_frame_and_only_of_this_site(signed_in, case):
    document = build.document(case_=case)
    client = signed_in("caseworker")
    assert "frame-src 'self'" in client.get(url_of(document))["Content-Security-Policy"]
    other = client.get(case.get_absolute_url())["Content-Security-Policy"]
    assert "frame-src" not in other
    file = client.get(f"{document.get_absolute_url()}?view=1")
    assert b"".join(file.streaming_content)
    assert file["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in file["Content-Security-Policy"]


def test_goes_from_one_document_of_the_case_to_the_next(signed_in, case):
    old = build.document(case_=case, title="Old", happened_on=date(2026, 11, 2))
    one = build.document(case_=case, title="One", happened_on=date(2026, 11, 9))
    two = build.document(case_=case, title="Two", happened_on=date(2026, 11, 9))
    build.document(title="Of another child", happened_on=date(2026, 11, 5))
    client = signed_in("caseworker")
    ways = {
        document.title: (
            getattr(answer.context["newer"], "title", None),
            getattr(answer.context["older"], "title", None),
        )
        for document in (old, one, two)
        for answer in [client.get(url_of(document))]
    }
    assert ways == {
        "Old": ("One", None),
        "One": ("Two", "Old"),
        "Two": (None, "One"),
    }


def test_leaves_out_what_this_person_may_not_read(signed_in, case):
    first = build.document(case_=case, title="First")
    secret = build.document(case_=case, title="Secret", category="money")
    last = build.document(case_=case, title="Last")
    client = signed_in("caseworker")
    assert client.get(url_of(secret)).status_code == 404
    assert client.get(url_of(first)).context["newer"] == last
    assert client.get(url_of(last)).context["older"] == first
    assert "Secret" not in seen(client.get(url_of(first)))


def test_is_not_there_for_a_restricted_child(signed_in):
    named = build.user("team_manager")
    case = build.case(child_=build.restricted_child(named=[named]))
    url = url_of(build.document(case_=case))
    assert signed_in("team_manager").get(url).status_code == 404
    assert signed_in(named).get(url).status_code == 200


def test_the_page_notes_a_look_at_the_case_and_the_file_one_at_the_document(
    signed_in, case
):
    document = build.document(case_=case)
    client = signed_in("caseworker")
    client.get(url_of(document))
    assert [look.kind for look in Look.objects.all()] == ["case"]
    file = client.get(f"{document.get_absolute_url()}?view=1")
    assert b"".join(file.streaming_content)
    assert {look.kind for look in Look.objects.all()} == {"case", "document"}


def test_can_only_be_read(signed_in, case):
    url = url_of(build.document(case_=case))
    assert signed_in("caseworker").post(url).status_code == 405
