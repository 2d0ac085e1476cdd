"""Recording a new child, after a look at those who may be the same (PPL-8)."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, LineField, needed_at_times
from sendhub.core.models import Partnership
from sendhub.people.forms.details import (
    LANGUAGE,
    NAME,
    NEEDS,
    NUMBERS,
    OWN,
    ChildDetailsForm,
)
from sendhub.people.forms.fields import SettingChoice, postcode_field, tick
from sendhub.people.models import Child
from sendhub.people.querysets import ChildQuerySet
from sendhub.people.rules import NOT_KNOWN, days_missing

MOST_ALIKE = 10
PLACE_DAYS = ("lines", "lives_there_from", "setting", "attends_from")
IDENTIFIERS = {"upn": "UPN", "uln": "ULN", "nhs_number": "NHS number"}
DECIDE = (
    "Compare the children shown above. If none of them is the child you are "
    "recording, tick the box."
)


class ChildRecordForm(SettingChoice, ChildDetailsForm):
    """A child nobody has recorded before."""

    submit_label = "Record the child"

    not_same = tick("None of these is the child I am recording")
    compared = forms.CharField(widget=forms.HiddenInput, required=False)
    lines = LineField(label="Address", required=False, max_length=300)
    town = LineField(label="Town or village", required=False, max_length=80)
    postcode = postcode_field()
    lives_there_from = needed_at_times(
        DayField(
            label="Lives there since",
            required=False,
            not_after="today",
            help_text=f"Goes with the address. {NOT_KNOWN}",
        )
    )
    attends_from = needed_at_times(
        DayField(
            label="First day there",
            required=False,
            help_text=f"Goes with the setting. {NOT_KNOWN}",
        )
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.alike: list[Child] = []
        self.namesakes: list[Child] = []
        self.offer_settings()
        code = Partnership.objects.filter(pk=1).values_list("authority_code", flat=True)
        self.fields["home_authority"].initial = f"LA_CODE:{code.first()}"

    def layout_fields(self) -> list[Any]:
        fields: list[Any] = ["compared"]
        if self.alike:
            fields.append("not_same")
        return [
            *fields,
            NAME,
            NUMBERS,
            Fieldset(
                "Where the child lives",
                *("lines", "town", "postcode", "lives_there_from", "home_authority"),
            ),
            Fieldset(
                "Where the child is taught", "setting", "setting_urn", "attends_from"
            ),
            NEEDS,
            LANGUAGE,
            OWN,
        ]

    def lay_out(self) -> None:
        super().lay_out()
        # What is wrong is listed in the order of the page.
        self.order_fields([p.name for p in self.helper.layout.get_field_names()])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("postcode") and not cleaned.get("lines"):
            self.add_error("lines", "Enter the address that goes with the postcode.")
        days = {name: cleaned.get(name) for name in PLACE_DAYS}
        for name, words in days_missing(**days).items():
            if not self.has_error(name):
                self.add_error(name, words)
        self._refuse_known_identifiers(cleaned)
        self._compare(cleaned)
        cleaned.pop("compared", None)
        return cleaned

    def _refuse_known_identifiers(self, cleaned: dict[str, Any]) -> None:
        """Say at once who has the same number, where that may be said."""
        seen = self._shown(Child.objects.visible_to(self._user))
        hidden = Child.objects.hidden_from(self._user)
        for name, words in IDENTIFIERS.items():
            if not (value := cleaned.get(name)):
                continue
            if other := seen.with_number(name, value).first():
                self.alike.append(other)
                self.add_error(name, f"{other} already has this {words}.")
            elif hidden.with_number(name, value).exists():
                self.add_error(
                    name,
                    f"A restricted record has this {words}. Ask the service manager "
                    "before you go on.",
                )

    def _compare(self, cleaned: dict[str, Any]) -> None:
        """Ask about children who may be the same, each time there is a new one."""
        found = self._likely(cleaned)
        self.alike += [child for child in found if child not in self.alike]
        seen = set(cleaned.get("compared", "").split(","))
        decided = cleaned.get("not_same") and {str(c.pk) for c in found} <= seen
        cleaned["not_same"] = found if decided else []
        ids = ",".join(str(child.pk) for child in self.alike)
        self.data["compared"] = ids
        if found and not decided:
            self.data.pop("not_same", None)
            self.add_error("not_same", DECIDE)
            cleaned["not_same"] = []

    @property
    def _user(self) -> User:
        user: Any = self.request.user
        return user

    def _likely(self, cleaned: dict[str, Any]) -> list[Child]:
        names = ("given_names", "family_name", "born_on")
        if not all(cleaned.get(name) for name in names):
            return []
        visible = Child.objects.visible_to(self._user)
        found = self._first(visible.alike(**{name: cleaned[name] for name in names}))
        named = visible.of_the_name(**{name: cleaned[name] for name in names[:2]})
        self.namesakes = self._first(named.exclude(pk__in=[c.pk for c in found]))
        return [*found, *self.namesakes]

    def _first(self, children: ChildQuerySet) -> list[Child]:
        """As many as somebody can compare."""
        return list(self._shown(children).order_by("sort_name", "pk")[:MOST_ALIKE])

    @property
    def shows_homes(self) -> bool:
        """Whether this person may be told where the children alike live."""
        return self._user.may(Permission.CONTACT_VIEW)

    def _shown(self, children: ChildQuerySet) -> ChildQuerySet:
        """What the comparison shows of each child."""
        today = clock.today()
        shown = children.for_results(on=today)
        return shown.with_home(on=today) if self.shows_homes else shown
