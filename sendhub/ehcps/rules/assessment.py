"""Stages and dates of a needs assessment. Pure."""

from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.core.errors import RuleBroken
from sendhub.core.workflow import Workflow
from sendhub.statutory.words import date_words

TOO_OLD = 25
LONG_AGO = timedelta(days=366)


class Stage(TextChoices):
    """Where a needs assessment stands."""

    REQUESTED = "requested", "Request received"
    REFUSED = "refused", "Not assessed"
    ASSESSING = "assessing", "Assessing"
    NOT_ISSUED = "not_issued", "Assessed, no plan"
    ISSUING = "issuing", "Plan being drafted"
    DRAFT_SENT = "draft_sent", "Draft sent"
    ISSUED = "issued", "Plan issued"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MISTAKE = "mistake", "Recorded by mistake"


class Begun(TextChoices):
    """What the time of an assessment runs from (SEND Regulations 2014, reg. 5(1))."""

    REQUEST = "request", "A request"
    RESPONSIBLE = "responsible", "We became responsible without a request"
    AGAIN = "again", "A request to assess again"
    OWN = "own", "Our own decision to assess again"


REASSESSING = frozenset({Begun.AGAIN, Begun.OWN})
STAGES_AGAIN: dict[Stage, str] = {
    Stage.REQUESTED: "Asked to assess again",
    Stage.REFUSED: "Not assessed again",
    Stage.ASSESSING: "Assessing again",
    Stage.NOT_ISSUED: "Plan unchanged",
    Stage.ISSUING: "Plan being amended",
    Stage.ISSUED: "Plan amended",
}
"""What a stage is called while the child has a plan already."""
WORKFLOW: Workflow[Stage] = Workflow(
    {
        Stage.REQUESTED: {
            Stage.ASSESSING,
            Stage.REFUSED,
            Stage.WITHDRAWN,
            Stage.MISTAKE,
        },
        Stage.REFUSED: {Stage.ASSESSING, Stage.MISTAKE},
        Stage.ASSESSING: {
            Stage.ISSUING,
            Stage.NOT_ISSUED,
            Stage.WITHDRAWN,
            Stage.MISTAKE,
        },
        Stage.NOT_ISSUED: {Stage.ISSUING, Stage.MISTAKE},
        Stage.WITHDRAWN: {Stage.MISTAKE},
        Stage.ISSUING: {Stage.DRAFT_SENT, Stage.WITHDRAWN},
        Stage.DRAFT_SENT: {Stage.DRAFT_SENT, Stage.ISSUED, Stage.WITHDRAWN},
    }
)


OPEN = frozenset({Stage.REQUESTED, Stage.ASSESSING, Stage.ISSUING, Stage.DRAFT_SENT})


TONES: dict[Stage, str] = {
    Stage.REQUESTED: "info",
    Stage.ASSESSING: "info",
    Stage.ISSUING: "soon",
    Stage.DRAFT_SENT: "soon",
    Stage.ISSUED: "good",
    Stage.REFUSED: "plain",
    Stage.NOT_ISSUED: "plain",
    Stage.WITHDRAWN: "plain",
    Stage.MISTAKE: "plain",
}


def check_may_void(stage: Stage, hangs_on_it: str) -> None:
    """Refuse to take for a mistake what more was built on.

    `hangs_on_it` names what was, or "".
    """
    if stage in (Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED):
        hangs_on_it = "A plan"
    if hangs_on_it:
        raise RuleBroken(f"{hangs_on_it} hangs on this request: it stays.")
    WORKFLOW.check(stage, Stage.MISTAKE)


def check_counts(stage: Stage) -> None:
    """What was recorded by mistake is left as it is: nothing is added to it."""
    if stage is Stage.MISTAKE:
        raise RuleBroken("This request was recorded by mistake: nothing of it counts.")


def check_dates_usual(*, born_on: date, received_on: date, on: date) -> None:
    """Ask about dates that are more often a slip of the year than true."""
    odd = []
    if on - received_on > LONG_AGO:
        odd.append("this was received more than a year ago")
    if statutory.people.age_on(born_on, received_on) < 1:
        odd.append(f"the child was not yet one (born on {date_words(born_on)})")
    if odd:
        raise RuleBroken(
            f"By these dates {' and '.join(odd)}. Check the year. If the dates are "
            "right, tick the box.",
            "dates_checked",
        )


def check_may_request(
    *, born_on: date, died_on: date | None, received_on: date, has_plan: bool
) -> None:
    """Refuse a request that the law does not know (CFA 2014 s36(1), s83(7))."""
    if died_on:
        raise RuleBroken("This child has died.")
    if received_on < born_on:
        raise RuleBroken(
            f"The child was born on {date_words(born_on)}: a request "
            "cannot be earlier.",
            "received_on",
        )
    if statutory.people.age_on(born_on, received_on) >= TOO_OLD:
        raise RuleBroken(
            "A needs assessment can only be asked for until the 25th birthday.",
            "received_on",
        )
    if has_plan:
        raise RuleBroken(
            "The child has a live plan: a new request would be for a re-assessment."
        )
