"""Bringing all the deadlines of a case in line with the rule book."""

from sendhub.casework.models import Case
from sendhub.ehcps.actions.ceasing import ceasing_clock_refresh
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.models import Ceasing


def case_clocks_refresh(case: Case) -> None:
    """Recompute the deadlines of a case's open assessments and proposals to end."""
    for assessment in case.assessments.open():
        clocks_refresh(assessment)
    for ceasing in Ceasing.objects.open().filter(plan__case=case):
        ceasing_clock_refresh(ceasing)
