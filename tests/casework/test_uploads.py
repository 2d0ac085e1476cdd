"""What an uploaded file really is, whatever it is called."""

import hashlib

import pytest

from sendhub.casework import uploads
from sendhub.core.errors import RuleBroken
from tests.casework import samples
from tests.casework.samples import upload


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("report.pdf", samples.PDF, "application/pdf"),
        ("REPORT.PDF", samples.PDF, "application/pdf"),
        ("photo.png", samples.PNG, "image/png"),
        ("photo.jpeg", samples.JPEG, "image/jpeg"),
        ("photo.heic", samples.HEIC, "image/heic"),
        ("letter.docx", samples.DOCX, uploads.WORD),
        ("costs.xlsx", samples.XLSX, uploads.EXCEL),
        ("slides.pptx", samples.PPTX, uploads.SLIDES),
        ("old.doc", samples.DOC, "application/msword"),
        ("mail.msg", samples.MSG, "application/vnd.ms-outlook"),
        ("notes.txt", "Zofia’s views".encode(), "text/plain"),
        ("notes.txt", "Zofia’s views".encode("cp1252"), "text/plain"),
        ("rows.csv", b"name,hours\r\nAmara,3\xa0h\r\n", "text/plain"),
    ],
)
def test_knows_a_file_by_its_content(name, content, content_type):
    found = uploads.checked(upload(name, content))
    assert found.content_type == content_type
    assert found.filename == name
    assert found.size == len(content)
    assert found.sha256 == hashlib.sha256(content).hexdigest()


NOT_KEPT = "is not a kind of file we keep."
SOMETHING_ELSE = "but what is in it is something else, or is damaged."
PROGRAM = "is a program, whatever it is called. We never keep programs."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.pdf", samples.EXE, PROGRAM),
        ("photo.pdf.exe", samples.EXE, PROGRAM),
        ("notes.txt", b"\x7fELF" + bytes(60), PROGRAM),
        ("run.bat", samples.SCRIPT, PROGRAM),
        ("RUN.JS", b"alert(1)", PROGRAM),
        ("report.pdf", samples.HTML, SOMETHING_ELSE),
        ("report.pdf", b"just words", SOMETHING_ELSE),
        ("letter.docx", samples.PLAIN_ZIP, SOMETHING_ELSE),
        ("letter.docx", samples.WITHOUT_TYPES, SOMETHING_ELSE),
        ("letter.docx", samples.TWO_AT_ONCE, SOMETHING_ELSE),
        ("letter.docx", samples.BROKEN_ZIP, SOMETHING_ELSE),
        ("letter.docx", b"PK\x03\x04nothing more", SOMETHING_ELSE),
        ("page.txt", samples.HTML, SOMETHING_ELSE),
        ("picture.txt", samples.SVG, SOMETHING_ELSE),
        ("feed.txt", b'<?xml version="1.0"?><x/>', SOMETHING_ELSE),
        ("installer.doc", samples.OLE, SOMETHING_ELSE),
        ("binary.txt", b"one\x00two", SOMETHING_ELSE),
        ("binary.txt", b"one\x81two", SOMETHING_ELSE),
        ("papers.zip", samples.PLAIN_ZIP, NOT_KEPT),
        ("page.html", samples.HTML, NOT_KEPT),
        ("picture.svg", samples.SVG, NOT_KEPT),
        ("picture.gif", samples.GIF, NOT_KEPT),
    ],
)
def test_refuses_by_name_what_has_no_place_on_a_case_and_says_why(name, content, said):
    with pytest.raises(RuleBroken) as broken:
        uploads.checked(upload(name, content))
    assert broken.value.field == "files"
    message = broken.value.message
    assert message.startswith(f"“{name}” is ")
    assert said in message
    assert message.endswith(f"Use {uploads.ACCEPTED}.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.docm", samples.DOCM),
        ("letter.docx", samples.DOCM),
        ("costs.xlsm", samples.XLSM),
        ("old.doc", samples.DOC_WITH_MACROS),
    ],
)
def test_refuses_macros(name, content):
    with pytest.raises(RuleBroken, match="has macros in it"):
        uploads.checked(upload(name, content))


def test_refuses_an_empty_file():
    with pytest.raises(RuleBroken, match=r"“report\.pdf” is empty\."):
        uploads.checked(upload("report.pdf", b""))


def test_refuses_a_file_over_the_limit_and_keeps_one_at_it(settings):
    settings.DOCUMENT_LIMIT_MB = 1
    at_limit = samples.PDF + bytes(uploads.MB - len(samples.PDF))
    assert uploads.checked(upload("long.pdf", at_limit)).size == uploads.MB
    with pytest.raises(RuleBroken, match=r"“long\.pdf” is 2 MB\. The most we can"):
        uploads.checked(upload("long.pdf", at_limit * 2))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Nia\\report.pdf", "report.pdf"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ("a\x00b\r\n.pdf", "ab.pdf"),
        ("\U0001f600 views.pdf", "\U0001f600 views.pdf"),
        ("Cafe\u0301.pdf", "Café.pdf"),
        (" .. ", "document"),
        ("", "document"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * 176 + ".pdf"),
    ],
)
def test_keeps_only_the_name_of_a_file(sent, kept):
    assert uploads.plain_filename(sent) == kept


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("report.docx", samples.PDF, "report.docx.pdf"),
        ("photo", samples.PNG, "photo.png"),
        ("letter.zip", samples.DOCX, "letter.zip.docx"),
    ],
)
def test_gives_a_file_the_ending_that_opens_it(name, content, kept):
    assert uploads.checked(upload(name, content)).filename == kept


def test_leaves_a_file_to_be_read_from_its_start():
    found = uploads.checked(upload("letter.docx", samples.DOCX))
    assert found.file.read() == samples.DOCX
