"""What may be typed when a family moves here or moves away."""

from typing import Any

from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officer_field, officers
from sendhub.casework.forms.papers import DocumentsField
from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.forms.assessment import RequestLogForm, yes_or_no
from sendhub.ehcps.forms.plan import TermsForm
from sendhub.ehcps.models import MoveIn, MoveOut


def authority_field(label: str, **options: Any) -> CodeField:
    """Choose an English local authority."""
    options.setdefault("empty_label", "Choose")
    return CodeField("LA_CODE", by_name=True, label=label, **options)


def moved_here_field() -> DayField:
    """Ask for the day of a move here."""
    return DayField(label="Date they moved here", not_after="today")


CHOOSE_FILE = {"required": "Choose the file."}


def made_on_field() -> DayField:
    """Ask for the date on the plan."""
    return DayField(
        label="Date of the plan",
        help_text="As it stands on the plan: it keeps its own date.",
        not_after="today",
    )


def last_review_field() -> DayField:
    """Ask for the other authority's last review of its plan."""
    return DayField(
        label="Date the last review was completed",
        help_text="The day the other authority wrote what it decided. Leave it empty "
        "if the plan was never reviewed, or nobody knows.",
        required=False,
        not_after="today",
    )


def papers_field() -> ParagraphField:
    """Ask what went to the new authority."""
    return ParagraphField(
        label="What was sent to the other authority",
        max_length=2000,
        required=False,
        help_text="The plan, its advice, the last review. Obligatory with a plan "
        "that is transferred within England.",
    )


def why_wrong_field() -> ParagraphField:
    """Ask for the reason of a correction."""
    return ParagraphField(
        label="How it came to be wrong, and how you know what is right",
        max_length=2000,
        subject="Reason",
        error_messages={"required": "Say how it came to be wrong."},
    )


class MoveInLogForm(TermsForm):
    """A plan that another authority transferred to us."""

    submit_label = "Log the plan"
    field_order = (
        "authority",
        "moved_on",
        "transferred_on",
        "made_on",
        "last_review_on",
    )

    authority = authority_field("Authority they came from")
    moved_on = moved_here_field()
    transferred_on = DayField(
        label="Date the plan was transferred to us",
        help_text="We provide and pay for what it says from this day.",
        not_after="today",
    )
    made_on = made_on_field()
    last_review_on = last_review_field()
    paper = DocumentsField(label="The plan as it came", max_files=1, required=False)
    officer = officer_field()

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near


class PlanAwaitForm(PageForm):
    """A plan that another authority has still to send."""

    submit_label = "Record it"

    authority = authority_field("Authority they came from")
    moved_on = moved_here_field()
    asked_on = DayField(
        label="Date we asked for the plan",
        help_text="The other authority knows of the move from this day at the latest: "
        "it then has 15 working days.",
        not_after="today",
    )
    officer = officer_field()

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near


class PlanChaseForm(PageForm):
    """A reminder to the other authority."""

    submit_label = "Record the reminder"

    chased_on = DayField(label="Date we reminded them", not_after="today")
    answer = LineField(
        label="What they said",
        max_length=300,
        required=False,
        help_text="Who, and by when they will send it.",
    )


class PlanForgoForm(PageForm):
    """Why no plan will come."""

    submit_label = "Record that no plan will come"

    dropped_on = DayField(label="Date we learned of it", not_after="today")
    dropped_because = LineField(label="What happened?", max_length=300)


class PlanAttachForm(PageForm):
    """The file of a plan that was ours before."""

    submit_label = "Add the plan"

    paper = DocumentsField(
        label="The plan as it came", max_files=1, error_messages=CHOOSE_FILE
    )
    came_on = DayField(label="Date it came", not_after="today")


class MoveInTellForm(PageForm):
    """What the family was told of the transfer."""

    submit_label = "Record what they were told"

    told_on = DayField(label="Date the family was told", not_after="today")
    will_assess = yes_or_no(
        "Will we assess again?",
        yes="Yes, we will assess the needs again",
        no="No, we keep to the plan",
        required="Choose whether we will assess again.",
    )
    review_on = DayField(label="Date by which we will review the plan")


class MoveInReviewForm(PageForm):
    """Our first review of a plan that was transferred."""

    submit_label = "Record the review"

    reviewed_on = DayField(
        label="Date the family was sent our decision after the review",
        help_text="The review is complete on this day, not on that of the meeting.",
        not_after="today",
    )


class RequestTakeOverForm(RequestLogForm):
    """An assessment that began elsewhere and that we decide on afresh."""

    submit_label = "Log it"
    field_order = ("authority", "moved_on", "received_on", "how_far")

    authority = authority_field("Authority they came from")
    moved_on = moved_here_field()
    how_far = ParagraphField(
        label="How far was the assessment there?",
        max_length=2000,
        help_text="And what advice has come along: it may be held to be enough.",
    )
    received_on = DayField(
        label="Date it came to our attention",
        help_text="We are responsible from this day: six weeks to decide and 20 weeks "
        "in all run from it.",
        not_after="today",
    )
    source = CodeField(
        "REQUEST_SOURCE",
        label="Who asked there",
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def layout_fields(self) -> list[Any]:
        """The question about the dates stands below the day that it is about."""
        rest = [n for n in super().layout_fields() if n != "dates_checked"]
        asked = ["dates_checked"] if self.has_error("dates_checked") else []
        at = rest.index("received_on") + 1
        return [*rest[:at], *asked, *rest[at:]]


class TransferCorrectForm(TermsForm):
    """What a plan says that came from another authority."""

    submit_label = "Correct it"
    field_order = ("authority", "made_on", "last_review_on")

    authority = authority_field("Authority they came from")
    made_on = made_on_field()
    last_review_on = last_review_field()
    reason = why_wrong_field()

    def __init__(self, request: Any, *, record: MoveIn, **options: Any) -> None:
        named = record.plan.setting_id if record.plan else None
        super().__init__(request, record=record, already=named, **options)


class DestinationForm(PageForm):
    """Another authority, or somewhere outside England."""

    authority = needed_at_times(
        authority_field(
            "Authority they move to",
            required=False,
            empty_label="They leave England",
        )
    )
    country = needed_at_times(
        LineField(
            label="Where they move, outside England", max_length=200, required=False
        )
    )


class DestinationCorrectForm(DestinationForm):
    """Where a family really moves or has moved."""

    submit_label = "Correct it"

    papers = needed_at_times(papers_field())
    reason = why_wrong_field()

    def __init__(self, request: Any, *, record: MoveOut, **options: Any) -> None:
        super().__init__(request, record=record, **options)
        if not record.ended:
            del self.fields["papers"]


class MoveOutRecordForm(DestinationForm):
    """A move away, as soon as it is known."""

    submit_label = "Record the move"
    field_order = ("moves_on", "known_on", "authority", "country")

    moves_on = DayField(label="Date of the move", help_text="It may be a day to come.")
    known_on = DayField(
        label="Date we learned of it",
        help_text="By any team of the council: it may give us longer than the move.",
        not_after="today",
    )


class MoveOutFinishForm(PageForm):
    """The day they were gone, and what was sent after them."""

    submit_label = "Record that it is done"

    gone_on = DayField(label="Date of the transfer", not_after="today")
    papers = needed_at_times(papers_field())


class MoveOutDropForm(PageForm):
    """A move that came to nothing."""

    submit_label = "Record that they stay"

    dropped_on = DayField(label="Date we learned that they stay", not_after="today")
    dropped_because = LineField(label="What happened?", max_length=300)
