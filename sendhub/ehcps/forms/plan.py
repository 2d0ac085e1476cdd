"""What may be typed for each act on a plan."""

from typing import Any

from django import forms

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import (
    DayField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.core.staleness import who_changed
from sendhub.ehcps.forms.named import SettingsNamed
from sendhub.ehcps.models import PlanVersion
from sendhub.ehcps.rules import (
    AT_ONCE,
    IN_DRAFT,
    MOVED,
    Section,
    mark_of,
)
from sendhub.people.forms.fields import SettingField, setting_urn_field
from sendhub.people.models import Address
from sendhub.schools.models import Setting


def texts_of(version: PlanVersion | None) -> dict[Section, str]:
    """The text of every section that a draft has."""
    rows = version.sections.all() if version else []
    return dict.fromkeys(IN_DRAFT, "") | {Section(s.letter): s.text for s in rows}


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


class TermsForm(SettingsNamed, PageForm):
    """What a plan says of needs, and the setting that it names."""

    settings = ("setting",)

    primary_need = CodeField("SEN_TYPE", label="Primary need", empty_label="Choose")
    secondary_need = CodeField(
        "SEN_TYPE", label="Secondary need", required=False, empty_label="None"
    )
    setting = needed_at_times(
        SettingField(
            label="Setting named in section I",
            queryset=Setting.objects.none(),
            required=False,
            empty_label="No setting of the county is named",
            help_text="Name a setting, or choose an arrangement below.",
        )
    )
    setting_urn = needed_at_times(setting_urn_field())
    arrangement = needed_at_times(
        CodeField(
            "SEN_SETTING",
            label="Arrangement, where no setting is named",
            required=False,
            empty_label="A setting is named",
        )
    )

    def __init__(
        self,
        request: Any,
        *,
        home: Address | None,
        already: int | None = None,
        **options: Any,
    ) -> None:
        super().__init__(request, **options)
        self.offer_named(already, home=home)


class PlanIssueForm(TermsForm):
    """What the final plan says of itself."""

    submit_label = "Issue the plan"
    field_order = ("issued_on",)

    issued_on = DayField(
        label="Date the final plan was sent",
        help_text="The law counts this day. Once issued, the text cannot change.",
        not_after="today",
    )


class PlanCeaseForm(PageForm):
    """The end of a plan for which nobody is asked first."""

    submit_label = "Cease the plan"

    told_on = DayField(label="Date the family was told", not_after="today")
    ceased_on = DayField(label="Last day of the plan", not_after="today")
    cease_reason = CodeField(
        "CEASE_REASON",
        label="Reason",
        empty_label="Choose",
        help_text="If they move away, record the move: the plan ends with it. For any "
        "other reason propose to end it: the family and the setting are asked first.",
    )
    detail = ParagraphField(label="More about it", max_length=2000, required=False)

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        reasons: Any = self.fields["cease_reason"]
        reasons.queryset = reasons.queryset.filter(code__in=AT_ONCE - MOVED)
