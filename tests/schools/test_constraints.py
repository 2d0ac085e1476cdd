"""What the database refuses about registers."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sendhub.core import clock
from sendhub.schools.models import Load, LoadRow
from sendhub.schools.rules import Stage
from tests import build

pytestmark = pytest.mark.django_db


def refused(name: str, model: Any, **fields: Any) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(**fields)


def test_a_load_is_finished_when_it_is_over() -> None:
    about = {"file_name": "x.csv", "asked_at": clock.now()}
    name = "schools_load_finished_when_over"
    refused(name, Load, stage=Stage.LOADED, **about)
    refused(name, Load, stage=Stage.READ, finished_at=clock.now(), **about)


def test_one_register_at_a_time_is_not_settled() -> None:
    about = {"file_name": "x.csv", "asked_at": clock.now()}
    Load.objects.create(asked_by=build.user("administrator"), **about)
    by = build.user("administrator")
    refused("schools_load_one_at_a_time", Load, asked_by=by, **about)
    dropped = {"stage": Stage.DROPPED, "finished_at": clock.now()}
    Load.objects.create(asked_by=by, **dropped, **about)


def test_only_what_is_not_loaded_has_a_fault() -> None:
    about = {"file_name": "x.csv", "asked_at": clock.now(), "fault": "Cut off."}
    refused("schools_load_fault_when_dropped", Load, **about)


def test_a_row_is_kept_once_and_says_why_it_is_wrong() -> None:
    load = build.load()
    LoadRow.objects.create(load=load, line=2, outcome="new")
    refused("schools_loadrow_line_once", LoadRow, load=load, line=2, outcome="new")
    name = "schools_loadrow_wrong_why"
    refused(name, LoadRow, load=load, line=3, outcome="wrong")
    refused(name, LoadRow, load=load, line=3, outcome="new", fault="x")
