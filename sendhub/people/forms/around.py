"""The adults and professionals around a child: nobody is typed in twice."""

from itertools import groupby
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.db.models import Prefetch

from sendhub.accounts.models import User
from sendhub.core import clock
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.people.forms.fields import email_field, phone_field, tick
from sendhub.people.models import Adult, Child, Contact, Professional
from sendhub.people.rules import (
    AccessibleFormat,
    ContactMethod,
    RelationshipKind,
    ServiceKind,
)

NEW = "new"
ADDRESS = "address"
KNOWN = (
    "Somebody of this service with this name is known already. Choose them from the "
    "list, or press the button again if it is somebody else."
)
WHICH = "Choose one of these people, or say that it is somebody else."
MOST_OFFERED = 20
MOST_LISTED = 500

PERSON = Fieldset(
    "The person",
    *("name", "phone", "email", "preferred_method", "language"),
    *("interpreter_needed", "accessible_format"),
)
ROLE = Fieldset(
    "Who they are to the child",
    *("relationship", "parental_responsibility", "lives_with_child", "copy_agreed"),
    *("do_not_contact", "do_not_contact_reason"),
)


class AdultFields(forms.Form):
    """An adult's own details."""

    name = LineField(label="Name", max_length=200)
    phone = phone_field()
    email = email_field()
    preferred_method = forms.ChoiceField(
        label="How they want to be reached",
        choices=ContactMethod.choices,
        initial=ContactMethod.POST,
    )
    language = LineField(
        label="Language, if not English", required=False, max_length=60
    )
    interpreter_needed = tick("An interpreter is needed")
    accessible_format = forms.ChoiceField(
        label="How we write to them",
        choices=AccessibleFormat.choices,
        initial=AccessibleFormat.STANDARD,
    )


class RoleFields(forms.Form):
    """Who an adult is to the child."""

    relationship = forms.ChoiceField(
        label="Relationship", choices=[("", "Choose"), *RelationshipKind.choices]
    )
    parental_responsibility = tick(
        "Has parental responsibility", "Letters about decisions go to them."
    )
    lives_with_child = tick("Lives with the child")
    copy_agreed = tick(
        "The young person agreed that they get copies of letters",
        "Counts from the end of compulsory school age.",
    )
    do_not_contact = tick("Do not contact", "Nothing is sent to them.")
    do_not_contact_reason = needed_at_times(
        LineField(
            label="Why they must not be contacted",
            required=False,
            max_length=300,
            help_text="Where “Do not contact” is ticked.",
        )
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("do_not_contact") and not cleaned.get("do_not_contact_reason"):
            self.add_error(
                "do_not_contact_reason", "Say why this person must not be contacted."
            )
        return cleaned


class ContactAddForm(AdultFields, RoleFields, PageForm):
    """Somebody around the child: an adult known already, or a new one."""

    submit_label = "Add the contact"

    adult = forms.ChoiceField(
        label="Is it one of these people?",
        widget=forms.RadioSelect,
        error_messages={"required": WHICH},
    )
    compared = forms.CharField(widget=forms.HiddenInput, required=False)
    starts_on = DayField(label="A contact since", not_after="today", subject="The date")

    def __init__(self, request: Any, *, child: Child, **options: Any) -> None:
        super().__init__(request, **options)
        self.offered = {str(adult.pk): adult for adult in self._offer(child)}
        choices = [(pk, _described(adult)) for pk, adult in self.offered.items()]
        self.fields["adult"].choices = [
            *choices,
            (NEW, "No, somebody else: I give the details below"),
        ]
        if not self.offered:
            del self.fields["adult"]
        self.fields["name"].required = self.data.get("adult") not in self.offered
        self.initial["compared"] = ",".join(self.offered)
        self.initial["starts_on"] = clock.today()

    def layout_fields(self) -> list[Any]:
        offered = ["adult"] if self.offered else []
        return ["compared", *offered, PERSON, ROLE, "starts_on"]

    def _offer(self, child: Child) -> list[Adult]:
        """Adults of children at the same postcode, and those like the one typed."""
        user: User = self.request.user  # type: ignore[assignment]
        today = clock.today()
        known = Adult.objects.known_to(user).not_of(child, on=today)
        home = child.addresses.in_force(on=today).first()
        near = Adult.objects.none()
        if home and home.postcode:
            near = known.around(home.postcode, on=today)
        typed = {n: self._typed(n) for n in ("name", "phone", "email")}
        found = near.union(known.alike(**typed)).values_list("pk")[:MOST_OFFERED]
        children = Contact.objects.visible_to(user).select_related("child")
        return list(
            Adult.objects.filter(pk__in=[pk for (pk,) in found])
            .prefetch_related(Prefetch("contacts", queryset=children.order_by("pk")))
            .order_by("name", "pk")
        )

    def _typed(self, name: str) -> str:
        text = str(self.data.get(name, "")) if self.is_bound else ""
        return " ".join(text.replace("\x00", "").split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        seen = set(cleaned.pop("compared", "").split(","))
        self.data["compared"] = ",".join(self.offered)
        chosen = self.offered.get(cleaned.get("adult", ""))
        decided = cleaned.get("adult") == NEW and set(self.offered) <= seen
        if self.offered and not (chosen or decided or self.has_error("adult")):
            self.add_error("adult", WHICH)
        cleaned["adult"] = chosen
        return cleaned


def _described(adult: Adult) -> str:
    """Say enough of an adult to tell them from another of the same name."""
    roles = [
        f"{contact.get_relationship_display().lower()} of {contact.child}"
        for contact in adult.contacts.all()
    ]
    reach = [part for part in (adult.phone, adult.email) if part]
    return "; ".join([adult.name, *roles[:3], *reach])


class ContactEditForm(RoleFields, PageForm):
    """Who an adult is to the child, changed."""

    submit_label = "Save the changes"

    def layout_fields(self) -> list[Any]:
        return [ROLE]


class AdultEditForm(AdultFields, PageForm):
    """An adult's own details, changed for all their children."""

    submit_label = "Save the changes"

    def layout_fields(self) -> list[Any]:
        return [PERSON]


class WithholdingSetForm(PageForm):
    """What one of the contacts must never be told."""

    submit_label = "Withhold it"

    hidden_from = forms.ModelChoiceField(
        queryset=Contact.objects.none(),
        label="Who must not be told",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose who must not be told."},
    )
    about = forms.ChoiceField(
        label="What is withheld",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is withheld."},
    )
    reason = ParagraphField(
        label="Why",
        error_messages={"required": "Say why."},
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, request: Any, *, child: Child, **options: Any) -> None:
        super().__init__(request, **options)
        contacts = child.contacts.not_over(on=clock.today()).for_page()
        self.contacts = {str(contact.pk): contact for contact in contacts}
        self.fields["hidden_from"].queryset = contacts
        self.fields["about"].choices = [
            (ADDRESS, "The child’s address"),
            *((pk, f"Everything about {one}") for pk, one in self.contacts.items()),
        ]

    def clean_about(self) -> Contact | None:
        return self.contacts.get(self.cleaned_data["about"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("about") and cleaned["about"] == cleaned.get("hidden_from"):
            self.add_error(
                "about", "Somebody’s own details cannot be withheld from them."
            )
        return cleaned


class WithholdingLiftForm(PageForm):
    """Allowing something withheld to be told again."""

    submit_label = "No longer withhold it"

    reason = ParagraphField(
        label="Why it may be told again",
        error_messages={"required": "Say why."},
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


REACHED = ("organisation", "phone", "email", "address")
"""What is kept of a professional besides name and service."""


def postal_field() -> ParagraphField:
    """Ask where letters to a professional go."""
    return ParagraphField(
        label="Postal address",
        required=False,
        max_length=300,
        help_text="With the postcode. Letters that ask for advice are printed with it.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ProfessionalEditForm(PageForm):
    """How a professional is called and reached."""

    submit_label = "Save"

    name = LineField(label="Name", max_length=200)
    organisation = LineField(label="Organisation", required=False, max_length=200)
    phone = phone_field()
    email = email_field()
    address = postal_field()

    def __init__(self, request: Any, *, record: Professional) -> None:
        known = {name: getattr(record, name) for name in ("name", *REACHED)}
        super().__init__(request, record=record, initial=known)


class InvolvementStartForm(PageForm):
    """A professional who works with the child: one known, or a new one."""

    submit_label = "Save"

    professional = forms.ChoiceField(
        label="Somebody known already",
        required=False,
        choices=[("", "Nobody of these")],
    )
    compared = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label="Service", choices=[("", "Choose"), *ServiceKind.choices]
    )
    name = LineField(label="Name", max_length=200)
    organisation = LineField(label="Organisation", required=False, max_length=200)
    phone = phone_field()
    email = email_field()
    address = postal_field()
    starts_on = DayField(label="Involved since", subject="The date")

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.known = {str(one.pk): one for one in self._offer()}
        for name in ("kind", "name"):
            self.fields[name].required = self.data.get("professional") not in self.known
        services = groupby(self.known.values(), key=lambda one: one.kind)
        self.fields["professional"].choices = [
            ("", "Nobody of these"),
            *(
                (ServiceKind(kind).label, [(one.pk, _listed(one)) for one in group])
                for kind, group in services
            ),
        ]

    def layout_fields(self) -> list[Any]:
        known = ["professional"] if self.known else []
        new = ("kind", "name", *REACHED)
        return ["compared", *known, Fieldset("Or somebody new", *new), "starts_on"]

    def _offer(self) -> list[Professional]:
        """Everybody known, or those of the same name where they are too many."""
        known = list(Professional.objects.for_choice()[: MOST_LISTED + 1])
        return known if len(known) <= MOST_LISTED else self._namesakes()

    def _namesakes(self) -> list[Professional]:
        kind, name = (
            " ".join(str(self.data.get(n, "")).replace("\x00", "").split())
            for n in ("kind", "name")
        )
        found = Professional.objects.alike(kind=kind, name=name).for_choice()
        return list(found[:MOST_OFFERED]) if kind and name else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen = cleaned.pop("compared", "")
        chosen = self.known.get(cleaned.get("professional") or "")
        cleaned["professional"] = chosen
        if chosen:
            for name in ("kind", "name", *REACHED):
                cleaned.pop(name, None)
            return cleaned
        same = [str(one.pk) for one in self._namesakes()]
        self.data["compared"] = ",".join(same)
        if same and self.data["compared"] != seen:
            self.add_error("professional", KNOWN)
        return cleaned


def _listed(one: Professional) -> str:
    return f"{one.name}, {one.organisation}" if one.organisation else one.name
