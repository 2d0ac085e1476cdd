"""Numbers by which systems of others know a child (PPL-13)."""

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core.errors import RuleBroken
from sendhub.people import identifiers
from sendhub.people.identifiers import Elsewhere
from sendhub.people.models import Child, ExternalNumber


@transaction.atomic
def number_add(*, child: Child, system: str, number: str, by: User) -> ExternalNumber:
    """Record a child's number in another system."""
    child = Child.objects.select_for_update(of=("self",)).get(pk=child.pk)
    made = ExternalNumber.objects.create(
        child=child, system=system, number=identifiers.number_elsewhere(number)
    )
    system_words = Elsewhere(system).label
    record("people.number_add", by=by, child=child, about=made, system=system_words)
    return made


@transaction.atomic
def number_remove(*, child: Child, number_id: int, by: User) -> None:
    """Take away a number that is wrong or no longer used; the history keeps it."""
    theirs = ExternalNumber.objects.select_for_update(of=("self",)).filter(child=child)
    number = theirs.filter(pk=number_id).first()
    if number is None:
        raise RuleBroken("This number has been removed already.")
    system = number.get_system_display()
    record("people.number_remove", by=by, child=child, about=number, system=system)
    number.delete()
