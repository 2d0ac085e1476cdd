"""What may be typed about notes and documents, and how it is laid out."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework import uploads
from sendhub.casework.choices import ColleaguesField, ShortChoiceField, officers
from sendhub.casework.models import Case
from sendhub.casework.rules import (
    REASON_LENGTH,
    TITLE_LENGTH,
    Category,
    NoteKind,
)
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    UploadField,
)
from sendhub.core.forms.page_form import PageForm

WHO_MAY_READ = (
    "Health, social care and money are shown only to people whose role may read them."
)


def category_field(*, initial: str = "") -> forms.ChoiceField:
    """Ask who may read a note or document."""
    return forms.ChoiceField(
        label="What is it about?",
        choices=Category.choices,
        initial=initial,
        widget=forms.RadioSelect,
        help_text=WHO_MAY_READ,
        error_messages={"required": "Choose what it is about."},
    )


def reason_field() -> LineField:
    """Ask why something was entered in error."""
    return LineField(
        label="What was wrong?",
        subject="What was wrong",
        max_length=REASON_LENGTH,
        help_text=(
            "One sentence. It is shown on the case and in the chronology, so do not "
            "name another child."
        ),
        error_messages={"required": "Write what was wrong."},
    )


class NoteAddForm(PageForm):
    """A note of a call, an e-mail, a meeting or a visit."""

    submit_label = "Save the note"

    kind = forms.ChoiceField(
        label="What happened?",
        choices=NoteKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened."},
    )
    happened_on = DayField(
        label="Date", initial=lambda: clock.today(), not_after="today"
    )
    with_whom = LineField(
        label="With whom",
        required=False,
        max_length=200,
        help_text="Their name and who they are to the child.",
    )
    text = ParagraphField(
        label="What was said or agreed",
        max_length=20_000,
        help_text="A note is kept as you write it and cannot be changed later.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write what was said or agreed."},
    )
    category = category_field(initial=Category.GENERAL)
    tell = ColleaguesField(
        queryset=None,
        required=False,
        label="Tell these colleagues",
        help_text="It stands in their list of work until they have seen it.",
        error_messages={"invalid_choice": "One of them cannot be told. Tick others."},
    )
    tell_also = ShortChoiceField(
        queryset=None,
        required=False,
        label="Tell somebody else",
        empty_label="Nobody else",
        error_messages={
            "invalid_choice": "This person cannot be told. Choose another."
        },
    )
    again = forms.BooleanField(label="Record it a second time", required=False)

    def __init__(self, request: Request, *, case: Case) -> None:
        super().__init__(request)
        others = officers(Permission.TASK_DO, first_of=case.team_id)
        others = others.exclude(pk=request.user.pk)
        self.fields["tell"].queryset = others
        self.fields["tell_also"].queryset = others

    def layout_fields(self) -> list[Any]:
        """Ask about a second time only when there was a first."""
        asked = self.has_error("again")
        left_out = set() if asked else {"again"}
        if not list(self.fields["tell"].choices):
            left_out.add("tell")
        return [n for n in super().layout_fields() if n not in left_out]

    @property
    def answers(self) -> dict[str, Any]:
        """Whoever is ticked and whoever is chosen are told alike."""
        answers = super().answers
        also = answers.pop("tell_also")
        told = list(answers["tell"])
        if also is not None and also not in told:
            told.append(also)
        return {**answers, "tell": told}


class NoteWithdrawForm(PageForm):
    """Why a note should not be on this case."""

    submit_label = "Mark as entered in error"

    reason = reason_field()


class DocumentWithdrawForm(NoteWithdrawForm):
    """Why a document should not be on this case."""


class DocumentsField(UploadField):
    """Files for a case, each looked into; every one that is refused is named."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.passed: list[Upload] = []

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:  # type: ignore[override]
        self.passed = []
        files = [file for file in (data or []) if file is not None]
        if not files or len(files) > self.max_files:
            super().clean(data, initial)
        refused = []
        for file in files:
            try:
                self.passed.append(uploads.checked(file))
            except RuleBroken as broken:
                refused.append(broken.message)
        for upload in uploads.infected(self.passed):
            self.passed.remove(upload)
            refused.append(
                f"“{upload.filename}” has a virus in it. Nothing was kept. Do not "
                "open it, and tell whoever sent it."
            )
        if refused:
            raise ValidationError(refused, code="refused")
        return self.passed

    def _clean_one(self, file: UploadedFile) -> UploadedFile:
        return file


class DocumentAddForm(PageForm):
    """One or more files for a case, with what they are."""

    submit_label = "Add to the case"

    files = DocumentsField(  # type: ignore[assignment]
        label="Files",
        max_files=20,
        error_messages={"required": "Choose the files."},
    )
    title = LineField(
        label="Title",
        required=False,
        max_length=TITLE_LENGTH,
        help_text="Left empty, each document is called after its file.",
    )
    happened_on = DayField(
        label="Date received", initial=lambda: clock.today(), not_after="today"
    )
    category = category_field()

    def __init__(self, request: Request, *, limit_mb: int) -> None:
        super().__init__(request)
        self["files"].help_text = (
            f"You can choose several at once, each up to {limit_mb} MB: "
            f"{uploads.ACCEPTED}."
        )

    def performs(self, action: Callable[..., Any], **subject: Any) -> bool:
        """As for every form; files written for an act that failed are taken away."""
        done = False
        try:
            done = super().performs(action, **subject)
        finally:
            if not done:
                uploads.discard(self._passed)
        return done

    @property
    def _passed(self) -> list[Upload]:
        return self.fields["files"].passed

    def lay_out(self) -> None:
        """Say which files the browser has dropped, when the form is shown again."""
        if self._passed:
            named = ", ".join(f"“{upload.filename}”" for upload in self._passed)
            self.add_error("files", f"Choose {named} again: a browser drops files.")
        super().lay_out()
