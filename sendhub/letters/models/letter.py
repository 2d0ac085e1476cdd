"""A letter as it was made, and its way to whoever it is for."""

import uuid
from pathlib import PurePath

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.letters.querysets import DeliveryQuerySet, LetterQuerySet
from sendhub.letters.rules import (
    REASON_LENGTH,
    STANDING,
    SUBJECT_LENGTH,
    TONES,
    UNSETTLED,
    Part,
    State,
    Way,
)
from sendhub.letters.triggers import FROZEN_LETTER, NEVER_IN_ERROR
from sendhub.statutory.words import date_words

FOLDER = "letters"
FINGERPRINT = r"^[0-9a-f]{64}$"


def storage_path(letter: "Letter", filename: str) -> str:
    """Choose where a file lies: below a folder of its own, by a random name."""
    name = uuid.uuid4().hex
    return str(PurePath(FOLDER, name[:2], name))


@kept()
class Letter(Withdrawable, models.Model):
    """One letter to one addressee, as it was made: its text, its PDF, its Word file.

    `sheet` is everything printed besides the text: who writes, to whom, where,
    when; and which record it is about, where a case may have several at once.
    What was found wrong is withdrawn: who said so, when and why stand beside the paper,
    which stays as it was made.
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="letters"
    )
    template_version = models.ForeignKey(
        "letters.TemplateVersion", on_delete=models.PROTECT, related_name="letters"
    )
    batch = models.ForeignKey(
        "letters.Batch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    kind = models.CharField(max_length=40)
    dated_on = models.DateField("date of the letter")
    part = models.CharField("in what part", max_length=10, choices=Part)
    recipient = models.CharField("which addressee", max_length=40)
    adult = models.ForeignKey(
        "people.Adult",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    to_name = models.CharField("to", max_length=200)
    subject = models.CharField(max_length=SUBJECT_LENGTH)
    body = models.TextField()
    sheet = models.JSONField()
    pdf = models.FileField(upload_to=storage_path, max_length=100)
    pdf_sha256 = models.CharField(max_length=64)
    word = models.FileField(upload_to=storage_path, max_length=100)
    word_sha256 = models.CharField(max_length=64)
    made_by = person(null=False)
    made_at = models.DateTimeField(default=clock.now, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        triggers = [FROZEN_LETTER]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "case", "recipient"],
                condition=Q(batch__isnull=False),
                name="letters_letter_once_in_a_batch",
            ),
            models.CheckConstraint(
                condition=Q(pdf_sha256__regex=FINGERPRINT)
                & Q(word_sha256__regex=FINGERPRINT),
                name="letters_letter_fingerprints",
            ),
            models.CheckConstraint(
                condition=Q(part__in=Part.values), name="letters_letter_known_part"
            ),
            WITHDRAWN_WHOLE,
        ]
        indexes = [models.Index(fields=["case", "-id"], name="letters_letter_of_case")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return page_of("letters:letter-page", self.pk)


@kept()
class Delivery(Versioned):
    """One try to get a letter to its addressee: by post or by e-mail.

    A letter has one that stands; only what certainly did not go may be tried again.
    """

    letter = models.ForeignKey(
        "letters.Letter", on_delete=models.PROTECT, related_name="deliveries"
    )
    way = models.CharField(max_length=10, choices=Way)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    to_email = models.EmailField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField("to be tried at")
    began_at = models.DateTimeField("began to send at", null=True, blank=True)
    sent_on = models.DateField("sent", null=True, blank=True)
    said_by = person()
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    queued_by = person(null=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "deliveries"
        triggers = [*Versioned.Meta.triggers, NEVER_IN_ERROR]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"],
                condition=Q(state__in=sorted(STANDING)),
                name="letters_delivery_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_on__isnull=False)
                | ~Q(state=State.SENT) & Q(sent_on__isnull=True),
                name="letters_delivery_sent_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | ~Q(reason=""),
                name="letters_delivery_failed_why",
            ),
            models.CheckConstraint(
                condition=Q(way=Way.EMAIL) & ~Q(to_email="")
                | Q(way=Way.POST, to_email="", state__in=["queued", "sent", "failed"]),
                name="letters_delivery_way_fits",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "next_at", "id"],
                condition=~Q(state__in=[State.SENT, State.FAILED]),
                name="letters_delivery_under_way",
            ),
            models.Index(fields=["state", "-id"], name="letters_delivery_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.letter} ({self.get_way_display().lower()})"

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.letter.case_id

    @property
    def is_unsettled(self) -> bool:
        """Whether somebody must say what became of it.

        What did not go and was entered in error is as it should be.
        """
        return self.state in UNSETTLED and not self._rightly_not_sent

    @property
    def tone(self) -> str:
        """The colour of its tag."""
        return "plain" if self._rightly_not_sent else TONES[self.state]

    @property
    def _rightly_not_sent(self) -> bool:
        return self.state == State.FAILED and self.letter.withdrawn_at is not None

    @property
    def state_words(self) -> str:
        """How far it is, in words that fit its way."""
        if self.state == State.QUEUED and self.way == Way.POST:
            return "To print and post"
        if self.state == State.SENT and self.sent_on:
            how = "Posted" if self.way == Way.POST else "E-mailed"
            return f"{how} on {date_words(self.sent_on)}"
        return str(State(self.state).label)
