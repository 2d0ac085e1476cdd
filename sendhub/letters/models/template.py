"""What letters are written from: templates, standard paragraphs, every version."""

from typing import cast

from django.db import models

from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned, person
from sendhub.letters.kinds import of_key
from sendhub.letters.querysets import TemplateQuerySet
from sendhub.letters.rules import NAME_LENGTH, PARAGRAPH_KIND, SUBJECT_LENGTH
from sendhub.letters.triggers import FROZEN_VERSION


@kept()
class Template(Versioned):
    """A letter or a standard paragraph by its name; what it says is in its versions.

    The newest version counts. Templates that came with SENDhub have no author.
    """

    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=NAME_LENGTH)
    current = models.ForeignKey(
        "letters.TemplateVersion",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = TemplateQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["name"], name="letters_template_name_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return page_of("letters:template-write", self.pk)

    @property
    def now(self) -> "TemplateVersion":
        """The version that counts; every template has one from its first moment."""
        return cast(TemplateVersion, self.current)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a part for letters and no letter."""
        return self.kind == PARAGRAPH_KIND

    @property
    def kind_label(self) -> str:
        """What kind of letter it is, in words."""
        return "Standard paragraph" if self.is_paragraph else of_key(self.kind).label


@kept()
class TemplateVersion(models.Model):
    """What a template said from one moment on; never changed."""

    template = models.ForeignKey(
        "letters.Template", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=SUBJECT_LENGTH, blank=True)
    body = models.TextField()
    in_use = models.BooleanField("offered when a letter is written", default=True)
    written_by = person()
    written_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        triggers = [FROZEN_VERSION]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "number"], name="letters_templateversion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.template}, version {self.number}"

    @property
    def says(self) -> tuple[str, str]:
        """Its subject and its text."""
        return self.subject, self.body
