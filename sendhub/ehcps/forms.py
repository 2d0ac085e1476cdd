"""What may be typed for each act on an assessment or a plan."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import ShortChoiceField, officers
from sendhub.casework.models import Document
from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.core.staleness import who_changed
from sendhub.ehcps.models import PlanVersion
from sendhub.ehcps.rules import (
    IN_DRAFT,
    NAMED_BY_LAW,
    AdviceKind,
    Section,
    mark_of,
)
from sendhub.schools.models import Setting


def texts_of(version: PlanVersion | None) -> dict[Section, str]:
    """The text of every section that a draft has."""
    rows = version.sections.all() if version else []
    return dict.fromkeys(IN_DRAFT, "") | {Section(s.letter): s.text for s in rows}


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


class RequestLogForm(PageForm):
    """A request for a needs assessment, as it arrived."""

    submit_label = "Log the request"

    received_on = DayField(
        label="Date the request was received",
        help_text="By any team of the council: the 20 weeks run from this day.",
        not_after="today",
    )
    source = CodeField(
        "REQUEST_SOURCE", label="Who asked", widget=forms.RadioSelect, empty_label=None
    )
    requester = LineField(
        label="Name of the person or school who asked", max_length=200, required=False
    )
    reasons = ParagraphField(label="Reasons given", max_length=10_000)
    youth_accommodation = forms.BooleanField(
        label="In relevant youth accommodation on that day", required=False
    )
    officer = ShortChoiceField(
        label="Officer",
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet",
        help_text="An open case keeps the officer it has.",
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near  # type: ignore[attr-defined]


class RequestWithdrawForm(PageForm):
    """The end of a request before its decision."""

    submit_label = "Record the withdrawal"

    withdrawn_on = DayField(label="Date withdrawn", not_after="today")
    reason = ParagraphField(
        label="Why it ends",
        max_length=2000,
        help_text="For example: the parent withdrew it, or the family moved away.",
    )


class DecisionForm(PageForm):
    """A decision, the day the family was told of it, and its reasons."""

    submit_label = "Record the decision"

    told_on = DayField(
        label="Date the family was told",
        help_text="The day the letter was sent: the law counts this day.",
        not_after="today",
    )
    reasons = ParagraphField(
        label="Reasons",
        max_length=10_000,
        required=False,
        help_text="A refusal must give its reasons.",
    )


class AssessmentDecideForm(DecisionForm):
    """The decision whether to assess."""

    field_order = ("assess", "told_on", "reasons")
    assess = yes_or_no(
        "What was decided",
        yes="Assess",
        no="Do not assess",
        required="Choose whether to assess.",
    )


class IssueDecideForm(DecisionForm):
    """The decision whether to issue a plan."""

    field_order = ("issue", "told_on", "reasons")
    issue = yes_or_no(
        "What was decided",
        yes="Issue a plan",
        no="Do not issue a plan",
        required="Choose whether to issue a plan.",
    )


class AdviceAskForm(PageForm):
    """Advice asked of several services on one day."""

    submit_label = "Record that advice was asked for"

    asked_on = DayField(
        label="Date asked",
        help_text="Each service has six weeks from this day.",
        not_after="today",
    )

    def __init__(
        self, request: Any, *, suggested: Mapping[str, str], **options: Any
    ) -> None:
        super().__init__(request, **options)
        for kind in AdviceKind:
            self.fields[f"ask_{kind}"] = forms.BooleanField(
                label=kind.label,
                required=False,
                initial=kind in NAMED_BY_LAW and bool(suggested.get(kind)),
            )
            self.fields[f"of_{kind}"] = LineField(
                label=f"Whom did you ask? ({kind.label})",
                max_length=200,
                required=False,
                initial=suggested.get(kind, ""),
            )

    def layout_fields(self) -> list[Any]:
        rows = [Row(Column(f"ask_{kind}"), Column(f"of_{kind}")) for kind in AdviceKind]
        return ["asked_on", Fieldset("Services asked", *rows)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        ticked = [kind for kind in AdviceKind if data.get(f"ask_{kind}")]
        if not ticked:
            self.add_error("asked_on", "Tick at least one service to ask.")
        for kind in ticked:
            if not data.get(f"of_{kind}") and not self.has_error(f"of_{kind}"):
                self.add_error(f"of_{kind}", f"Say whom you asked: {kind.label}.")
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """The day, and whom each ticked kind was asked of."""
        data = self.cleaned_data
        asked_of = {k: data[f"of_{k}"] for k in AdviceKind if data.get(f"ask_{k}")}
        return {"asked_on": data["asked_on"], "asked_of": asked_of}


class AdviceReceiveForm(PageForm):
    """Advice that arrived."""

    submit_label = "Record the advice"

    received_on = DayField(label="Date received", not_after="today")
    summary = ParagraphField(
        label="What it says, in short", max_length=10_000, required=False
    )
    document = forms.ModelChoiceField(
        label="Its document on the case",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Not on the case yet",
    )

    def __init__(self, request: Any, *, documents: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]


class PlanWriteForm(PageForm):
    """The sections of a draft, each guarded on its own.

    Beside each section stands a mark of the text the page had shown. A section that
    nobody touched here is not written; one that a colleague wrote meanwhile comes
    back with both texts, and neither is lost.
    """

    submit_label = "Save the draft"

    def __init__(
        self, request: Any, *, version: PlanVersion | None, **options: Any
    ) -> None:
        super().__init__(request, **options)
        self.version = version
        self.now = texts_of(version)
        for letter in IN_DRAFT:
            self.fields[f"section_{letter}"] = ParagraphField(
                label=letter.label,
                max_length=50_000,
                required=False,
                initial=self.now[letter],
                widget=forms.Textarea(attrs={"rows": 8}),
            )
            self.fields[f"was_{letter}"] = forms.CharField(
                widget=forms.HiddenInput,
                initial=mark_of(self.now[letter]),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for letter in IN_DRAFT:
            if data.get(f"was_{letter}") != mark_of(self.now[letter]):
                self._meet_a_colleague(letter, data)
        return data

    def _meet_a_colleague(self, letter: Section, data: dict[str, Any]) -> None:
        """Take over a section only they wrote; show both where both did."""
        mine, theirs = data.get(f"section_{letter}", ""), self.now[letter]
        sent: Any = self.data
        touched = mark_of(mine) != data.get(f"was_{letter}")
        data[f"was_{letter}"] = sent[f"was_{letter}"] = mark_of(theirs)
        if not touched:
            data[f"section_{letter}"] = sent[f"section_{letter}"] = theirs
        elif mine != theirs:
            who = who_changed(self.version) if self.version else "Somebody"
            self.add_error(
                f"section_{letter}",
                f"{who} wrote here meanwhile: “{theirs or 'nothing'}”. Yours is kept "
                "below. Put together what should stand and press the button again.",
            )

    @property
    def answers(self) -> dict[str, Any]:
        """The sections touched here, and the marks of what the page had shown."""
        data = self.cleaned_data
        marks = {letter: data[f"was_{letter}"] for letter in IN_DRAFT}
        texts = {
            letter: data[f"section_{letter}"]
            for letter in IN_DRAFT
            if mark_of(data[f"section_{letter}"]) != marks[letter]
        }
        return {"texts": texts, "marks": marks}


class DraftSendForm(PageForm):
    """The day the draft was sent."""

    submit_label = "Record that the draft was sent"

    served_on = DayField(
        label="Date the draft was sent",
        help_text="The family's 15 days begin on this day.",
        not_after="today",
    )


class CommentsRecordForm(PageForm):
    """What the family said of the draft."""

    submit_label = "Record the comments"

    comments_on = DayField(label="Date their comments came", not_after="today")
    comments = ParagraphField(
        label="What they said",
        max_length=10_000,
        required=False,
        help_text="With the setting they ask for, if they named one.",
    )


class PlanIssueForm(PageForm):
    """What the final plan says of itself."""

    submit_label = "Issue the plan"

    issued_on = DayField(
        label="Date the final plan was sent",
        help_text="The law counts this day. Once issued, the text cannot change.",
        not_after="today",
    )
    primary_need = CodeField("SEN_TYPE", label="Primary need", empty_label="Choose")
    secondary_need = CodeField(
        "SEN_TYPE", label="Secondary need", required=False, empty_label="None"
    )
    setting = forms.ModelChoiceField(
        label="Setting named in section I",
        queryset=Setting.objects.none(),
        required=False,
        empty_label="No setting is named",
    )
    arrangement = CodeField(
        "SEN_SETTING",
        label="Arrangement, where no setting is named",
        required=False,
        empty_label="A setting is named",
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        settings = Setting.objects.open().for_list()
        self.fields["setting"].queryset = settings  # type: ignore[attr-defined]


class PlanCeaseForm(PageForm):
    """The end of a plan."""

    submit_label = "Cease the plan"

    told_on = DayField(
        label="Date the family was told",
        help_text="The notice gives their right of appeal.",
        not_after="today",
    )
    ceased_on = DayField(
        label="Last day of the plan",
        help_text="A plan goes on while an appeal may still be made.",
        not_after="today",
    )
    cease_reason = CodeField("CEASE_REASON", label="Reason", empty_label="Choose")
    detail = ParagraphField(label="More about it", max_length=2000, required=False)
