"""What the database refuses, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction

from sendhub.core import clock
from sendhub.letters import actions
from sendhub.letters.models import (
    Batch,
    BatchRow,
    Delivery,
    Letter,
    Template,
    TemplateVersion,
)
from tests import build
from tests.letters.conftest import template

pytestmark = pytest.mark.django_db


def refused(constraint, change):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        change()
    assert error.value.__cause__.diag.constraint_name == constraint


def test_letters_template_name_once():
    refused(
        "letters_template_name_once",
        lambda: Template.objects.create(kind="general", name="General letter"),
    )


def test_letters_templateversion_once():
    refused(
        "letters_templateversion_once",
        lambda: TemplateVersion.objects.create(
            template=template("General letter"), number=1, body="x"
        ),
    )


def test_letters_templateversion_kept_as_written():
    now = template("General letter").now
    refused(
        "letters_templateversion_kept_as_written",
        lambda: TemplateVersion.objects.filter(pk=now.pk).update(body="x"),
    )
    refused("letters_templateversion_kept_as_written", lambda: sql_delete(now))


def sql_delete(row):
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {row._meta.db_table} WHERE id = %s",  # noqa: S608
            [row.pk],
        )


def test_letters_letter_withdrawn_who_when_why(case):
    letter = build.letter(case_=case)
    refused(
        "letters_letter_withdrawn_who_when_why",
        lambda: Letter.objects.filter(pk=letter.pk).update(withdrawn_at=clock.now()),
    )


def test_a_letter_entered_in_error_stays_so_and_is_not_changed_by_the_way(case):
    letter = build.letter(case_=case)
    said = {
        "withdrawn_at": clock.now(),
        "withdrawn_by": build.user("caseworker"),
        "withdrawn_reason": "Wrong.",
    }
    rows = Letter.objects.filter(pk=letter.pk)
    frozen = "letters_letter_kept_as_made"
    refused(frozen, lambda: rows.update(**said, body="x"))
    rows.update(**said)
    refused(frozen, lambda: rows.update(withdrawn_reason="Very wrong."))
    back = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": ""}
    refused(frozen, lambda: rows.update(**back))


@pytest.mark.parametrize("state", ["queued", "sending"])
def test_letters_delivery_never_in_error(case, state):
    letter, by = build.letter(case_=case), build.user("caseworker")
    actions.letter_withdraw(letter=letter, reason="Wrong.", by=by)
    refused(
        "letters_delivery_never_in_error",
        lambda: letter.deliveries.update(
            state=state, way="email", to_email="a@example.org"
        ),
    )


def test_letters_letter_kept_as_made(case):
    letter = build.letter(case_=case)
    refused(
        "letters_letter_kept_as_made",
        lambda: Letter.objects.filter(pk=letter.pk).update(body="x"),
    )
    refused("letters_letter_kept_as_made", lambda: sql_delete(letter))


def again(letter, **changes):
    letter.pk = None
    for name, value in changes.items():
        setattr(letter, name, value)
    letter.save(force_insert=True)


def test_letters_letter_once_in_a_batch(case):
    letter = build.letter(case_=case)
    batch = Batch.objects.create(
        template_version=letter.template_version, asked_by=letter.made_by
    )
    again(letter, batch=batch)
    refused("letters_letter_once_in_a_batch", lambda: again(letter))


def test_letters_letter_fingerprints(case):
    letter = build.letter(case_=case)
    refused("letters_letter_fingerprints", lambda: again(letter, pdf_sha256="x"))


def test_letters_letter_known_part(case):
    letter = build.letter(case_=case)
    refused("letters_letter_known_part", lambda: again(letter, part="enemy"))


def change(delivery, **columns):
    return lambda: Delivery.objects.filter(pk=delivery.pk).update(**columns)


def test_letters_delivery_one_stands(case):
    first = build.letter(case_=case).deliveries.get()
    refused(
        "letters_delivery_one_stands",
        lambda: Delivery.objects.create(
            letter=first.letter,
            way="post",
            next_at=first.next_at,
            queued_by=first.queued_by,
        ),
    )


def test_letters_delivery_sent_when(case):
    delivery = build.letter(case_=case).deliveries.get()
    refused("letters_delivery_sent_when", change(delivery, state="sent"))
    refused("letters_delivery_sent_when", change(delivery, sent_on="2026-11-20"))


def test_letters_delivery_failed_why(case):
    delivery = build.letter(case_=case).deliveries.get()
    refused("letters_delivery_failed_why", change(delivery, state="failed"))


def test_letters_delivery_way_fits(case):
    delivery = build.letter(case_=case).deliveries.get()
    refused("letters_delivery_way_fits", change(delivery, way="email"))
    refused("letters_delivery_way_fits", change(delivery, state="sending"))


@pytest.fixture
def row(case):
    """One case of an order."""
    batch = Batch.objects.create(
        template_version=template("General letter").now, asked_by=build.user()
    )
    return BatchRow.objects.create(batch=batch, case=case)


def test_letters_batchrow_once(row):
    refused(
        "letters_batchrow_once",
        lambda: BatchRow.objects.create(batch=row.batch, case=row.case),
    )


def test_letters_batchrow_skipped_why(row):
    found = BatchRow.objects.filter(pk=row.pk)
    refused("letters_batchrow_skipped_why", lambda: found.update(state="skipped"))
    refused("letters_batchrow_skipped_why", lambda: found.update(reason="x"))
