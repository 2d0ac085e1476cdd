"""Files that no letter names are removed at night; one that a letter names never is."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from sendhub.core import clock
from sendhub.letters.models import Letter
from sendhub.letters.tasks import stray_letters_remove
from tests import build
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def age(path, **ago):
    moment = (clock.now() - timedelta(**ago)).timestamp()
    os.utime(default_storage.path(path), (moment, moment))


def stored(name, **ago):
    path = default_storage.save(f"letters/{name[:2]}/{name}", ContentFile(b"x"))
    age(path, **ago)
    return path


def aged(letter):
    paths = [letter.pdf.name, letter.word.name]
    for path in paths:
        age(path, days=400)
    return paths


def test_only_what_is_old_and_named_by_nobody_goes():
    stray, fresh = stored("ab1", days=2), stored("ab2", hours=23)
    paths = aged(build.letter())
    assert stray_letters_remove(timestamp=0) == 1
    assert not default_storage.exists(stray)
    assert all(default_storage.exists(path) for path in [fresh, *paths])
    assert stray_letters_remove(timestamp=0) == 0


def test_without_letters_there_is_nothing_to_do():
    assert stray_letters_remove(timestamp=0) == 0


def test_a_letter_that_is_being_made_keeps_its_files():
    case, by = build.family_case(), build.user("caseworker")

    def make():
        with transaction.atomic():
            paths = aged(build.letter(case_=case, by=by))
            time.sleep(0.6)
        return paths

    def remove():
        time.sleep(0.3)
        return stray_letters_remove(timestamp=0)

    paths, gone = at_once(make, remove)
    assert gone == 0
    assert Letter.objects.count() == 1
    assert all(default_storage.exists(path) for path in paths)
