"""Notes and documents, which every service puts on its cases."""

import uuid
from pathlib import PurePath

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.casework import scanner
from sendhub.casework.models.cases import person
from sendhub.casework.querysets import (
    DocumentQuerySet,
    NoteQuerySet,
)
from sendhub.casework.rules import (
    Category,
    NoteKind,
    Scan,
)
from sendhub.casework.uploads import PROGRAM_OF, SHOWN_IN_BROWSER
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable


class Paper(Withdrawable, Versioned):
    """What a note and a document share: who may read it, and a way off its case.

    What was put on the wrong case is withdrawn: who, when and why stay, the words
    and the file are kept, and hardly anybody opens them (`PaperQuerySet`).
    """

    category = models.CharField("who may read it", max_length=12, choices=Category)

    class Meta(Versioned.Meta):
        abstract = True
        constraints = [
            WITHDRAWN_WHOLE,
            models.CheckConstraint(
                condition=Q(category__in=Category.values),
                name="%(app_label)s_%(class)s_says_who_may_read",
            ),
        ]


@kept()
class Note(Paper):
    """What was said, seen or agreed: a call, a meeting, a visit. Kept as written."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="notes"
    )
    kind = models.CharField(max_length=10, choices=NoteKind, default=NoteKind.CALL)
    happened_on = models.DateField("date")
    with_whom = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=20_000)
    written_by = person(null=False)
    written_at = models.DateTimeField(default=clock.now, editable=False)

    objects = NoteQuerySet.as_manager()

    class Meta(Paper.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.happened_on}"


def storage_path(document: "Document", filename: str) -> str:
    """Choose where a file lies: by a random name, never by its sender's."""
    name = uuid.uuid4().hex
    return str(PurePath(name[:2], name))


@kept()
class Document(Paper):
    """A file on a case. Served only through the access check, never by its path."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="documents"
    )
    title = models.CharField(max_length=200)
    happened_on = models.DateField("date received")
    file = models.FileField(upload_to=storage_path, max_length=100)
    filename = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField("size (bytes)")
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(
        "virus scan", max_length=8, choices=Scan, default=Scan.NOT_YET, editable=False
    )
    scanned_at = models.DateTimeField(null=True, blank=True, editable=False)
    added_by = person(null=False)
    added_at = models.DateTimeField(default=clock.now, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta(Paper.Meta):
        constraints = [
            *Paper.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="casework_document_fingerprint",
            ),
            models.UniqueConstraint(
                fields=["file"], name="casework_document_file_once"
            ),
            models.CheckConstraint(
                condition=Q(scan=Scan.NOT_YET, scanned_at__isnull=True)
                | Q(scan__in=[Scan.CLEAN, Scan.INFECTED], scanned_at__isnull=False),
                name="casework_document_scan_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return page_of("casework:document-open", self.pk)

    @property
    def shows_in_browser(self) -> bool:
        """Whether a browser can show it, without a program of its own."""
        return self.content_type in SHOWN_IN_BROWSER

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, which a page can show as its own."""
        return self.shows_in_browser and self.content_type.startswith("image/")

    @property
    def program(self) -> str:
        """What opens it on a computer, where a browser cannot; "" if that is plain."""
        return PROGRAM_OF.get(self.content_type, "")

    @property
    def is_infected(self) -> bool:
        """Whether nobody may open it, because of what the scanner found."""
        return self.scan == Scan.INFECTED

    @property
    def scan_words(self) -> str:
        """What to say of viruses: nothing where all is well."""
        if self.scan == Scan.CLEAN:
            return ""
        waits = self.scan == Scan.NOT_YET and scanner.is_set()
        return f"{self.get_scan_display()}{' yet' if waits else ''}"
