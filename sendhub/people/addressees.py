"""Who is written to about a child: the rule, put to the child's contacts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sendhub import statutory
from sendhub.people import rules
from sendhub.people.models import Child, Contact
from sendhub.people.rules import ContactFacts, RelationshipKind
from sendhub.statutory.people import RightsHolder


@dataclass(frozen=True)
class WrittenTo:
    """The people a letter goes to, and whose the rights are."""

    holder: RightsHolder
    changes_on: date
    young_person: bool
    contacts: list[Contact]
    copies: list[Contact]

    @property
    def nobody(self) -> bool:
        """Whether there is nobody to write to."""
        return not (self.young_person or self.contacts)


def written_to(child: Child, contacts: Iterable[Contact], *, on: date) -> WrittenTo:
    """Decide who is written to on a day; `contacts` come with their adults (PPL-3)."""
    known = {contact.pk: contact for contact in contacts}
    decided = rules.addressees(
        born_on=child.born_on,
        died_on=child.died_on,
        lacks_capacity=child.lacks_capacity,
        contacts=[_facts(contact, on) for contact in known.values()],
        on=on,
    )
    return WrittenTo(
        holder=statutory.people.rights_holder(
            child.born_on, on, lacks_capacity=child.lacks_capacity
        ),
        changes_on=statutory.people.compulsory_school_age_ends(child.born_on),
        young_person=decided.young_person,
        contacts=[known[pk] for pk in decided.contacts],
        copies=[known[pk] for pk in decided.copies],
    )


def _facts(contact: Contact, on: date) -> ContactFacts:
    ended = contact.ends_on is not None and contact.ends_on < on
    return ContactFacts(
        contact_id=contact.pk,
        parental_responsibility=contact.parental_responsibility,
        do_not_contact=contact.do_not_contact,
        copy_agreed=contact.copy_agreed,
        is_representative=contact.relationship == RelationshipKind.REPRESENTATIVE,
        in_force=contact.starts_on <= on and not ended,
    )
