"""What may be typed of a request for a needs assessment out of a hub."""

from typing import Any

from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officer_field, officers
from sendhub.casework.models import Document
from sendhub.casework.rules import Scan
from sendhub.core import clock
from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs.models import HubPlace


class OnwardRequestForm(PageForm):
    """The request, and which documents of the hub go along."""

    submit_label = "Log the request"

    received_on = DayField(
        label="Date of the request",
        help_text="The day on which it was made: the 20 weeks run from this day.",
        not_after="today",
    )
    dates_checked = forms.BooleanField(
        label="I have checked the dates: they are right", required=False
    )
    source = CodeField(
        "REQUEST_SOURCE", label="Who asks", widget=forms.RadioSelect, empty_label=None
    )
    requester = LineField(
        label="Name of the person or school who asks", max_length=200, required=False
    )
    reasons = ParagraphField(label="Reasons given", max_length=10_000)
    documents = forms.ModelMultipleChoiceField(
        queryset=Document.objects.none(),
        label="Documents of the hub that go along",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="They are copied to the EHC case. A summary of visits, measures and "
        "targets goes along as a note.",
    )
    officer = officer_field("Officer of the request")

    def __init__(self, request: Any, *, place: HubPlace) -> None:
        known = {"received_on": clock.today(), "requester": str(place.hub)}
        super().__init__(request, initial=known)
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near
        there = Document.objects.visible_to(request.user).standing()
        ours = there.filter(case=place.referral.case).exclude(scan=Scan.INFECTED)
        self.fields["documents"].queryset = ours.latest_first()

    def layout_fields(self) -> list[Any]:
        """Ask about the dates only where they are odd; about papers where any are."""
        left_out = set() if self.has_error("dates_checked") else {"dates_checked"}
        if not self.fields["documents"].queryset.exists():
            left_out.add("documents")
        return [name for name in super().layout_fields() if name not in left_out]
