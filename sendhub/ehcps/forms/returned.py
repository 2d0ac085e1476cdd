"""What may be typed of a plan for the return, and of mediation and appeals."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.forms.named import SettingsNamed
from sendhub.ehcps.models import Plan
from sendhub.ehcps.rules import Forum, Matter
from sendhub.ehcps.rules.sen2 import TO_EXPLAIN
from sendhub.people.forms.fields import SettingField, setting_urn_field
from sendhub.people.models import Address
from sendhub.people.rules import Provision
from sendhub.schools.models import Setting

SECOND = ("second_setting", "second_setting_urn", "second_provision")


class PlanReturnRecordForm(SettingsNamed, PageForm):
    """The flags of a plan, and the second setting it names."""

    submit_label = "Save what the return asks"
    settings = ("second_setting",)

    provision = forms.TypedChoiceField(
        label="Kind of place at the setting named",
        choices=Provision.choices,
        coerce=Provision,
        widget=forms.RadioSelect,
    )
    explained = LineField(label="What the “other” arrangement is", max_length=300)
    residential = CodeField(
        "RESIDENTIAL",
        label="Residential place",
        required=False,
        empty_label="Not residential",
    )
    work_based = CodeField(
        "WBP", label="Work-based learning", required=False, empty_label="None"
    )
    second_setting = needed_at_times(
        SettingField(
            label="Second setting that the plan names",
            queryset=Setting.objects.none(),
            required=False,
            empty_label="None of the county",
            help_text="Only where the child is taught at two.",
        )
    )
    second_setting_urn = needed_at_times(setting_urn_field())
    second_provision = needed_at_times(
        forms.TypedChoiceField(
            label="Kind of place there",
            choices=[("", "No second setting"), *Provision.choices],
            required=False,
        )
    )
    personal_budget = yes_or_no(
        "Has a personal budget been taken up?",
        yes="Yes",
        no="No",
        required="Choose whether a personal budget has been taken up.",
    )
    organised = forms.BooleanField(
        label="We or the setting hold it and arrange what it pays for", required=False
    )
    direct_payment = CodeField(
        "DIRECT_PAYMENT",
        label="Paid directly to the family",
        required=False,
        empty_label="Nothing is paid directly",
    )

    def __init__(
        self, request: Any, *, plan: Plan, home: Address | None, **options: Any
    ) -> None:
        super().__init__(request, **options)
        self.offer_named(self.initial.get("second_setting"), home=home)
        if not plan.setting_id:
            for name in ("provision", *SECOND):
                del self.fields[name]
        if plan.setting_id or plan.arrangement.code not in TO_EXPLAIN:
            del self.fields["explained"]

    def layout_fields(self) -> list[Any]:
        place = ("provision", "explained", "residential", "work_based")
        money = ("personal_budget", "organised", "direct_payment")
        parts = {
            "Where the child learns": place,
            "Second setting": SECOND,
            "Personal budget": money,
        }
        there = {
            title: [name for name in names if name in self.fields]
            for title, names in parts.items()
        }
        return [Fieldset(title, *names) for title, names in there.items() if names]

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered; what this plan is not asked is empty."""
        unasked = {
            "provision": "",
            "explained": "",
            "second_setting": None,
            "second_provision": "",
        }
        return unasked | super().answers


class DisputeRecordForm(PageForm):
    """Mediation that took place, or an appeal that was registered."""

    submit_label = "Record it"

    about = forms.TypedChoiceField(
        label="What was it about?",
        choices=Matter.choices,
        coerce=Matter,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it was about."},
    )
    forum = forms.TypedChoiceField(
        label="Mediation or tribunal?",
        choices=Forum.choices,
        coerce=Forum,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose mediation or tribunal."},
    )
    happened_on = DayField(
        label="Date of the mediation meeting, or the appeal was registered",
        subject="The date",
        not_after="today",
    )
    detail = ParagraphField(label="What came of it", max_length=2000, required=False)


class DisputeWithdrawForm(PageForm):
    """Why a dispute should not have been recorded."""

    submit_label = "Take it back"

    reason = LineField(label="Why is it taken back?", max_length=300)
