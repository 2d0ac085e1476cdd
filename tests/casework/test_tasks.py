"""Files that no document names are removed, and no other."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from sendhub.casework import tasks
from sendhub.core import clock
from tests import build

pytestmark = pytest.mark.django_db


def written(path, *, ago):
    """A file in the store that was written some time ago."""
    default_storage.save(path, ContentFile(b"%PDF-1.4"))
    return aged(path, ago=ago)


def aged(path, *, ago):
    moment = (clock.now() - ago).timestamp()
    os.utime(default_storage.path(path), (moment, moment))
    return path


def test_removes_an_old_file_without_a_document_and_nothing_else(case):
    kept = aged(build.document(case_=case).file.name, ago=timedelta(days=9))
    stray = written("ab/stray", ago=timedelta(days=2))
    young = written("ab/young", ago=timedelta(hours=23))
    assert tasks.stray_files_remove(timestamp=0) == 1
    assert not default_storage.exists(stray)
    assert default_storage.exists(kept)
    assert default_storage.exists(young)


def test_finds_nothing_where_nothing_was_stored():
    assert tasks.stray_files_remove(timestamp=0) == 0
