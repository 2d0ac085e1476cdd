"""The adults and professionals around a child, where they live, what is withheld."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.people.models.periods import Dated, ends_after_start, one_at_a_time
from sendhub.people.querysets import (
    AddressQuerySet,
    AdultQuerySet,
    ContactQuerySet,
    InvolvementQuerySet,
    ProfessionalQuerySet,
    WithholdingQuerySet,
    digits_of,
)
from sendhub.people.rules import (
    AccessibleFormat,
    ContactMethod,
    RelationshipKind,
    ServiceKind,
)
from sendhub.people.triggers import CONTACTS_OF_THE_CHILD


@kept()
class Adult(Versioned):
    """A parent, carer or other adult; recorded once however many children they have."""

    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField("e-mail", blank=True)
    preferred_method = models.CharField(
        "preferred way to be reached",
        max_length=10,
        choices=ContactMethod,
        default=ContactMethod.POST,
    )
    language = models.CharField(max_length=60, blank=True)
    interpreter_needed = models.BooleanField("an interpreter is needed", default=False)
    accessible_format = models.CharField(
        max_length=20, choices=AccessibleFormat, default=AccessibleFormat.STANDARD
    )

    objects = AdultQuerySet.as_manager()

    class Meta(Versioned.Meta):
        indexes = [
            models.Index(fields=["name", "id"], name="people_adult_by_name"),
            models.Index(Upper("name"), name="people_adult_by_same_name"),
            models.Index(Upper("email"), name="people_adult_by_email"),
            models.Index(digits_of("phone"), name="people_adult_by_phone"),
        ]

    def __str__(self) -> str:
        return self.name


@kept()
class Contact(Dated, Versioned):
    """Who an adult is to a child, and whether they are written to (PPL-3)."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="contacts"
    )
    adult = models.ForeignKey(
        "people.Adult", on_delete=models.PROTECT, related_name="contacts"
    )
    relationship = models.CharField(max_length=20, choices=RelationshipKind)
    parental_responsibility = models.BooleanField(default=False)
    lives_with_child = models.BooleanField("lives with the child", default=False)
    do_not_contact = models.BooleanField("do not contact", default=False)
    do_not_contact_reason = models.CharField(max_length=300, blank=True)
    copy_agreed = models.BooleanField(
        "the young person agreed to copies of letters", default=False
    )

    objects = ContactQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            ends_after_start("people_contact_ends_after_start"),
            one_at_a_time("people_contact_one_at_a_time", "child", "adult"),
            models.CheckConstraint(
                condition=Q(do_not_contact=False) | ~Q(do_not_contact_reason=""),
                name="people_contact_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adult} ({self.get_relationship_display().lower()})"


@kept()
class Address(Dated, Versioned):
    """Where a child or an adult lives, with its history."""

    child = models.ForeignKey(
        "people.Child",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="addresses",
    )
    adult = models.ForeignKey(
        "people.Adult",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="addresses",
    )
    lines = models.CharField("address", max_length=300)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)

    objects = AddressQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "addresses"
        constraints = [
            ends_after_start("people_address_ends_after_start"),
            models.CheckConstraint(
                condition=Q(child__isnull=False, adult__isnull=True)
                | Q(child__isnull=True, adult__isnull=False),
                name="people_address_of_child_or_adult",
            ),
            one_at_a_time(
                "people_address_one_at_a_time",
                "child",
                condition=Q(child__isnull=False),
            ),
            one_at_a_time(
                "people_address_adult_one_at_a_time",
                "adult",
                condition=Q(adult__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["postcode"], name="people_address_by_postcode"),
            models.Index(
                fields=["postcode"],
                opclasses=["varchar_pattern_ops"],
                condition=Q(child__isnull=False),
                name="people_address_by_district",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(
            part for part in (self.lines, self.town, self.postcode) if part
        )


@kept()
class Withholding(Versioned):
    """What is never printed in anything that goes to one of the contacts (PPL-12).

    Either the child's address (`about` empty) or everything about another contact.
    """

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="withholdings"
    )
    hidden_from = models.ForeignKey(
        "people.Contact", on_delete=models.PROTECT, related_name="withheld_from_them"
    )
    about = models.ForeignKey(
        "people.Contact",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withheld_about_them",
    )
    reason = models.CharField(max_length=300)
    set_by = person(null=False)
    set_at = models.DateTimeField()
    lifted_by = person()
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = WithholdingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, CONTACTS_OF_THE_CHILD]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_by__isnull=True, lifted_at__isnull=True)
                | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="people_withholding_lifted_by_and_when",
            ),
            models.CheckConstraint(
                condition=Q(about__isnull=True) | ~Q(about=models.F("hidden_from")),
                name="people_withholding_from_another",
            ),
            models.UniqueConstraint(
                fields=["hidden_from", "about"],
                condition=Q(lifted_at__isnull=True),
                nulls_distinct=False,
                name="people_withholding_once",
            ),
        ]

    def __str__(self) -> str:
        what = self.about or "the child's address"
        return f"{what} is withheld from {self.hidden_from}"


@kept()
class Professional(Versioned):
    """A person or service that works with children, kept once for all of them."""

    name = models.CharField(max_length=200)
    kind = models.CharField("service", max_length=30, choices=ServiceKind)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=30, blank=True)
    address = models.CharField("postal address", max_length=300, blank=True)

    objects = ProfessionalQuerySet.as_manager()

    class Meta(Versioned.Meta):
        indexes = [
            models.Index(fields=["kind", "name", "id"], name="people_professional_kind")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_kind_display()})"


@kept()
class Involvement(Dated, Versioned):
    """A professional's work with one child (PPL-4)."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="involvements"
    )
    professional = models.ForeignKey(
        "people.Professional", on_delete=models.PROTECT, related_name="involvements"
    )

    objects = InvolvementQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            ends_after_start("people_involvement_ends_after_start"),
            one_at_a_time("people_involvement_one_at_a_time", "child", "professional"),
        ]

    def __str__(self) -> str:
        return str(self.professional)
