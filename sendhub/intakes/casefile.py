"""What notices and referrals show on a case and on the child's page."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended
from sendhub.core import clock
from sendhub.intakes.models import Intake
from sendhub.people.models import Child


def case_section(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows: each notice or referral, the latest on top."""
    found = Intake.objects.filter(case=case).for_page().newest_first()
    return {"shown": shown(found), "may_read": user.may(Permission.NOTE_VIEW)}


def child_panel(child: Child, user: User) -> Mapping[str, Any]:
    """What the child's page shows; nothing where there is nothing to see or do."""
    found = Intake.objects.of_child(child).counted().visible_to(user)
    rows = shown(found.for_page().newest_first())
    logs = user.may(Permission.INTAKE_LOG) and not child.died_on
    if not rows and not logs:
        return {}
    url = reverse("intakes:intake-log", args=[child.pk]) if logs else ""
    return {"shown": rows, "log_url": url}


def shown(found: Any) -> list[tuple[Intake, int, int]]:
    """Each with the weeks waited and the days left; asks the database nothing more."""
    today = clock.today()
    return [
        (
            intake,
            intake.weeks_waited(on=today),
            ((intake.limit_on or today) - today).days,
        )
        for intake in found
    ]


def deadline_url(deadline: Deadline) -> str:
    """The page on which a deadline's act is done."""
    if deadline.ended == Ended.OPEN and deadline.rule == "EY-01":
        return reverse("intakes:intake-answer", args=[deadline.about_id])
    return deadline.case.get_absolute_url()


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is.

    Support goes on after its referral has ended.
    """
    if Intake.objects.open().filter(case=case).exists():
        return "a notice or referral in hand"
    supported = Intake.objects.filter(case=case).supported().exists()
    return "early years support" if supported else ""
