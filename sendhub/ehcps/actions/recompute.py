"""Bringing all the deadlines of a case in line with the rule book."""

from sendhub.casework.models import Case
from sendhub.ehcps.actions.ceasing import ceasing_clock_refresh
from sendhub.ehcps.actions.clocks import (
    clocks_refresh,
    commissioner_clock_refresh,
    move_in_clock_refresh,
    move_out_clock_refresh,
)
from sendhub.ehcps.models import Ceasing, CommissionerChange, MoveIn, MoveOut


def case_requests_hold(case: Case) -> None:
    """Lock the requests of a case: as its deadlines change, their next limits do.

    Every act on a request takes it before the case, and so does whoever recomputes.
    """
    list(case.assessments.open().select_for_update(of=("self",)).order_by("pk"))


def case_clocks_refresh(case: Case) -> None:
    """Recompute the deadlines of all that is open on a case."""
    for assessment in case.assessments.open():
        clocks_refresh(assessment)
    for ceasing in Ceasing.objects.open().filter(plan__case=case):
        ceasing_clock_refresh(ceasing)
    for came in MoveIn.objects.filter(case=case).for_page():
        move_in_clock_refresh(came)
    for change in CommissionerChange.objects.filter(plan__case=case).for_page():
        commissioner_clock_refresh(change)
    for goes in MoveOut.objects.open().filter(case=case).for_page():
        move_out_clock_refresh(goes)
