"""What colleagues ask of each other and of themselves, besides what the law sets."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.casework.models.cases import person
from sendhub.casework.querysets import TaskQuerySet
from sendhub.casework.rules import REASON_LENGTH, TITLE_LENGTH, TaskEnd, WorkKind
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned
from sendhub.people.models import Child


@kept()
class Task(Versioned):
    """Something that somebody is to do on a case by a day; or, with a note, to see it.

    It stays with whom it was given to; at a handover the officer's own go along.
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="tasks"
    )
    note = models.ForeignKey(
        "casework.Note",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="mentions",
    )
    what = models.CharField("what to do", max_length=TITLE_LENGTH)
    given_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tasks"
    )
    due_on = models.DateField("due")
    set_by = person(null=False)
    set_at = models.DateTimeField(default=clock.now, editable=False)
    ended = models.CharField(max_length=7, choices=TaskEnd, default="", blank=True)
    ended_by = person()
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    outcome = models.CharField("what came of it", max_length=REASON_LENGTH, blank=True)

    objects = TaskQuerySet.as_manager()
    place = ""  # where it stands in the list that shows it

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(what=""), name="casework_task_says_what"
            ),
            models.CheckConstraint(
                condition=Q(ended="", ended_by__isnull=True, ended_at__isnull=True)
                & Q(outcome="")
                | Q(ended="done", ended_by__isnull=False, ended_at__isnull=False)
                | Q(ended="dropped", ended_by__isnull=False, ended_at__isnull=False)
                & ~Q(outcome=""),
                name="casework_task_ended_who_when_why",
            ),
            models.UniqueConstraint(
                fields=["note", "given_to"],
                condition=Q(note__isnull=False),
                name="casework_task_one_mention_each",
            ),
        ]
        indexes = [
            models.Index(
                fields=["given_to", "due_on", "id"],
                condition=Q(ended=""),
                name="casework_task_of_somebody",
            ),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(ended=""),
                name="casework_task_open",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return page_of("casework:task-do", self.pk)

    @property
    def child(self) -> Child:
        """Whose case it is on."""
        return self.case.child

    @property
    def kind(self) -> WorkKind:
        """A thing to do, or a note to see."""
        return WorkKind.MENTION if self.note_id else WorkKind.TASK
