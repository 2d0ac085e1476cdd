"""Bringing two records of one child together, and taking them apart again (PPL-8)."""

from collections.abc import Collection

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.staleness import who_changed
from sendhub.people import merge_choices, merging, reactions
from sendhub.people.actions.child import check_born_before_everything, name_again
from sendhub.people.actions.merge_log import MergeLog, put_back
from sendhub.people.actions.places import locality_of
from sendhub.people.actions.restriction import settle
from sendhub.people.models import Address, Child, Contact, Merge, Withholding

NAMES = ["sort_name", "search_text"]


@transaction.atomic
def children_merge(
    *, kept: Child, other: Child, taken: Collection[str], shown: str, by: User
) -> Merge:
    """Bring two records of one child together; the other becomes an alias of the kept.

    `taken`: the details (`merge_choices`) that the other record has right. `shown`:
    which versions of both the page had shown.
    """
    kept, other = _locked(kept, other, by=by)
    reasons = merging.hindrances(kept, other, on=clock.today())
    if reasons:
        raise RuleBroken(" ".join(reasons))
    _check_shown(shown, kept, other)
    merge = Merge(kept=kept, other=other, merged_by=by, merged_at=clock.now())
    log = MergeLog()
    reactions.children_merged.run(kept=kept, other=other, log=log)
    settle(other, by=by)
    _move_everything(kept, other, log)
    for_kept, for_alias = merge_choices.exchanged(kept, other, taken)
    log.change(other, merged_into_id=kept.pk, **for_alias)
    if for_kept:
        log.change(kept, **for_kept)
    _follow_home(kept, log)
    _name_both(kept)
    check_born_before_everything(kept)
    merge.changes = log.finished()
    merge.save()
    also = "".join(f"; {words}" for words in log.said)
    record("people.children_merge", by=by, child=kept, about=merge, also=also)
    return merge


def shown_of(kept: Child, other: Child) -> str:
    """What a page remembers of the two records it shows."""
    return f"{kept.version}-{other.version}"


def _locked(kept: Child, other: Child, *, by: User) -> tuple[Child, Child]:
    """Take both rows in the order of their keys, so that two merges never wait on
    each other; nobody merges what they may not see."""
    ids = [kept.pk, other.pk]
    rows = Child.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    found = {child.pk: child for child in rows}
    seen = Child.objects.visible_to(by).filter(pk__in=ids)
    merged = any(child.merged_into_id for child in found.values())
    if not merged and len(found) != seen.count():
        raise RuleBroken("You may not open both records.")
    return found[kept.pk], found[other.pk]


def _check_shown(shown: str, kept: Child, other: Child) -> None:
    if shown == shown_of(kept, other):
        return
    versions = shown.split("-")
    changed = kept if versions[0] != str(kept.version) else other
    raise RuleBroken(
        f"{who_changed(changed)} changed {changed} while you had this page open. Open "
        "it again and compare the two records."
    )


def _move_everything(kept: Child, other: Child, log: MergeLog) -> None:
    """Put every row of the other record on the kept one, but what that has already."""
    same_contacts: dict[int, int] = {}
    for key in merging.moving():
        twins = merging.twins(key, kept, other)
        if key.model is Contact:
            same_contacts = {row.pk: mine.pk for row, mine in twins.items()}
        there = {row.pk for row in twins}
        for row in merging.rows_of(key, other).exclude(pk__in=there):
            if key.model is Withholding:
                _move_withholding(row, kept, same_contacts, log)
            else:
                log.change(row, **{key.attname: kept.pk})


def _move_withholding(
    row: Withholding, kept: Child, same: dict[int, int], log: MergeLog
) -> None:
    """What is withheld on the other record is withheld on the kept one too.

    `same`: contacts who stay on the other record, by whom the kept one has instead.
    """
    hidden_from = same.get(row.hidden_from_id, row.hidden_from_id)
    about = same.get(row.about_id, row.about_id) if row.about_id else None
    both_stay = row.hidden_from_id in same and row.about_id in {None, *same}
    again = Withholding.objects.of_child(kept).in_force()
    known = again.filter(hidden_from=hidden_from, about=about).exists()
    if both_stay and (row.lifted_at or known):
        return
    log.change(row, child_id=kept.pk, hidden_from_id=hidden_from, about_id=about)


def _follow_home(kept: Child, log: MergeLog) -> None:
    """The locality team follows from the address that came along (PPL-9)."""
    came = [c["pk"] for c in log.changes if c["model"] == Address._meta.label_lower]
    home = kept.addresses.filter(pk__in=came, ends_on=None).first()
    if home is not None:
        team = locality_of(home.postcode)
        log.change(kept, team_id=team.pk if team else None)


def _name_both(*children: Child) -> None:
    """Bring the names that lists and search use up to date."""
    for child in children:
        child.refresh_from_db()
        name_again(child)
        child.save(update_fields=NAMES)


@transaction.atomic
def merge_undo(*, merge: Merge, reason: str, by: User) -> Merge:
    """Take two records apart again, where nothing since depends on their merge."""
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    ids = [row.pk for row in merging.rows_changed(merge) if row.is_child]
    touched = Child.objects.select_for_update().filter(pk__in=[merge.kept_id, *ids])
    list(touched.order_by("pk"))
    reasons = merging.dependent(merge, on=clock.today())
    if reasons:
        raise RuleBroken(" ".join(reasons))
    put_back(merging.rows_changed(merge))
    merge.refresh_from_db()
    _name_both(merge.kept, merge.other)
    merge.undone_by, merge.undone_at, merge.undo_reason = by, clock.now(), reason
    merge.save(update_fields=["undone_by", "undone_at", "undo_reason"])
    for child in (merge.kept, merge.other):
        record("people.merge_undo", by=by, child=child, about=merge, reason=reason)
    return merge
