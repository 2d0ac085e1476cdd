"""Files that are no register: refused in words, whatever is sent (PPL-5)."""

from typing import Any

import pytest
from django.test import Client

from sendhub.background.actions import job_run
from sendhub.background.models import Job
from sendhub.schools import forms
from sendhub.schools.models import Load, Setting
from sendhub.schools.rules import Stage
from tests.pages import press, seen
from tests.schools.gias import HEADINGS, LINK_HEADINGS, content, link, school, text
from tests.schools.test_register_pages import compared, page, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in: Any) -> Client:
    return signed_in("administrator")


BAD = {
    "empty": (b"", "is empty"),
    "no rows": (content(), "The file has headings, and no row below them."),
    "blank": (b" \r\n", "The file is empty."),
    "utf-16": (content(school(), encoding="utf-16"), "The file is in UTF-16"),
    "semicolons": (
        content(school()).replace(b",", b";"),
        "separated by semicolons, not by commas",
    ),
    "two header rows": (
        content(school()) + content(school(urn="999002")),
        "Line 3 repeats the headings.",
    ),
    "cut off": (content(school())[:-60], "The file ends in the middle of line 2"),
    "zip": (b"PK\x03\x04" + b"x" * 99, "This is a ZIP or Excel file."),
    "another csv": (b"Name,Age\r\nA,1\r\n", "This is not the schools register"),
    "a paste": (b"lorem ipsum " * 900_000, "This is not the schools register"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "it is a picture"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_refused_beside_its_field(
    client: Client, name: str
) -> None:
    data, words = BAD[name]
    answer = put(client, data)
    assert answer.status_code == 200
    assert words in answer.context["form"].errors["file"][0]
    assert not Load.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.parametrize("name", ["two header rows", "cut off", "no rows"])
def test_what_only_its_end_shows_of_a_large_file_is_said_on_its_page(
    client: Client, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "READ_AT_ONCE", 10)
    data, words = BAD[name]
    assert put(client, data).status_code == 302
    load = Load.objects.get()
    assert not job_run(job_id=load.job_id)
    load.refresh_from_db()
    assert load.stage == Stage.DROPPED
    assert words in seen(client.get(page(load)))
    assert not Setting.objects.exists()
    assert load.file.name == ""


def test_links_are_refused_beside_their_own_field(client: Client) -> None:
    answer = put(client, content(school()), links=b"Name,Age\r\nA,1\r\n")
    said = "This is not the schools register's file of links (links_edubasealldata)."
    assert said in answer.context["form"].errors["links"][0]


def test_files_in_each_others_boxes_are_told_apart(client: Client) -> None:
    joined = link("999005", "999003", "Predecessor", "01-09-2026")
    links = text(joined, headings=LINK_HEADINGS).encode("cp1252")
    said = put(client, links, links=content(school())).context["form"].errors
    assert said == {
        "file": [
            "This is the schools register's file of links (links_edubasealldata): "
            "it goes into the other box."
        ],
        "links": [
            "This is the schools register (edubasealldata): it goes into the other box."
        ],
    }


def test_a_large_file_of_odd_headings_is_refused_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "READ_AT_ONCE", 10)
    monkeypatch.setattr(forms, "register", Unseen)
    long = "x" * 5000 + "\0"
    data = text(headings=[*HEADINGS, long, long]).encode() + content(school())
    assert put(client, data).status_code == 302
    load = Load.objects.get()
    assert not job_run(job_id=load.job_id)
    load.refresh_from_db()
    assert load.stage == Stage.DROPPED
    assert "comes twice" in load.fault


class Unseen:
    """A look that finds nothing, as at a file changed on its way."""

    @staticmethod
    def glance(file: Any) -> None: ...


def test_odd_names_of_files_harm_nothing(client: Client) -> None:
    wrong = content(school(urn="99"))
    load = compared(client, wrong, name='=a"b;\r\nX: y\u202e/../c.csv')
    answer = client.get(page(load, "mend"))
    assert b"six digits" in b"".join(answer.streaming_content)
    assert "X" not in answer.headers
    assert "/../" not in load.file.name
    press(client, page(load, "drop"))
    assert put(client, wrong, name="a\0b.csv").status_code in (200, 302)
