"""Filters on the adults and professionals around children, and where they live."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import CharField, Func, Q, QuerySet, Value

from sendhub.people.querysets.scoped import ChildScopedQuerySet, DatedQuerySet
from sendhub.people.rules import Withheld, may_disclose
from sendhub.schools.rules import Point

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def digits_of(column: str) -> Func:
    """The digits of a phone number, however it was spaced."""
    return Func(
        column,
        Value("[^0-9]"),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=CharField(),
    )


class AdultQuerySet(QuerySet):
    """Parents, carers and other adults."""

    def known_to(self, user: "User") -> Self:
        """Adults around the children this person may see."""
        contacts = apps.get_model("people.Contact").objects
        return self.filter(pk__in=contacts.visible_to(user).values("adult"))

    def around(self, postcode: str, *, on: date) -> Self:
        """Adults of the children who live at a postcode now."""
        children = apps.get_model("people.Child").objects
        here = children.living_at(postcode, on=on)
        contacts = apps.get_model("people.Contact").objects.in_force(on=on)
        return self.filter(pk__in=contacts.filter(child__in=here).values("adult"))

    def alike(self, *, name: str, phone: str, email: str) -> Self:
        """Adults with the same name, phone number or e-mail address."""
        same = Q(name__iexact=name) if name else Q(pk__in=[])
        if email:
            same |= Q(email__iexact=email)
        digits = re.sub(r"\D", "", phone)
        if len(digits) > 5:
            same |= Q(digits=digits)
        return self.alias(digits=digits_of("phone")).filter(same)

    def not_of(self, child: Any, *, on: date) -> Self:
        """Adults who are not a contact of this child already."""
        contacts = apps.get_model("people.Contact").objects
        there = contacts.of_child(child).not_over(on=on)
        return self.exclude(pk__in=there.values("adult"))


class PostcodeQuerySet(QuerySet):
    """What is known of postcodes."""

    def places(self, codes: Iterable[str]) -> dict[str, Point]:
        """Where these postcodes are; those of which nobody knows are left out."""
        known = self.filter(code__in=set(codes), easting__isnull=False)
        rows = known.values_list("code", "easting", "northing")
        return {code: Point(easting, northing) for code, easting, northing in rows}


class WithholdingQuerySet(ChildScopedQuerySet):
    """What is withheld from whom."""

    def visible_to(self, user: "User") -> Self:
        """Marks of the children in sight; not what a merge left with an alias."""
        aliases = apps.get_model("people.Child").objects.merged()
        return super().visible_to(user).exclude(child__in=aliases)

    def in_force(self) -> Self:
        """Marks not lifted."""
        return self.filter(lifted_at__isnull=True)

    def for_page(self) -> Self:
        """What one line about a mark shows."""
        return self.select_related(
            "hidden_from__adult", "about__adult", "set_by"
        ).order_by("pk")

    def facts(self) -> list[Withheld]:
        """The marks as the rule reads them."""
        pairs = self.values_list("hidden_from__adult", "about__adult")
        return [Withheld(hidden_from, about) for hidden_from, about in pairs]


class ContactQuerySet(DatedQuerySet):
    """Who adults are to children."""

    def for_page(self) -> Self:
        """What a contact's card shows."""
        return self.select_related("adult").order_by(
            "-parental_responsibility", "adult__name", "pk"
        )

    def at_home(self, *, on: date) -> Self:
        """Contacts who live with the child."""
        return self.in_force(on=on).filter(lives_with_child=True)

    def disclosable_to(self, contact: Any, *, on: date) -> Self:
        """Contacts of the child who may be named in what goes to one of them."""
        withheld, at_home = _marks(contact, on=on)
        others = self.of_child(contact.child_id)
        kept = [
            adult
            for adult in others.values_list("adult", flat=True)
            if may_disclose(
                adult,
                to=contact.adult_id,
                withheld=withheld,
                at_home=at_home,
                address=False,
            )
        ]
        return others.filter(adult__in=kept)


class AddressQuerySet(DatedQuerySet):
    """Where children and adults live."""

    def visible_to(self, user: "User") -> Self:
        """Addresses of the children in sight, and of the adults around them."""
        children = apps.get_model("people.Child").objects.visible_to(user)
        adults = apps.get_model("people.Adult").objects.known_to(user)
        return self.filter(
            Q(child__in=children) | Q(child__isnull=True, adult__in=adults)
        )

    def around_child(self, child: Any) -> Self:
        """Addresses of a child and of the adults around them."""
        contacts = apps.get_model("people.Contact").objects.of_child(child)
        return self.filter(Q(child=child) | Q(adult__in=contacts.values("adult")))

    def disclosable_to(self, contact: Any, *, on: date) -> Self:
        """Addresses around the child that may be printed for one of the contacts."""
        withheld, at_home = _marks(contact, on=on)
        rule = {"to": contact.adult_id, "withheld": withheld, "at_home": at_home}
        contacts = apps.get_model("people.Contact").objects.of_child(contact.child_id)
        adults = set(contacts.values_list("adult", flat=True))
        shown = Q(adult__in=[adult for adult in adults if may_disclose(adult, **rule)])
        if may_disclose(None, **rule):
            shown |= Q(child=contact.child_id)
        return self.filter(shown)


def _marks(contact: Any, *, on: date) -> tuple[list[Withheld], set[int]]:
    """What is withheld on a contact's child, and who lives with the child."""
    withholdings = apps.get_model("people.Withholding").objects
    contacts = apps.get_model("people.Contact").objects
    marks = withholdings.of_child(contact.child_id).in_force().facts()
    at_home = contacts.of_child(contact.child_id).at_home(on=on)
    return marks, set(at_home.values_list("adult", flat=True))


class ProfessionalQuerySet(QuerySet):
    """Professionals and services."""

    def for_choice(self) -> Self:
        """In the order of a list to choose from."""
        return self.order_by("kind", "name", "pk")

    def called(self, names: Iterable[str]) -> Self:
        """Those of one of these names, or of an organisation of the name."""
        return self.filter(Q(name__in=names) | Q(organisation__in=names))

    def alike(self, *, kind: str, name: str) -> Self:
        """Professionals of one service with the same name."""
        return self.filter(kind=kind, name__iexact=name)
