"""What the database refuses, and what its triggers copy, whatever way a row changes."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sendhub.casework.models import (
    Case,
    Cover,
    Deadline,
    Document,
    Handover,
    Note,
    Reassignment,
    Task,
)
from sendhub.core import refusals
from tests import build

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 20)


def refused(constraint, change):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        change()
    assert error.value.__cause__.diag.constraint_name == constraint
    assert refusals.words_for(error.value) is not None


def test_a_child_has_one_open_case_with_a_service(case):
    refused(
        "casework_case_one_open_per_service",
        lambda: Case.objects.create(child=case.child, service="ehc", opened_on=DAY),
    )
    Case.objects.filter(pk=case.pk).update(closed_on=DAY)
    Case.objects.create(child=case.child, service="ehc", opened_on=DAY)


def test_a_case_closes_after_it_opened(case):
    refused(
        "casework_case_closes_after_opening",
        lambda: Case.objects.update(closed_on=date(2026, 8, 31)),
    )


@pytest.mark.parametrize("change", [{"assigned_at": None}, {"officer": None}])
def test_a_case_is_given_to_somebody_at_some_moment(case, change):
    refused(
        "casework_case_assigned_to_whom_and_when",
        lambda: Case.objects.update(**change),
    )


def test_a_record_has_one_deadline_by_each_rule(case):
    first = build.deadline(case_=case)
    again = {
        name: getattr(first, name)
        for name in ("case_id", "child_id", "about_type", "about_id", "rule", "due_on")
    }
    refused(
        "casework_deadline_once_per_rule",
        lambda: Deadline.objects.create(title="Again", **again),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"ended": "met"},
        {"ended": "late"},
        {"met_on": DAY},
        {"ended": "void", "met_on": DAY},
        {"ended": "met", "met_on": date(2026, 12, 2)},
        {"ended": "late", "met_on": date(2026, 12, 1)},
        {"ended": "gone"},
    ],
)
def test_a_deadline_is_met_or_late_by_the_day_it_was_met(case, change):
    build.deadline(case_=case, due_on=date(2026, 12, 1))
    refused("casework_deadline_ended_as_met", lambda: Deadline.objects.update(**change))


@pytest.mark.parametrize("missing", ["target_on", "target_by", "target_reason"])
def test_a_target_has_its_day_its_reason_and_its_author(case, missing):
    build.deadline(case_=case)
    change = {
        "target_on": DAY,
        "target_by": case.officer,
        "target_reason": "The family is away",
        missing: "" if missing == "target_reason" else None,
    }
    refused(
        "casework_deadline_target_with_reason",
        lambda: Deadline.objects.update(**change),
    )


@pytest.mark.parametrize("sha256", ["", "a" * 63, "G" * 64, "A" * 64])
def test_a_document_has_its_fingerprint(case, sha256):
    build.document(case_=case)
    refused(
        "casework_document_fingerprint",
        lambda: Document.objects.update(sha256=sha256),
    )


@pytest.mark.parametrize("scan", ["clean", "infected", "perhaps"])
def test_what_the_scanner_said_has_its_moment(case, scan):
    build.document(case_=case)
    refused(
        "casework_document_scan_has_its_moment",
        lambda: Document.objects.update(scan=scan),
    )


def test_what_was_not_scanned_has_no_moment(case):
    build.document(case_=case)
    refused(
        "casework_document_scan_has_its_moment",
        lambda: Document.objects.update(scanned_at=timezone.now()),
    )


def test_two_documents_never_share_a_file(case):
    first, second = build.document(case_=case), build.document(case_=case)
    refused(
        "casework_document_file_once",
        lambda: Document.objects.filter(pk=first.pk).update(file=second.file.name),
    )


WITHDRAWN = {"withdrawn_at", "withdrawn_by", "withdrawn_reason"}


@pytest.mark.parametrize("lacking", sorted(WITHDRAWN))
@pytest.mark.parametrize(
    ("model", "constraint"),
    [
        (Note, "casework_note_withdrawn_who_when_why"),
        (Document, "casework_document_withdrawn_who_when_why"),
    ],
)
def test_what_was_entered_in_error_keeps_who_when_and_why(
    case, model, constraint, lacking
):
    build.note(case_=case)
    build.document(case_=case)
    said = {
        "withdrawn_at": timezone.now(),
        "withdrawn_by": case.officer,
        "withdrawn_reason": "Another child’s",
    }
    alone = {lacking: said[lacking]}
    others = {key: value for key, value in said.items() if key != lacking}
    refused(constraint, lambda: model.objects.update(**alone))
    refused(constraint, lambda: model.objects.update(**others))
    model.objects.update(**said)


@pytest.mark.parametrize("category", ["", "secret"])
@pytest.mark.parametrize(
    ("model", "constraint"),
    [
        (Note, "casework_note_says_who_may_read"),
        (Document, "casework_document_says_who_may_read"),
    ],
)
def test_a_paper_says_who_may_read_it(case, model, constraint, category):
    build.note(case_=case)
    build.document(case_=case)
    refused(constraint, lambda: model.objects.update(category=category))


def by_bulk_update(case, **change):
    Case.objects.filter(pk=case.pk).update(**change)


def by_plain_sql(case, **change):
    columns = ", ".join(f"{name} = %s" for name in change)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE casework_case SET {columns} WHERE id = %s",  # noqa: S608
            [*change.values(), case.pk],
        )


@pytest.mark.parametrize("by", [by_bulk_update, by_plain_sql])
def test_open_deadlines_follow_their_case_and_ended_ones_stay(case, by):
    sam = build.user("caseworker", team=build.team("Locality two"))
    child = build.child()
    still_open, met, void = (build.deadline(case_=case) for _ in range(3))
    Deadline.objects.filter(pk=met.pk).update(ended="met", met_on=DAY)
    Deadline.objects.filter(pk=void.pk).update(ended="void")
    before = (case.officer_id, case.team_id, case.child_id)

    by(case, officer_id=sam.pk, team_id=sam.team_id, child_id=child.pk)

    def place(deadline):
        deadline.refresh_from_db()
        return deadline.officer_id, deadline.team_id, deadline.child_id

    assert place(still_open) == (sam.pk, sam.team_id, child.pk)
    assert place(met) == place(void) == before


def test_a_deadline_that_opens_again_catches_up_with_its_case(case):
    met = build.deadline(case_=case, met_on=date(2026, 11, 30))
    sam = build.user("caseworker")
    Case.objects.update(officer=sam, assigned_at=timezone.localtime())
    Deadline.objects.filter(pk=met.pk).update(ended="", met_on=None)
    met.refresh_from_db()
    assert met.officer == sam


def test_nobody_can_write_another_officer_on_an_open_deadline(case):
    deadline = build.deadline(case_=case)
    Deadline.objects.update(officer=build.user())
    deadline.refresh_from_db()
    assert deadline.officer == case.officer


def test_every_change_of_a_case_counts_its_version(case):
    before = Case.objects.get().version
    Case.objects.update(team=None)
    assert Case.objects.get().version == before + 1


@pytest.mark.parametrize(
    "change",
    [
        {"ended": "done"},
        {"outcome": "Done"},
        {"ended": "dropped", "ended_at": timezone.now()},
        {"ended": "gone"},
    ],
)
def test_a_task_ends_by_somebody_at_some_moment(case, change):
    build.task(case_=case)
    refused("casework_task_ended_who_when_why", lambda: Task.objects.update(**change))


def test_a_dropped_task_says_why(case):
    build.task(case_=case)
    whole = {"ended": "dropped", "ended_at": timezone.now(), "ended_by": case.officer}
    refused("casework_task_ended_who_when_why", lambda: Task.objects.update(**whole))
    Task.objects.update(**whole, outcome="Not needed")


def test_a_task_says_what_is_to_be_done(case):
    build.task(case_=case)
    refused("casework_task_says_what", lambda: Task.objects.update(what=""))


def test_a_colleague_is_told_of_a_note_once(case):
    note = build.note(case_=case, tell=[case.officer])
    refused(
        "casework_task_one_mention_each",
        lambda: Task.objects.create(
            case=case,
            note=note,
            what="Again",
            given_to=case.officer,
            due_on=DAY,
            set_by=case.officer,
        ),
    )


@pytest.fixture
def cover(case):
    return build.cover(
        case.officer,
        build.user("caseworker"),
        starts_on=date(2026, 11, 16),
        ends_on=date(2026, 12, 4),
    )


def test_nobody_is_back_before_they_go(cover):
    refused(
        "casework_cover_ends_after_start",
        lambda: Cover.objects.update(ends_on=date(2026, 11, 15)),
    )


def test_nobody_covers_for_themselves(cover):
    refused(
        "casework_cover_by_somebody_else",
        lambda: Cover.objects.update(covered_by=cover.officer),
    )


def test_what_is_called_off_keeps_by_whom_and_when(cover):
    refused(
        "casework_cover_called_off_who_and_when",
        lambda: Cover.objects.update(cancelled_at=timezone.now()),
    )


def test_nobody_is_away_twice_at_a_time(cover):
    again = {
        "officer": cover.officer,
        "covered_by": build.user("caseworker"),
        "starts_on": date(2026, 12, 4),
        "ends_on": date(2026, 12, 5),
        "set_by": cover.officer,
    }
    refused(
        "casework_cover_one_at_a_time",
        lambda: Cover.objects.create(**again),
    )
    Cover.objects.update(cancelled_at=timezone.now(), cancelled_by=cover.officer)
    Cover.objects.create(**again)


def test_cases_are_given_away_with_a_handover(case):
    refused(
        "casework_reassignment_has_handover",
        lambda: Reassignment.objects.create(by=case.officer, handover=""),
    )


def test_a_handover_says_something(case):
    refused(
        "casework_handover_says_something",
        lambda: Handover.objects.create(
            case=case, words="", given_to=case.officer, written_by=case.officer
        ),
    )
