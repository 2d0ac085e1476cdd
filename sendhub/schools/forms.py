"""What may be typed about a setting, and the national register's files."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.fields import LineField, ParagraphField, UploadField
from sendhub.core.forms.page_form import PageForm
from sendhub.schools import register, register_links
from sendhub.schools.rules import Category
from sendhub.schools.tables import NotTheTable

READ_AT_ONCE = 30 * 1024 * 1024
"""Bytes that are read to their end within a second, while somebody waits."""


class SettingEditForm(PageForm):
    """What we keep about a setting besides the national register."""

    submit_label = "Save the changes"

    senco_name = LineField(label="Name", required=False, max_length=120)
    senco_email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
    )
    senco_phone = LineField(label="Phone", required=False, max_length=30)
    local_note = ParagraphField(
        label="Our note",
        required=False,
        max_length=2000,
        help_text="What colleagues should know of this setting. Nothing about a child.",
    )

    own_category = forms.ChoiceField(
        label="Kind of setting",
        required=False,
        choices=[("", "As the national register has it"), *Category.choices],
        help_text="Only where the register has it wrong or does not say: a Welsh "
        "special school, for example.",
    )

    def layout_fields(self) -> list[Any]:
        senco = ("senco_name", "senco_email", "senco_phone")
        return [Fieldset("SENCO", *senco), "own_category", "local_note"]


class RegisterUploadForm(PageForm):
    """The register's file, and the one of links."""

    submit_label = "See what would change"

    file = UploadField(
        label="The register",
        subject="the register",
        max_files=1,
        help_text="The file of all fields from Get Information About Schools: "
        "edubasealldata and a date, CSV, about 120 MB.",
    )
    links = UploadField(
        label="Its file of links",
        required=False,
        max_files=1,
        help_text="links_edubasealldata: which school came after which. Without it, "
        "a school that opened at the number of one that closed follows it.",
    )

    def clean_file(self) -> list[Any]:
        return _fit(self.cleaned_data["file"], register, register_links)

    def clean_links(self) -> list[Any]:
        return _fit(self.cleaned_data["links"], register_links, register)


def _fit(files: list[Any], kind: Any, other: Any) -> list[Any]:
    """Refuse what cannot be used; a large file is read to its end later.

    `other` is what the other box of the form takes.
    """
    for upload in files:
        look = kind.survey if upload.size <= READ_AT_ONCE else kind.glance
        try:
            look(upload.file)
        except NotTheTable as trouble:
            called = other.KIND.called
            said = f"This is {called}: it goes into the other box."
            swapped = _looks_like(upload, other)
            raise forms.ValidationError(said if swapped else str(trouble)) from None
        finally:
            upload.seek(0)
    return files


def _looks_like(upload: Any, kind: Any) -> bool:
    """Whether the beginning of a file is of a kind."""
    upload.seek(0)
    try:
        kind.glance(upload.file)
    except NotTheTable:
        return False
    return True


class RegisterConfirmForm(PageForm):
    """Nothing to fill in: what it does stands above its button."""

    submit_label = "Load it"


class RegisterDropForm(PageForm):
    """Nothing to fill in: what it does stands above its button."""

    submit_label = "Do not load it"
