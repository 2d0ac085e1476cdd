"""The national register by the page: chosen, compared, confirmed, loaded (PPL-5)."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.background.actions import job_cancel, job_run
from sendhub.background.models import Job
from sendhub.core.errors import RuleBroken
from sendhub.schools import actions
from sendhub.schools.actions import job_of, loading
from sendhub.schools.models import Load, Setting, SettingLink
from sendhub.schools.rules import Stage
from tests import build
from tests.pages import opened, press, seen
from tests.races import at_once
from tests.schools.gias import LINK_HEADINGS, content, link, school, text

pytestmark = pytest.mark.django_db
UPLOAD = "schools:register-upload"


@pytest.fixture
def client(signed_in: Any) -> Client:
    return signed_in("administrator")


def put(client: Client, data: bytes, *, links: bytes = b"", name: str = "") -> Any:
    """Choose a file and press the button."""
    files = {"file": SimpleUploadedFile(name or "edubasealldata20260901.csv", data)}
    if links:
        files["links"] = SimpleUploadedFile("links_edubasealldata.csv", links)
    hidden = opened(client, reverse(UPLOAD))
    return client.post(reverse(UPLOAD), {"once": hidden["once"], "seen": ""} | files)


def compared(client: Client, data: bytes, **more: Any) -> Load:
    """Choose a file; the worker compares it."""
    answer = put(client, data, **more)
    assert answer.status_code == 302, seen(answer)
    load = Load.objects.latest("pk")
    assert job_run(job_id=load.job_id)
    load.refresh_from_db()
    return load


def loaded(client: Client, data: bytes, **more: Any) -> Load:
    """Choose a file, look, confirm; the worker loads it."""
    load = compared(client, data, **more)
    assert press(client, page(load, "confirm")).status_code == 302
    load.refresh_from_db()
    assert job_run(job_id=load.job_id)
    load.refresh_from_db()
    return load


def page(load: Load, name: str = "page") -> str:
    return reverse(f"schools:register-{name}", args=[load.pk])


def rows(client: Client, load: Load, outcome: str) -> str:
    return seen(client.get(page(load, "rows"), {"outcome": outcome}))


def stored() -> set[Path]:
    """The files of registers that lie in the store."""
    there = Path(default_storage.path("register")).rglob("*")
    return {path for path in there if path.is_file()}


BEFORE = [
    school(),
    school(urn="999002", name="Oak School", number="2002", pupils="90"),
    school(urn="999003", name="Elm School", number="2003"),
    school(
        urn="999004", name="Ash School", number="2004", status="2", closed="31-08-2020"
    ),
]
AFTER = [
    BEFORE[0],
    BEFORE[1] | {"NumberOfPupils": "95", "Town": "Ledbury"},
    BEFORE[2] | {"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2026"},
    BEFORE[3] | {"EstablishmentStatus (code)": "1", "CloseDate": ""},
    school(urn="999005", name="Yew School", number="2005"),
    school(urn="99", name="Wrong School", number="2006"),
]


def test_shows_what_would_change_before_it_changes_anything(client: Client) -> None:
    loaded(client, content(*BEFORE))
    load = compared(client, content(*AFTER))
    text_ = seen(client.get(page(load)))
    for tile in ("1 new", "1 changed", "1 closed", "1 open again", "1 rows to mend"):
        assert tile in text_
    assert "1 row changes nothing." in text_
    assert "Yew School" in rows(client, load, "new")
    changed = rows(client, load, "changed")
    assert "Oak School" in changed
    assert "Pupils: 90 becomes → 95" in changed
    assert "Town: Leominster becomes → Ledbury" in changed
    assert "nothing becomes → 31 August 2026" in rows(client, load, "closed")
    assert "Ash School" in rows(client, load, "reopened")
    assert "URN “99” has not six digits." in rows(client, load, "wrong")
    assert Setting.objects.get(urn="999002").pupils == 90
    assert not Setting.objects.filter(urn="999005").exists()


def test_loads_what_was_confirmed_and_says_what_it_did(client: Client) -> None:
    loaded(client, content(*BEFORE))
    load = loaded(client, content(*AFTER))
    assert load.stage == Stage.LOADED
    told = seen(client.get(page(load)))
    assert "This is what it changed." in told
    assert "1 closed" in told
    assert Setting.objects.get(urn="999002").pupils == 95
    assert Setting.objects.get(urn="999003").status == "2"
    acts = Act.objects.filter(act__startswith="schools.register").order_by("pk")
    assert [act.act.split("_")[1] for act in acts] == ["upload", "confirm", "load"] * 2
    assert {act.by_id for act in acts} == {client.user.pk}  # type: ignore[attr-defined]


def test_rows_to_mend_come_as_a_file_that_can_be_loaded_in_its_turn(
    client: Client,
) -> None:
    load = loaded(client, content(*BEFORE, school(urn="99", name="=Wrong, School")))
    answer = client.get(page(load, "mend"))
    assert 'filename="mend-edubasealldata20260901.csv"' in answer["Content-Disposition"]
    data = b"".join(answer.streaming_content)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["EstablishmentName"] == "'=Wrong, School"
    assert row["What is wrong"] == "Line 6: URN “99” has not six digits"
    mended = data.decode("utf-8-sig").replace("99,", "999099,", 1).encode()
    again = loaded(client, mended)
    assert again.done["new"] == 1
    assert Setting.objects.get(urn="999099").name == "=Wrong, School"
    assert client.get(page(again, "mend")).status_code == 404


def test_links_of_the_register_come_along(client: Client) -> None:
    links = text(
        link("999005", "999003", "Predecessor", "01-09-2026"), headings=LINK_HEADINGS
    ).encode("cp1252")
    foreseen = "1 link from one school to the next is new or better known."
    load = compared(client, content(*AFTER), links=links)
    assert foreseen in seen(client.get(page(load)))
    assert "write 1 link between a school" in seen(client.get(page(load, "confirm")))
    press(client, page(load, "confirm"))
    load.refresh_from_db()
    assert job_run(job_id=load.job_id)
    told = SettingLink.objects.get()
    assert (told.predecessor.urn, told.successor.urn) == ("999003", "999005")
    assert foreseen.replace(" is ", " was ") in seen(client.get(page(load)))


def test_the_same_file_twice_changes_nothing(client: Client) -> None:
    loaded(client, content(*BEFORE))
    before = list(Setting.objects.order_by("pk").values())
    load = compared(client, content(*BEFORE))
    assert "It would change nothing in the settings" in seen(client.get(page(load)))
    press(client, page(load, "confirm"))
    load.refresh_from_db()
    job_run(job_id=load.job_id)
    assert list(Setting.objects.order_by("pk").values()) == before
    assert "It changed nothing" in seen(client.get(page(load)))
    for what in ("confirm", "drop"):  # by the back button
        assert client.get(page(load, what)).url == load.get_absolute_url()
    assert Act.objects.filter(act="schools.register_load").count() == 1


def test_a_number_twice_is_a_row_to_mend(client: Client) -> None:
    load = compared(client, content(school(), school(name="Again")))
    assert "URN 999001 stands on line 2 already" in rows(client, load, "wrong")
    assert load.found["new"] == 1


def test_a_second_register_is_refused_while_one_is_not_settled(client: Client) -> None:
    first = compared(client, content(school()))
    upload = client.get(reverse(UPLOAD)).content.decode()
    assert f'<a href="{first.get_absolute_url()}">' in upload
    answer = put(client, content(*BEFORE))
    assert "Another register is being loaded" in seen(answer)
    assert Load.objects.count() == 1
    press(client, page(first, "drop"))
    assert put(client, content(*BEFORE)).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_of_two_put_there_at_one_moment_one_is_told(signed_in: Any) -> None:
    clients = [signed_in("administrator"), signed_in("administrator")]
    ways = [lambda c=one: put(c, content(school())).status_code for one in clients]
    assert sorted(at_once(*ways)) == [200, 302]
    assert Load.objects.count() == 1


def test_what_is_dropped_changes_nothing_and_its_file_goes(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    load = compared(client, content(school()))
    path = load.file.name
    assert default_storage.exists(path)
    with django_capture_on_commit_callbacks(execute=True):
        answer = press(client, page(load, "drop"))
    assert answer.status_code == 302
    assert not default_storage.exists(path)
    assert not Setting.objects.exists()
    assert "Not loaded." in seen(client.get(page(load)))
    assert client.get(page(load, "confirm")).url == load.get_absolute_url()
    with pytest.raises(RuleBroken, match=f"{load.asked_by} has taken this register"):
        actions.register_confirm(load=load, by=load.asked_by)
    assert Act.objects.filter(act="schools.register_drop").count() == 1


def test_nothing_is_kept_of_a_file_whose_upload_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trouble(*args: Any, **more: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr("sendhub.schools.actions.registers.record", trouble)
    before = stored()
    with pytest.raises(ConnectionError):
        put(
            client,
            content(school()),
            links=text(link("1", "2", "Successor"), headings=LINK_HEADINGS).encode(),
        )
    assert stored() == before
    monkeypatch.undo()
    put(client, content(school()))
    assert len(stored() - before) == 1


def test_a_comparing_that_was_killed_begins_anew(client: Client) -> None:
    put(client, content(*AFTER))
    load = Load.objects.get()
    load.rows.create(line=2, outcome="new", name="Left over")
    Job.objects.filter(pk=load.job_id).update(state="running", attempts=1)
    assert job_run(job_id=load.job_id)
    load.refresh_from_db()
    assert load.stage == Stage.READ
    assert not load.rows.filter(name="Left over").exists()


def test_a_loading_that_was_stopped_goes_on_from_there(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "batches", lambda things: ([one] for one in things))
    load = compared(client, content(*BEFORE))
    press(client, page(load, "confirm"))
    load.refresh_from_db()
    job = job_of(load)
    assert job
    write = loading._settings_write

    def die(some: Any, on: Any) -> None:
        if load.rows.filter(line=4, urn=some[0].row.facts["urn"]).exists():
            raise ConnectionError
        write(some, on)

    monkeypatch.setattr(loading, "_settings_write", die)
    assert not job_run(job_id=job.pk)
    told = seen(client.get(page(load)))
    assert "It was stopped." in told
    assert "It is loaded up to line 3. It goes on from there." in told
    assert Setting.objects.count() == 2
    monkeypatch.setattr(loading, "_settings_write", write)
    press(client, page(load, "confirm"))
    load.refresh_from_db()
    assert job_run(job_id=load.job_id)
    load.refresh_from_db()
    assert (load.stage, load.done["new"]) == (Stage.LOADED, 4)


def test_what_was_stopped_half_way_and_dropped_says_how_far_it_came(
    client: Client,
) -> None:
    load = compared(client, content(*BEFORE))
    press(client, page(load, "confirm"))
    load.refresh_from_db()
    refused = press(client, page(load, "drop"))
    assert "is being loaded" in seen(refused)
    again = press(client, page(load, "confirm"))
    assert "is being loaded" in seen(again)
    job_cancel(job=Job.objects.get(pk=load.job_id))
    Load.objects.filter(pk=load.pk).update(line=3)
    press(client, page(load, "drop"))
    told = seen(client.get(page(load)))
    assert "stopped after line 3. What was written until then is whole" in told


def test_its_progress_stands_on_its_own_page(client: Client) -> None:
    put(client, content(school()))
    load = Load.objects.get()
    Job.objects.filter(pk=load.job_id).update(state="running", done=500, total=2000)
    job_page = client.get(reverse("background:job-page", args=[load.job_id]))
    assert job_page["Location"] == page(load)
    answer = client.get(page(load))
    assert "Compared 500 of 2,000 rows" in seen(answer)
    assert "See how far it is now" in seen(answer)
    assert 'value="500" max="2000"' in answer.content.decode()


def test_lists_what_was_put_there(client: Client) -> None:
    compared(client, content(school()))
    told = seen(client.get(reverse("schools:register-list")))
    assert "edubasealldata20260901.csv" in told
    assert "To be confirmed" in told


def test_a_double_click_puts_one_register_there(client: Client) -> None:
    hidden = opened(client, reverse(UPLOAD))
    for _ in range(2):
        file = SimpleUploadedFile("edubasealldata.csv", content(school()))
        sent = {"once": hidden["once"], "seen": "", "file": file}
        assert client.post(reverse(UPLOAD), sent).status_code == 302
    assert Load.objects.count() == 1


@pytest.mark.parametrize("role", ["data_officer", "service_manager", "caseworker"])
def test_is_for_administrators_alone(signed_in: Any, role: str) -> None:
    load = build.load_row().load
    client = signed_in(role)
    for name in ("page", "rows", "mend", "confirm", "drop"):
        assert client.get(page(load, name)).status_code == 403
    assert client.get(reverse(UPLOAD)).status_code == 403
    assert client.post(reverse(UPLOAD)).status_code == 403


def test_an_unknown_kind_of_row_is_not_found(client: Client) -> None:
    load = compared(client, content(school()))
    assert client.get(page(load, "rows"), {"outcome": "x"}).status_code == 404
