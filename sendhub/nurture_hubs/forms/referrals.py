"""What may be typed of referrals, visits and answers."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officer_field, officers
from sendhub.casework.models import Document
from sendhub.core import clock
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs.models import Hub, Referral
from sendhub.nurture_hubs.rules import NO_PLACE, Need, Party, Standing, VisitKind
from sendhub.people.forms.fields import SettingChoice, tick

CONDITIONS_HINT = (
    "Conditions are shown to whoever allocates the place. If they do not agree, say "
    "why."
)


class SchoolForm(SettingChoice, PageForm):
    """A form that asks which school the child comes from."""

    def __init__(self, request: Any, *, school: int = 0, **options: Any) -> None:
        super().__init__(request, **options)
        self.offer_settings(school)
        self.fields["setting"].label = "School or setting that the child comes from"
        for name in ("setting", "setting_urn"):
            needed_at_times(self.fields[name])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        asked = self.has_error("setting") or self.has_error("setting_urn")
        if not cleaned.get("setting") and not asked:
            self.add_error("setting", "Choose the school from the list, or its URN.")
        return cleaned


def _offer_officers(form: PageForm) -> None:
    request: Any = form.request
    near = officers(Permission.PLACE_ALLOCATE, first_of=request.user.team_id)
    form.fields["officer"].queryset = near


def _need_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="How pressing is it?",
        choices=Need.choices,
        widget=forms.RadioSelect,
        help_text="The waiting list goes by this first.",
        error_messages={"required": "Choose how pressing it is."},
    )


def _reasons_field() -> ParagraphField:
    return ParagraphField(
        label="Reasons for the referral",
        max_length=10_000,
        error_messages={"required": "Enter the reasons for the referral."},
    )


def _tried_field() -> ParagraphField:
    return ParagraphField(
        label="What has been tried",
        max_length=10_000,
        error_messages={"required": "Enter what has been tried."},
    )


def _consent_day() -> DayField:
    return DayField(
        label="Date the family agreed to a hub place",
        required=False,
        not_after="today",
        help_text="Leave it empty while they have not. No place starts without.",
    )


def _consent_name() -> LineField:
    return needed_at_times(
        LineField(
            label="Who of the family agreed",
            required=False,
            max_length=200,
            help_text="Needed with the date.",
        )
    )


class ReferralLogForm(SchoolForm):
    """A referral, as it arrived."""

    submit_label = "Log the referral"

    received_on = DayField(label="Date it was received", not_after="today")
    by_team = tick("The Behaviour Support Team itself refers the child")
    referrer = LineField(
        label="Name and role of the person who refers the child", max_length=200
    )
    need = _need_field()
    age_checked = tick("The child is referred although no hub takes this age")
    again = tick("The child is referred although there is a place already")
    reasons = _reasons_field()
    tried = _tried_field()
    consent_on = _consent_day()
    consent_by = _consent_name()
    officer = officer_field()

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        _offer_officers(self)

    def layout_fields(self) -> list[Any]:
        """Ask about the age, or a place that there is, only where it is odd."""
        odd = ("again", "age_checked")
        asked = [name for name in odd if self.has_error(name) or self.data.get(name)]
        return [
            *asked,
            Fieldset("Who refers the child", "received_on", *_WHO),
            Fieldset("Why", "need", "reasons", "tried"),
            Fieldset("The family", "consent_on", "consent_by"),
            "officer",
        ]


_WHO = ("setting", "setting_urn", "by_team", "referrer")


class ReferralChangeForm(SchoolForm):
    """What may be changed of a referral that goes on."""

    submit_label = "Save the changes"

    need = _need_field()
    reasons = _reasons_field()
    tried = _tried_field()
    consent_on = _consent_day()
    consent_by = _consent_name()

    def __init__(self, request: Any, *, record: Referral, **options: Any) -> None:
        kept = ("need", "reasons", "tried", "consent_on", "consent_by")
        known = {name: getattr(record, name) for name in kept}
        super().__init__(
            request,
            record=record,
            school=record.setting_id,
            initial={**known, "setting": record.setting_id},
            **options,
        )
        self.fields[
            "consent_on"
        ].help_text = (
            "If the family does not agree any more, empty the date and the name."
        )

    def layout_fields(self) -> list[Any]:
        return [
            Fieldset("The family", "consent_on", "consent_by"),
            Fieldset("Why", "need", "reasons", "tried"),
            Fieldset("The school", "setting", "setting_urn"),
        ]


class VisitLogForm(SchoolForm):
    """A visit of the Behaviour Support Team."""

    submit_label = "Log the visit"

    kind = forms.ChoiceField(
        label="What was it for?",
        choices=VisitKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the visit was for."},
    )
    on = DayField(label="Date of the visit", not_after="today")
    visitor = LineField(label="Who came", max_length=200)
    found = ParagraphField(label="What was seen or advised", max_length=10_000)
    officer = officer_field()

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["setting"].label = "School or setting that was visited"
        _offer_officers(self)

    def layout_fields(self) -> list[Any]:
        return ["kind", "on", "visitor", "setting", "setting_urn", "found", "officer"]


class VisitWithdrawForm(PageForm):
    """Why a visit was entered in error."""

    submit_label = "It was entered in error"

    reason = LineField(label="Why was it an error?", max_length=300)


def _hub_field(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label,
        queryset=Hub.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose the hub."},
    )


def _agreed_field() -> forms.TypedChoiceField:
    return yes_or_no(
        "Do they agree that the child comes?",
        yes="Yes, they agree",
        no="No, they do not agree",
        required="Choose whether they agree.",
    )


def _conditions_field() -> ParagraphField:
    return needed_at_times(
        ParagraphField(
            label="Conditions, or the reasons",
            required=False,
            max_length=2000,
            help_text=CONDITIONS_HINT,
        )
    )


class AgreementRecordForm(PageForm):
    """What coordinator or hub school said."""

    submit_label = "Record the answer"

    hub = _hub_field("Hub")
    party = forms.ChoiceField(
        label="Who answered?",
        choices=Party.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who answered."},
    )
    agreed = _agreed_field()
    on = DayField(label="Date of the answer", not_after="today")
    conditions = _conditions_field()
    document = forms.ModelChoiceField(
        label="Its document on the case",
        queryset=Document.objects.none(),
        required=False,
        empty_label="None",
        help_text="The hub school’s letter or e-mail, if there is one.",
    )

    def __init__(
        self, request: Any, *, hubs: Any, documents: Any, **options: Any
    ) -> None:
        super().__init__(request, **options)
        self.fields["hub"].queryset = hubs
        self.fields["document"].queryset = documents


class AgreementAnswerForm(PageForm):
    """The answer of one's own hub school."""

    submit_label = "Give the answer"

    hub = _hub_field("For which hub do you answer?")
    agreed = yes_or_no(
        "Does your school agree that the child comes?",
        yes="Yes, we agree",
        no="No, we do not agree",
        required="Choose whether your school agrees.",
    )
    on = DayField(
        label="Date your school decided",
        not_after="today",
        initial=lambda: clock.today(),
    )
    conditions = _conditions_field()

    def __init__(self, request: Any, *, hubs: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["hub"].queryset = hubs
        if len(found := list(hubs[:2])) == 1:
            self.fields["hub"].initial = found[0].pk
            self.fields["hub"].widget = forms.HiddenInput()


class AgreementWithdrawForm(PageForm):
    """An answer that is taken back."""

    submit_label = "Take the answer back"

    withdrawn_on = DayField(
        label="Date it was taken back",
        not_after="today",
        initial=lambda: clock.today(),
    )
    reason = LineField(label="Why was it taken back?", max_length=300)


class ReferralEndForm(PageForm):
    """How a referral ends without a place."""

    submit_label = "End the referral"
    mistake = (Standing.MISTAKE, "Recorded by mistake: it counts nowhere")

    standing = forms.ChoiceField(
        label="How does it end?",
        choices=[
            (Standing.REFUSED, "Refused: this child gets no hub place"),
            (Standing.WITHDRAWN, "Withdrawn: by the family or the school"),
            mistake,
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ends."},
    )
    ended_on = DayField(label="Date it ended", not_after="today")
    reason = ParagraphField(label="Why does it end?", max_length=2000)

    def __init__(self, request: Any, *, referral: Referral, **options: Any) -> None:
        super().__init__(request, record=referral, **options)
        if referral.standing in NO_PLACE:
            self.submit_label = "It was recorded by mistake"
            self.fields["standing"].choices = [self.mistake]
            self.fields["ended_on"].label = "Date this was found"
            self.fields["reason"].label = "What was the mistake?"
