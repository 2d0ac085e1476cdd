"""What may be typed of measures and targets."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.fields import (
    DayField,
    LineField,
    SaysItsName,
    name_required,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs.rules.measures import (
    MOST_RATED,
    Instrument,
    Scale,
    Stage,
    may_be_left_out,
    scales_of,
)

MORE = "more is better"
LESS = "less is better"


TOO_LONG = ("max_digits", "max_decimal_places", "max_whole_digits")


class NumberField(SaysItsName, forms.DecimalField):
    """A number from 0 to so much, in a small box."""

    def __init__(self, *, most: int, places: int = 0, **options: Any) -> None:
        form = f"a number from 0 to {most}"
        form += (
            ", with one digit after the point at most" if places else ", no fraction"
        )
        label = str(options.get("subject") or options["label"])
        wrong = f"{label} must be {form}."
        super().__init__(
            min_value=0,
            max_value=most,
            max_digits=5,
            decimal_places=places,
            widget=forms.TextInput(
                attrs={
                    "inputmode": "decimal" if places else "numeric",
                    "class": "govuk-input--width-3",
                }
            ),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value", *TOO_LONG), wrong
            ),
            **options,
        )

    def to_python(self, value: Any) -> Any:
        """A number is often written 87,5 or 87.5%."""
        if isinstance(value, str):
            value = value.strip().rstrip("%").rstrip().replace(",", ".")
        return super().to_python(value)


class RatingField(NumberField):
    """How far a child has come with a target."""

    def __init__(self, **options: Any) -> None:
        super().__init__(most=MOST_RATED, required=False, **options)

    def clean(self, value: Any) -> int | None:
        number = super().clean(value)
        return None if number is None else int(number)


class MeasureRecordForm(PageForm):
    """The numbers of one instrument, by its scales."""

    submit_label = "Record it"

    stage = forms.ChoiceField(
        label="When was it measured?",
        choices=Stage.choices,
        widget=forms.RadioSelect,
        help_text="At entry, half-way and at exit once the child has started in a hub.",
        error_messages={"required": "Choose when it was measured."},
    )
    measured_on = DayField(label="Date it was measured", not_after="today")
    measured_by = LineField(label="Who measured", max_length=200)

    def __init__(self, request: Any, *, instrument: Instrument, **options: Any) -> None:
        super().__init__(request, **options)
        self.instrument = instrument
        self.scales = scales_of(instrument)
        for scale in self.scales:
            self.fields[scale.key] = _number(scale)
        name_required(self)

    def layout_fields(self) -> list[Any]:
        """The facts first, then the numbers, strand by strand."""
        groups: dict[str, list[str]] = {}
        for scale in self.scales:
            groups.setdefault(_group(scale), []).append(scale.key)
        numbers = [
            Fieldset(group, *keys, css_class="numbers")
            for group, keys in groups.items()
        ]
        return ["stage", "measured_on", "measured_by", *numbers]

    @property
    def answers(self) -> dict[str, Any]:
        """The facts, and the numbers that were given."""
        given = super().answers
        scores = {scale.key: given.pop(scale.key) for scale in self.scales}
        given["scores"] = {k: value for k, value in scores.items() if value is not None}
        return {**given, "instrument": self.instrument}


def _number(scale: Scale) -> NumberField:
    letter = scale.label.rpartition(" ")[2]
    of_boxall = scale.instrument == Instrument.BOXALL
    field = NumberField(
        most=scale.most,
        places=scale.places,
        label=f"Strand {letter}" if of_boxall else scale.label,
        subject=_called(scale),
        required=not may_be_left_out(scale),
    )
    return needed_at_times(field) if of_boxall else field


def _called(scale: Scale) -> str:
    """What a sentence calls a number: an SDQ scale is no thing of its own."""
    if scale.instrument == Instrument.SDQ:
        return f"Score for “{scale.label}”"
    return scale.label.removesuffix(", %")


def _group(scale: Scale) -> str:
    better = MORE if scale.more_is_better else LESS
    if scale.instrument == Instrument.BOXALL:
        return f"{scale.label.rpartition(' ')[0]}s ({better})"
    if scale.instrument == Instrument.SDQ:
        return f"Scores ({better})"
    return "Numbers"


class MeasureWithdrawForm(PageForm):
    """Why a measure was entered in error."""

    submit_label = "It was entered in error"

    reason = LineField(label="Why was it an error?", max_length=300)


class TargetAddForm(PageForm):
    """A child's own target."""

    submit_label = "Set the target"

    words = LineField(
        label="Target",
        max_length=300,
        help_text="In words that the child knows. For example: I put up my hand and "
        "wait until I am asked.",
    )
    set_on = DayField(label="Date it was set", not_after="today")
    at_entry = RatingField(
        label="Rating at entry",
        help_text="From 0, not begun, to 10, reached.",
    )


class TargetRateForm(PageForm):
    """How far the child has come with a target."""

    submit_label = "Save the ratings"

    at_entry = RatingField(label="At entry")
    half_way = RatingField(label="Half-way")
    at_exit = RatingField(label="At exit")


class TargetDropForm(PageForm):
    """Why a target is not followed any more."""

    submit_label = "Do not follow it any more"

    reason = LineField(
        label="Why is it not followed any more?",
        max_length=300,
        help_text="If it was reached, rate it instead.",
    )
