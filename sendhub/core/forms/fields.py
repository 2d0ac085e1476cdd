"""Form fields that say in a sentence what is wrong, and name the field in it."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Literal, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import (
    MaxLengthValidator,
    MinLengthValidator,
    ProhibitNullCharactersValidator,
)
from django.forms.boundfield import BoundField
from django.forms.utils import pretty_name

from sendhub.core import clock
from sendhub.core.forms.widgets import BOXES, DayWidget, FilesInput

AnyField = TypeVar("AnyField", bound=forms.Field)
Limit = date | Callable[[], date] | Literal["today"] | None

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# What neither print nor XML can carry, and the marks that reverse what follows.
REFUSED_LETTERS = frozenset("\ufffe\uffff\u202d\u202e")
WITHOUT_ARTICLE = (
    "a ",
    "an ",
    "the ",
    "what ",
    "who ",
    "why ",
    "how ",
    "where ",
    "when ",
)
WORD_BULLET = "\uf0b7"
REFUSED_CATEGORIES = ("Cc", "Cs")
CHOOSE_AGAIN = "What was chosen is not in this list. Choose again."
NOT_A_CHOICE = tuple(
    kind.default_error_messages["invalid_choice"]
    for kind in (
        forms.ChoiceField,
        forms.MultipleChoiceField,
        forms.ModelChoiceField,
        forms.ModelMultipleChoiceField,
    )
)
OUR_CHECKS = (
    MaxLengthValidator,
    MinLengthValidator,
    ProhibitNullCharactersValidator,
)


class SaysItsName:
    """A field whose messages call it by its label, or by `subject` where given."""

    label: Any
    error_messages: dict[str, Any]
    enter = "Enter"

    def __init__(self, *args: Any, subject: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        if self.label is None:
            self.label = pretty_name(field_name)
        return super().get_bound_field(form, field_name)  # type: ignore[misc]

    @property
    def called(self) -> str:
        """The name that begins a sentence: "Date received must ..."."""
        label = str(self.subject or self.label or "This")
        return "The answer" if label.endswith("?") else label

    def required_words(self) -> str:
        """Prefer words the form gave; Django's own are too general to help."""
        given = self.error_messages.get("required")
        if given and given != forms.Field.default_error_messages["required"]:
            return str(given)
        label = str(self.subject or self.label or "answer")
        return _required_words(label, verb=self.enter)


def name_required(form: forms.BaseForm) -> None:
    """Give every field that still says "This field is required" words of its own."""
    for bound in form:
        field = bound.field
        given = field.error_messages.get("required")
        if given != forms.Field.default_error_messages["required"]:
            continue
        picked = isinstance(field, forms.ChoiceField | forms.FileField)
        field.error_messages["required"] = _required_words(
            str(getattr(field, "subject", "") or bound.label),
            verb="Choose" if picked else "Enter",
        )


def name_choices(fields: Iterable[forms.Field]) -> None:
    """Give every list that still says Django's words what to do with an odd answer."""
    for field in fields:
        if field.error_messages.get("invalid_choice") in NOT_A_CHOICE:
            field.error_messages["invalid_choice"] = CHOOSE_AGAIN


def needed_at_times(field: AnyField) -> AnyField:
    """Mark a field that another answer makes necessary; its hint says when.

    It is neither called optional nor required by the form.
    """
    field.needed_at_times = True  # type: ignore[attr-defined]
    return field


def yes_or_no(
    label: str, *, yes: str, no: str, required: str
) -> forms.TypedChoiceField:
    """A decision between two, as radio buttons."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", yes), ("no", no)],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        error_messages={"required": required},
    )


class DayField(SaysItsName, forms.Field):
    """A day typed in three boxes; the month may be a number or a name.

    `not_after` and `not_before` take a date, a callable that gives one, or "today".
    """

    widget = DayWidget

    def __init__(
        self, *, not_after: Limit = None, not_before: Limit = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.not_after = not_after
        self.not_before = not_before

    def clean(self, value: Any) -> date | None:
        self.widget.wrong = ()
        if isinstance(value, date):
            value = [value.day, value.month, value.year]
        typed = [str(part or "").strip() for part in (value or ("", "", ""))]
        if not any(typed):
            if self.required:
                raise ValidationError(self.required_words(), code="required")
            return None
        missing = [box for box, part in zip(BOXES, typed, strict=True) if not part]
        if missing:
            raise self._refusal(f"must include a {' and a '.join(missing)}", missing)
        day = self._read(*typed)
        self._check_limits(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.clean(data) != initial
        except ValidationError:
            return True

    def _refusal(self, words: str, boxes: Sequence[str]) -> ValidationError:
        self.widget.wrong = tuple(boxes)
        return ValidationError(f"{self.called} {words}.", code="invalid")

    def _read(self, day: str, month: str, year: str) -> date:
        if not (year.isascii() and year.isdigit() and len(year) == 4):
            raise self._refusal(
                "must have a year with 4 numbers, for example 2026", ["year"]
            )
        month_number = self._month(month)
        if month_number is None:
            raise self._refusal("must be a real date: check the month", ["month"])
        if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
            raise self._refusal("must be a real date: check the year", ["year"])
        if not (day.isascii() and day.isdigit()):
            raise self._refusal("must be a real date: check the day", ["day"])
        try:
            return date(int(year), month_number, int(day))
        except (ValueError, OverflowError) as no_such_day:
            raise self._refusal("must be a real date", ["day"]) from no_such_day

    @staticmethod
    def _month(typed: str) -> int | None:
        if typed.isascii() and typed.isdigit():
            short = len(typed) <= 2
            return int(typed) if short and 1 <= int(typed) <= 12 else None
        name = typed.lower().rstrip(".")
        found = [n for n, month in enumerate(MONTHS, 1) if month.startswith(name)]
        if name == "sept" or len(name) < 3 or len(found) != 1:
            return 9 if name == "sept" else None
        return found[0]

    def _check_limits(self, day: date) -> None:
        latest, earliest = self._limit(self.not_after), self._limit(self.not_before)
        if latest and day > latest:
            if self.not_after in ("today", clock.today):
                raise self._refusal("must be today or in the past", BOXES)
            raise self._refusal(f"must be on or before {_in_words(latest)}", BOXES)
        if earliest and day < earliest:
            if self.not_before in ("today", clock.today):
                raise self._refusal("must be today or in the future", BOXES)
            raise self._refusal(f"must be on or after {_in_words(earliest)}", BOXES)

    @staticmethod
    def _limit(limit: Limit) -> date | None:
        if limit == "today":
            return clock.today()
        return limit() if callable(limit) else limit


class TextField(SaysItsName, forms.CharField):
    """Text with nothing in it that cannot be seen, stored or printed."""

    allowed_controls: frozenset[str] = frozenset()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # The widget keeps its limit; the check and its words are ours.
        self.validators = [v for v in self.validators if type(v) not in OUR_CHECKS]

    def to_python(self, value: Any) -> str:
        text = self.tidy(str(value)) if value not in self.empty_values else ""
        return unicodedata.normalize("NFC", text) if text else ""

    def tidy(self, text: str) -> str:
        return text.strip()

    def validate(self, value: str) -> None:
        if value in self.empty_values and self.required:
            raise ValidationError(self.required_words(), code="required")
        if any(self._refused(letter) for letter in value):
            raise ValidationError(
                f"{self.called} has a character in it that cannot be kept. "
                "Type it again instead of pasting it.",
                code="invisible",
            )
        self._check_length(value)

    def _check_length(self, value: str) -> None:
        if self.max_length is not None and len(value) > self.max_length:
            raise ValidationError(
                f"{self.called} must be {self.max_length:,} characters or fewer. "
                f"You have typed {len(value):,}.",
                code="max_length",
            )
        if value and self.min_length is not None and len(value) < self.min_length:
            raise ValidationError(
                f"{self.called} must be {self.min_length:,} characters or more.",
                code="min_length",
            )

    def _refused(self, letter: str) -> bool:
        if letter in self.allowed_controls:
            return False
        category = unicodedata.category(letter)
        return letter in REFUSED_LETTERS or category in REFUSED_CATEGORIES


class LineField(TextField):
    """One line of text: spaces at its ends and doubled spaces are dropped."""

    def tidy(self, text: str) -> str:
        return " ".join(text.split())


class ParagraphField(TextField):
    """Text of several lines."""

    widget = forms.Textarea
    allowed_controls = frozenset("\n\t")

    def tidy(self, text: str) -> str:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        return lines.replace(WORD_BULLET, "•").strip()


class UploadField(SaysItsName, forms.FileField):
    """One file or several; cleans to a list, empty when none was chosen."""

    widget = FilesInput
    enter = "Choose"

    def __init__(self, *, max_files: int = 20, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_files = max_files

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [f for f in (data if isinstance(data, list | tuple) else [data]) if f]
        if not files:
            if self.required:
                raise ValidationError(self.required_words(), code="required")
            return []
        if len(files) > self.max_files:
            raise ValidationError(
                f"Choose {self.max_files} files or fewer. You chose {len(files)}.",
                code="too_many",
            )
        return [self._clean_one(file) for file in files]

    def _clean_one(self, file: UploadedFile) -> UploadedFile:
        if not file.size:
            raise ValidationError(
                f"“{file.name}” is empty. Choose the file again.", code="empty"
            )
        return super().clean(file)


def _required_words(label: str, *, verb: str) -> str:
    if label.endswith("?"):
        return f"Answer the question “{label}”."
    if label[1:2].islower():
        label = label[0].lower() + label[1:]
    article = "" if label.startswith(WITHOUT_ARTICLE) else "the "
    return f"{verb} {article}{label}."


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
