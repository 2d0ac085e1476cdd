"""Reading letters: the list, one letter, its files; who may not."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.audit.models import Look
from tests import build
from tests.pages import seen

pytestmark = pytest.mark.django_db


def read(answer):
    return b"".join(answer.streaming_content)


def test_the_list_and_the_page_show_a_letter_as_it_was_made(signed_in, case):
    letter = build.letter(case_=case)
    client = signed_in("auditor")
    shown = seen(client.get(reverse("letters:letter-list", args=[case.pk])))
    assert "About the meeting" in shown
    assert "To print and post" in shown
    page = client.get(letter.get_absolute_url())
    assert "1 Broad Street" in seen(page)
    assert "<strong>Monday</strong>" in page.content.decode()
    assert Look.objects.filter(about_type="letters.letter").exists()


@pytest.mark.parametrize(
    ("query", "kind", "start"),
    [("", "application/pdf", b"%PDF"), ("?as=word", "wordprocessingml", b"PK")],
)
def test_its_files_open_as_downloads(signed_in, case, query, kind, start):
    letter = build.letter(case_=case)
    url = reverse("letters:letter-open", args=[letter.pk])
    answer = signed_in("caseworker").get(url + query)
    assert read(answer).startswith(start)
    assert kind in answer["Content-Type"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Ceri" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_pdf_can_be_read_in_the_browser(signed_in, case):
    letter = build.letter(case_=case)
    url = reverse("letters:letter-open", args=[letter.pk])
    answer = signed_in("caseworker").get(f"{url}?view=1")
    assert answer["Content-Disposition"].startswith("inline")
    assert "sandbox" in answer["Content-Security-Policy"]
    read(answer)


@pytest.mark.parametrize("page", ["letter-page", "letter-open"])
def test_a_role_that_sees_no_contacts_reads_no_letter(signed_in, case, page):
    letter = build.letter(case_=case)
    url = reverse(f"letters:{page}", args=[letter.pk])
    client = signed_in("finance_officer")
    assert client.get(url).status_code == 403
    shown = client.get(case.get_absolute_url())
    assert "About the meeting" not in seen(shown)
    assert "1 Broad Street" not in shown.content.decode()


def test_the_chronology_names_no_addressee(signed_in, case):
    build.letter(case_=case)
    url = reverse("people:child-chronology", args=[case.child_id])
    shown = seen(signed_in("finance_officer").get(url))
    assert "Letter written to the family: About the meeting" in shown
    assert "Ceri Parent" not in shown


@pytest.mark.parametrize("page", ["letter-page", "letter-open"])
def test_a_letter_out_of_sight_is_404(signed_in, case, page):
    letter = build.letter(case_=case)
    build_restricted(case)
    url = reverse(f"letters:{page}", args=[letter.pk])
    assert signed_in("caseworker").get(url).status_code == 404


def build_restricted(case):
    from sendhub.people import actions as people

    people.child_restrict(
        child=case.child, named=[], reason="x", by=build.user("service_manager")
    )


def test_a_missing_file_is_404_and_not_a_fault(signed_in, case):
    letter = build.letter(case_=case)
    default_storage.delete(letter.pdf.name)
    url = reverse("letters:letter-open", args=[letter.pk])
    assert signed_in("caseworker").get(url).status_code == 404


def test_what_was_typed_is_shown_and_never_run(signed_in, case):
    letter = build.letter(case_=case)
    hostile = "<script>alert(1)</script> & <b>x</b>"
    from sendhub.letters import actions

    made = actions.letter_make(
        case=case,
        version=letter.template_version,
        subject=hostile,
        body=f"# {hostile}\n{hostile}\n\n- {hostile}",
        to=[letter.recipient],
        by=build.user("caseworker"),
    )
    answer = signed_in("caseworker").get(made.get_absolute_url())
    assert "<script>alert" not in answer.content.decode()
    assert "&lt;script&gt;alert(1)" in answer.content.decode()


def test_the_list_asks_no_more_for_more_letters(signed_in, case, queries_stay_flat):
    url = reverse("letters:letter-list", args=[case.pk])
    by = build.user("caseworker")
    queries_stay_flat(
        signed_in("caseworker"), url, lambda: build.letter(case_=case, by=by)
    )
