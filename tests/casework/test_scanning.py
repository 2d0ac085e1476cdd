"""The virus scanner: what it refuses is not kept; where it is away, work goes on."""

import socket
import threading
from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.casework import scanner, tasks
from sendhub.casework.models import Document
from sendhub.casework.rules import Scan
from tests import build
from tests.casework import samples
from tests.casework.fake_scanner import EICAR, scanning
from tests.casework.samples import upload
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db

GOOD = {"title": "", "happened_on": date(2026, 11, 19), "category": "general"}
BAD = samples.PDF + EICAR


@pytest.fixture
def quick(monkeypatch):
    """A scanner's patience that a test can wait for."""
    monkeypatch.setattr(scanner, "STEP_SECONDS", 0.2)
    monkeypatch.setattr(scanner, "WHOLE_SECONDS", 0.4)


@pytest.fixture
def nobody_listens(settings):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings.CLAMAV = f"127.0.0.1:{listener.getsockname()[1]}"


def add(client, case, *files):
    url = reverse("casework:document-add", args=[case.pk])
    sent = [upload(name, content) for name, content in files]
    return press(client, url, files=sent, **GOOD)


def scans():
    return list(Document.objects.order_by("pk").values_list("scan", flat=True))


def test_sends_the_whole_file_and_keeps_a_clean_one(signed_in, case, settings):
    content = samples.PDF + bytes(300_000)
    with scanning(settings) as fake:
        answer = add(signed_in("caseworker"), case, ("a.pdf", content))
    assert answer.status_code == 302
    assert fake.files == [content]
    document = Document.objects.get()
    assert (document.scan, document.scan_words) == ("clean", "")
    assert document.scanned_at is not None
    with document.file.open("rb") as file:
        assert file.read() == content


def test_refuses_an_infected_file_and_keeps_nothing(signed_in, case, settings):
    with scanning(settings):
        answer = add(
            signed_in("caseworker"), case, ("bad.pdf", BAD), ("good.pdf", samples.PDF)
        )
    said = errors(answer)["files"]
    assert said[0].startswith("“bad.pdf” has a virus in it. Nothing was kept.")
    assert said[1].startswith("Choose “good.pdf” again")
    assert not Document.objects.exists()
    assert not any(p.is_file() for p in Path(default_storage.location).rglob("*"))


@pytest.mark.parametrize(
    ("answer", "slow"),
    [
        (b"stream: O", 0),
        (b"", 0),
        (b"INSTREAM size limit exceeded. ERROR\0", 0),
        (b"stream: OK FOUND or not\0", 0),
        (b"\xff" * 5000, 0),
        (b"stream: OK\0", 0.7),
    ],
    ids=["half an answer", "no answer", "an error", "nonsense", "noise", "slow"],
)
def test_keeps_a_file_as_not_scanned_when_the_scanner_fails(
    signed_in, case, settings, quick, caplog, answer, slow
):
    client = signed_in("caseworker")
    with scanning(settings, answer, slow):
        assert add(client, case, ("secret.pdf", samples.PDF)).status_code == 302
        page = client.get(reverse("casework:document-list", args=[case.pk]))
    assert scans() == [Scan.NOT_YET]
    assert "Not scanned for viruses yet" in seen(page)
    assert "the virus scanner could not be asked" in caplog.text
    assert "secret" not in caplog.text


def test_asks_a_scanner_that_is_away_once_for_many_files(
    signed_in, case, nobody_listens, caplog
):
    files = [(f"{n}.pdf", samples.PDF) for n in range(5)]
    assert add(signed_in("caseworker"), case, *files).status_code == 302
    assert scans() == [Scan.NOT_YET] * 5
    assert caplog.text.count("could not be asked") == 1


def test_a_scanner_may_drip_but_not_for_ever(settings, monkeypatch):
    """Each byte comes in time, and the whole would still take all day."""
    monkeypatch.setattr(scanner, "WHOLE_SECONDS", 0.3)
    listener = socket.create_server(("127.0.0.1", 0))
    settings.CLAMAV = f"127.0.0.1:{listener.getsockname()[1]}"
    ended = threading.Event()

    def drip():
        caller, _ = listener.accept()
        with caller:
            while not ended.wait(0.05):
                try:
                    caller.sendall(b"s")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    with pytest.raises(scanner.Away):
        scanner.ask([samples.PDF])
    ended.set()
    thread.join()
    listener.close()


@pytest.mark.parametrize("address", ["/nowhere/clamd.ctl", "127.0.0.1:port", "x.test:"])
def test_an_address_that_leads_nowhere_stops_nobody(settings, address):
    settings.CLAMAV = address
    with pytest.raises(scanner.Away):
        scanner.ask([b"x"])


def test_asks_over_a_socket_of_this_machine_too(settings, tmp_path):
    settings.CLAMAV = str(tmp_path / "clamd.ctl")
    whole_question = len(b"zINSTREAM\0") + 4 + len(b"x") + 4

    def answer():
        caller, _ = listener.accept()
        with caller, caller.makefile("rb") as said:
            said.read(whole_question)
            caller.sendall(b"stream: Some.Virus FOUND\0")

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(settings.CLAMAV)
        listener.listen()
        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        assert scanner.ask([b"x"]).virus == "Some.Virus"
        thread.join()


def test_scans_later_what_came_while_it_was_away(case, settings, signed_in, caplog):
    bad = build.document(case_=case, content=BAD, title="EP advice")
    good = build.document(case_=case)
    with scanning(settings) as fake:
        assert tasks.documents_scan(timestamp=0) == 2
        assert tasks.documents_scan(timestamp=0) == 0
    assert len(fake.files) == 2
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.scan, good.scan) == ("infected", "clean")
    assert f"document {bad.pk} has the virus Eicar-Test-Signature" in caplog.text
    assert "EP advice" not in caplog.text


def test_scans_at_most_so_many_and_stops_when_the_scanner_goes(
    case, settings, monkeypatch, nobody_listens
):
    for _ in range(3):
        build.document(case_=case)
    assert tasks.documents_scan(timestamp=0) == 0
    monkeypatch.setattr(tasks, "SCANNED_AT_ONCE", 2)
    with scanning(settings) as fake:
        assert tasks.documents_scan(timestamp=0) == 2
        assert len(fake.files) == 2
        assert tasks.documents_scan(timestamp=0) == 1


def test_a_missing_file_does_not_hold_up_the_others(case, settings, caplog):
    good = build.document(case_=case)
    lost = build.document(case_=case)
    default_storage.delete(lost.file.name)
    with scanning(settings):
        assert tasks.documents_scan(timestamp=0) == 1
    good.refresh_from_db()
    assert good.scan == "clean"
    assert f"the file of document {lost.pk} is missing" in caplog.text


def test_does_nothing_where_there_is_no_scanner(case, signed_in):
    document = build.document(case_=case)
    assert tasks.documents_scan(timestamp=0) == 0
    url = reverse("casework:document-list", args=[case.pk])
    text = seen(signed_in("caseworker").get(url))
    assert "Not scanned for viruses" in text
    assert "viruses yet" not in text
    document.refresh_from_db()
    assert document.scan == "not_yet"


def test_nobody_opens_what_was_found_infected(case, settings, signed_in):
    document = build.document(case_=case, content=BAD, title="EP advice")
    with scanning(settings):
        tasks.documents_scan(timestamp=0)
    client = signed_in("caseworker")
    for address in ("", "?view=1"):
        answer = client.get(document.get_absolute_url() + address)
        assert answer.status_code == 403
        assert "“EP advice” cannot be opened" in seen(answer)
    page = client.get(reverse("casework:document-read", args=[document.pk]))
    assert "The virus scanner found something harmful" in seen(page)
    assert document.get_absolute_url() + '"' not in page.content.decode()
    listed = client.get(reverse("casework:document-list", args=[case.pk]))
    assert "Virus found" in seen(listed)
    assert document.get_absolute_url() + '"' not in listed.content.decode()
