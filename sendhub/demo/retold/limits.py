"""The deadlines of lives that lie earlier: bank and school holidays fall otherwise."""

from collections.abc import Collection, Iterable
from itertools import chain

from django.apps import apps

from sendhub.casework.limits import Differing, deadline_of
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended
from sendhub.demo.retold.statements import run
from sendhub.ehcps.asked import limits_differing as of_assessments
from sendhub.intakes.asked import limits_differing as of_intakes


def deadlines_again(children: Collection[int]) -> int:
    """Set every deadline of these children as the rule book says; how many changed.

    For copies whose `days` are not 0. The rule book is asked as `manage.py verify`
    asks it, and only what differs is written.
    """
    found = list(chain(of_assessments(children), of_intakes(children)))
    _set_right(found)
    _make_missing(one for one in found if one.have is None)
    run(
        "UPDATE ehcps_advice v SET due_on = d.due_on FROM casework_deadline d"
        " WHERE d.about_type = 'ehcps.advice' AND d.about_id = v.id"
        " AND d.rule = 'NA-07' AND d.child_id = ANY(%(children)s)"
        " AND v.due_on IS DISTINCT FROM d.due_on",
        children=list(children),
    )
    return len(found)


def _set_right(found: Iterable[Differing]) -> None:
    """Write what the facts ask for; what they no longer ask for is void."""
    rows = [
        (one.have.pk, one.want.due_on, one.want.met_on, str(one.want.ended))
        if one.want
        else (one.have.pk, one.have.due_on, None, str(Ended.VOID))
        for one in found
        if one.have
    ]
    if rows:
        pks, due, met, ended = map(list, zip(*rows, strict=True))
        run(
            "UPDATE casework_deadline d SET due_on = n.due_on, met_on = n.met_on,"
            " ended = n.ended FROM unnest(%(pks)s::bigint[], %(due)s::date[],"
            " %(met)s::date[], %(ended)s::text[]) n(id, due_on, met_on, ended)"
            " WHERE n.id = d.id",
            pks=pks,
            due=due,
            met=met,
            ended=ended,
        )


def _make_missing(found: Iterable[Differing]) -> None:
    """Make deadlines that the original's dates did not ask for."""
    new = []
    for one in found:
        if one.want is None:
            continue
        about = apps.get_model(one.kind)._default_manager.get(pk=one.about_id)
        case = Case.objects.get(pk=about.case_id)
        new.append(deadline_of(case, one.kind, one.about_id, one.want))
    Deadline.objects.bulk_create(new)
