"""Putting files on a case: all of them or none, and nothing typed is lost."""

import errno
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import transaction
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions, uploads
from sendhub.casework.actions import papers
from sendhub.casework.models import Document
from sendhub.core.errors import RuleBroken
from sendhub.core.forms.page_form import PageForm
from tests import build
from tests.casework import samples
from tests.casework.samples import upload
from tests.pages import errors, opened, press, seen, typed

pytestmark = pytest.mark.django_db

GOOD = {"title": "", "happened_on": date(2026, 11, 19), "category": "general"}


def url_of(case):
    return reverse("casework:document-add", args=[case.pk])


def files_on_disk():
    root = Path(default_storage.location)
    return [path for path in root.rglob("*") if path.is_file()]


def content_of(document):
    with document.file.open("rb") as file:
        return file.read()


def sent(*files):
    return [upload(name, content) for name, content in files]


def test_keeps_several_files_at_once_each_under_its_own_name(signed_in, case):
    client = signed_in("caseworker")
    files = sent(("EP advice.pdf", samples.PDF), ("views.docx", samples.DOCX))
    answer = press(client, url_of(case), files=files, **GOOD)
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    first, second = Document.objects.order_by("pk")
    assert (first.title, second.title) == ("EP advice", "views")
    assert (first.filename, second.filename) == ("EP advice.pdf", "views.docx")
    assert (first.content_type, second.content_type) == (
        "application/pdf",
        uploads.WORD,
    )
    assert (first.added_by, first.happened_on) == (client.user, date(2026, 11, 19))
    assert content_of(first) == samples.PDF
    assert content_of(second) == samples.DOCX
    assert "2 documents added." in seen(client.get(answer.url))


def test_a_file_lies_outside_the_site_under_a_name_nobody_can_guess(signed_in, case):
    press(
        signed_in("caseworker"),
        url_of(case),
        files=sent(("../../secret.pdf", samples.PDF)),
        **GOOD,
    )
    document = Document.objects.get()
    assert document.filename == "secret.pdf"
    assert "secret" not in document.file.name
    [path] = files_on_disk()
    assert path.stat().st_mode & 0o077 == 0
    address = f"/{default_storage.url(document.file.name).lstrip('/')}"
    assert signed_in("caseworker").get(address).status_code == 404


def test_a_title_names_one_file_and_begins_the_names_of_several(signed_in, case):
    client = signed_in("caseworker")
    facts = {**GOOD, "title": "Advice"}
    press(client, url_of(case), files=sent(("scan.pdf", samples.PDF)), **facts)
    files = sent(("one.pdf", samples.PDF), ("two.pdf", samples.PDF))
    press(client, url_of(case), files=files, **facts)
    titles = Document.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["Advice", "Advice: one", "Advice: two"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("advice.pdf", samples.EXE, "“advice.pdf” is a program"),
        ("page.html", samples.HTML, "“page.html” is not a kind of file we keep."),
        ("logo.svg", samples.SVG, "“logo.svg” is not a kind of file we keep."),
        ("a.docx", samples.PLAIN_ZIP, "“a.docx” is called .docx, but"),
        ("a.docm", samples.DOCM, "“a.docm” has macros in it"),
        ("a.pdf", b"", "“a.pdf” is empty."),
    ],
)
def test_names_the_file_that_is_refused_and_keeps_what_was_typed(
    signed_in, case, name, content, words
):
    answer = press(
        signed_in("caseworker"),
        url_of(case),
        files=sent((name, content)),
        **{**GOOD, "title": "Speech therapy advice", "category": "health"},
    )
    said = errors(answer)
    assert list(said) == ["files"]
    assert said["files"][0].startswith(words)
    page = answer.content.decode()
    assert 'value="Speech therapy advice"' in page
    assert 'value="19"' in page
    assert re.search(r'<input[^>]*value="health"[^>]*checked', page)
    assert not Document.objects.exists()
    assert files_on_disk() == []


def test_one_bad_file_of_three_keeps_none_and_says_which_to_choose_again(
    signed_in, case
):
    files = sent(
        ("good.pdf", samples.PDF), ("bad.pdf", samples.EXE), ("fine.png", samples.PNG)
    )
    said = errors(press(signed_in("caseworker"), url_of(case), files=files, **GOOD))
    assert said["files"][0].startswith("“bad.pdf” is a program")
    assert said["files"][1].startswith("Choose “good.pdf”, “fine.png” again")
    assert not Document.objects.exists()


def test_says_which_files_to_choose_again_when_something_else_was_wrong(
    signed_in, case
):
    facts = {**GOOD, "happened_on": date(2016, 5, 4)}
    files = sent(("good.pdf", samples.PDF))
    said = errors(press(signed_in("caseworker"), url_of(case), files=files, **facts))
    assert "was born on 5 May 2016" in said["happened_on"][0]
    assert said["files"] == ["Choose “good.pdf” again: a browser drops files."]
    assert files_on_disk() == []


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"happened_on": None}, "happened_on", "Enter the date received."),
        ({"happened_on": date(2026, 11, 21)}, "happened_on", "today or in the past"),
        ({"category": None}, "category", "Choose what it is about."),
        ({"title": "x" * 201}, "title", "200 characters or fewer"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, case, wrong, field, words):
    files = sent(("good.pdf", samples.PDF))
    facts = {**GOOD, **wrong}
    said = errors(press(signed_in("caseworker"), url_of(case), files=files, **facts))
    assert words in said[field][0]
    assert set(said) == {field, "files"}


def test_asks_for_the_files(signed_in, case):
    said = errors(press(signed_in("caseworker"), url_of(case), **GOOD))
    assert said == {"files": ["Choose the files."]}


def test_refuses_more_files_than_it_takes_at_once(signed_in, case):
    files = sent(*[(f"{n}.pdf", samples.PDF) for n in range(21)])
    said = errors(press(signed_in("caseworker"), url_of(case), files=files, **GOOD))
    assert "Choose 20 files or fewer. You chose 21." in said["files"][0]


def test_says_that_thirty_megabytes_are_too_many(signed_in, case):
    big = samples.PDF + bytes(30 * uploads.MB)
    answer = press(
        signed_in("caseworker"), url_of(case), files=sent(("big.pdf", big)), **GOOD
    )
    assert errors(answer)["files"] == [
        "“big.pdf” is 30 MB. The most we can keep is 20 MB."
    ]
    assert files_on_disk() == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\fakepath\\report.pdf", "report.pdf"),
        ("\u202egnp.report.pdf", "gnp.report.pdf"),
        ("\U0001f600.pdf", "\U0001f600.pdf"),
        ("r" * 240 + ".pdf", "r" * 176 + ".pdf"),
        ("plain", "plain.pdf"),
    ],
)
def test_keeps_odd_names_readable(signed_in, case, name, kept):
    client = signed_in("caseworker")
    answer = press(client, url_of(case), files=sent((name, samples.PDF)), **GOOD)
    assert answer.status_code == 302
    assert Document.objects.get().filename == kept
    assert client.get(answer.url).status_code == 200


def test_a_double_click_keeps_each_file_once(signed_in, case):
    client = signed_in("caseworker")
    hidden = opened(client, url_of(case))
    for _ in range(2):
        files = sent(("good.pdf", samples.PDF))
        answer = press(client, url_of(case), hidden=hidden, files=files, **GOOD)
        assert answer.status_code == 302
    assert Document.objects.count() == 1
    assert len(files_on_disk()) == 1


def test_a_form_without_its_token_keeps_nothing(signed_in, case):
    files = sent(("good.pdf", samples.PDF))
    answer = signed_in("caseworker").post(
        url_of(case), {**typed(**GOOD), "files": files}
    )
    assert "This form has expired" in seen(answer)
    assert files_on_disk() == []


@pytest.mark.parametrize("category", ["health", "social_care", "money"])
def test_the_chronology_keeps_the_title_of_a_private_document_to_itself(
    signed_in, case, category
):
    files = sent(("Canary letter.pdf", samples.PDF))
    facts = {**GOOD, "category": category}
    press(signed_in("caseworker"), url_of(case), files=files, **facts)
    act = Act.objects.get(act="casework.document_add")
    assert "Canary" not in act.sentence + str(act.facts)


def test_writes_each_document_in_the_chronology(signed_in, case):
    files = sent(("EP advice.pdf", samples.PDF))
    press(signed_in("caseworker"), url_of(case), files=files, **GOOD)
    act = Act.objects.get(act="casework.document_add")
    assert act.sentence == "Document added: EP advice"
    assert act.happened_on == date(2026, 11, 19)


def add(case, *files, by):
    return actions.document_add(
        case=case,
        files=[uploads.checked(file) for file in sent(*files)],
        title="",
        category="general",
        happened_on=date(2026, 11, 19),
        by=by,
    )


def test_takes_back_every_file_when_one_of_them_cannot_be_kept(
    case, monkeypatch, settings
):
    kept = papers._document_keep
    calls = []

    def second_fails(*args, **more):
        calls.append(1)
        if len(calls) == 2:
            raise OSError("disk full")
        return kept(*args, **more)

    monkeypatch.setattr(papers, "_document_keep", second_fails)
    files = ("one.pdf", samples.PDF), ("two.pdf", samples.PDF)
    with pytest.raises(OSError, match="disk full"), transaction.atomic():
        add(case, *files, by=case.officer)
    assert len(calls) == 2
    assert files_on_disk() == []
    assert not Document.objects.exists()


def test_takes_back_the_file_when_the_act_fails_after_it(signed_in, case, monkeypatch):
    written = []

    def fail(self):
        written.extend(files_on_disk())
        raise RuleBroken("Not today.")

    monkeypatch.setattr(PageForm, "_remember_result", fail)
    files = sent(("good.pdf", samples.PDF))
    answer = press(signed_in("caseworker"), url_of(case), files=files, **GOOD)
    assert "Not today." in seen(answer)
    assert len(written) == 1
    assert files_on_disk() == []
    assert not Document.objects.exists()


def test_takes_back_the_file_when_the_act_ends_in_a_fault(signed_in, case, monkeypatch):
    def fail(self):
        raise ZeroDivisionError

    monkeypatch.setattr(PageForm, "_remember_result", fail)
    client = signed_in("caseworker")
    hidden = opened(client, url_of(case))
    files = sent(("good.pdf", samples.PDF))
    with pytest.raises(ZeroDivisionError):
        press(client, url_of(case), hidden=hidden, files=files, **GOOD)
    assert files_on_disk() == []


def test_the_page_tells_the_limit_and_the_kinds(signed_in, case):
    text = seen(signed_in("caseworker").get(url_of(case)))
    assert "each up to 20 MB: PDF, Word, Excel" in text


def test_another_case_keeps_its_own_documents(signed_in, case):
    other = build.case()
    build.document(case_=other, filename="Other.pdf")
    assert "Other" not in seen(signed_in("caseworker").get(case.get_absolute_url()))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_and_nothing_half_written_stays(
    signed_in, case, monkeypatch, code
):
    def half(storage, path, file):
        stored = Path(storage.path(path))
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(samples.PDF[:5])
        raise OSError(code, "no room")

    monkeypatch.setattr(FileSystemStorage, "save", half)
    files = sent(("advice.pdf", samples.PDF))
    answer = press(signed_in("caseworker"), url_of(case), files=files, **GOOD)
    assert answer.status_code == 200
    assert "no room for these files" in str(errors(answer)["files"])
    assert files_on_disk() == []
    assert not Document.objects.exists()


def test_other_files_sent_from_the_same_page_are_not_taken_for_a_second_click(
    signed_in, case
):
    client = signed_in("caseworker")
    page = opened(client, url_of(case))
    first = sent(("one.pdf", samples.PDF), ("last.pdf", samples.PDF))
    press(client, url_of(case), hidden=page, files=first, **GOOD)
    same = sent(("one.pdf", samples.PDF), ("last.pdf", samples.PDF))
    assert press(client, url_of(case), hidden=page, files=same, **GOOD).url
    assert Document.objects.count() == 2

    other = samples.PDF.replace(b"1", b"2")
    for files in (
        sent(("one.pdf", other), ("last.pdf", samples.PDF)),
        sent(("one.pdf", samples.PDF), ("last.pdf", other)),
        sent(("last.pdf", samples.PDF)),
    ):
        answer = press(client, url_of(case), hidden=page, files=files, **GOOD)
        assert "something else in it" in str(errors(answer))
    assert Document.objects.count() == 2
