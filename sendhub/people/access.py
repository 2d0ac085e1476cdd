"""Opening a child's file: in sight or 404, and the look is written down.

A restricted record is asked for with a key that only the search by its exact number
gives: nobody can try one record after the other.
"""

from typing import TYPE_CHECKING

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404

from sendhub.accounts.access import Request
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.core.models import Code
from sendhub.people.models import Child

if TYPE_CHECKING:
    from sendhub.people.querysets import ChildQuerySet


def open_case_file(
    request: Request, child_id: int, *, children: "ChildQuerySet | None" = None
) -> Child:
    """Open a child's file for the signed-in person and note that they looked."""
    child = child_in_sight(request, child_id, children=children)
    note_look(request, Look.Kind.CHILD, child_id=child.pk)
    return child


def child_in_sight(
    request: Request, child_id: int, *, children: "ChildQuerySet | None" = None
) -> Child:
    """Load a child for an act on the record; out of sight is 404."""
    found = Child.objects.all() if children is None else children
    child = found.visible_to(request.user).filter(pk=child_id).first()
    if child is None:
        kept = Child.objects.visible_to(request.user).filter(aliases=child_id).first()
        raise RecordMerged(kept, child_id) if kept else Http404
    _take_codes(child)
    return child


class RecordMerged(Http404):
    """A record that was merged into another, which this person may see."""

    def __init__(self, kept: Child, child_id: int) -> None:
        super().__init__(f"{child_id} was merged into {kept.pk}")
        self.kept, self.child_id = kept, child_id


def _take_codes(child: Child) -> None:
    """Load all the national codes of a child at once."""
    fields = [f for f in Child._meta.concrete_fields if f.related_model is Code]
    codes = Code.objects.in_bulk({getattr(child, f.attname) for f in fields} - {None})
    for column in fields:
        if code := codes.get(getattr(child, column.attname)):
            setattr(child, column.name, code)


SALT = "people.restricted"


def restricted_key(child_id: int) -> str:
    """What stands for a restricted record in the address of asking for it."""
    return signing.dumps(child_id, salt=SALT)


def restricted_child(key: str) -> Child:
    """The record that a key stands for; who may not open it learns nothing of it."""
    try:
        child_id = signing.loads(key, salt=SALT)
    except signing.BadSignature as wrong:
        raise Http404 from wrong
    child = get_object_or_404(Child.objects.select_related("merged_into"), pk=child_id)
    return child.merged_into or child
