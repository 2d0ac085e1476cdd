"""Stages and dates of a needs assessment. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken
from sendhub.core.workflow import Workflow
from sendhub.ehcps.rules.dates import due
from sendhub.people.rules import words

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


WORKFLOW: Workflow[Stage] = Workflow(
    {
        Stage.REQUESTED: {Stage.ASSESSING, Stage.REFUSED, Stage.WITHDRAWN},
        Stage.ASSESSING: {Stage.ISSUING, Stage.NOT_ISSUED, Stage.WITHDRAWN},
        Stage.ISSUING: {Stage.DRAFT_SENT, Stage.WITHDRAWN},
        Stage.DRAFT_SENT: {Stage.DRAFT_SENT, Stage.ISSUED, Stage.WITHDRAWN},
    }
)


OPEN = frozenset(WORKFLOW.moves)


TONES: dict[Stage, str] = {
    Stage.REQUESTED: "info",
    Stage.ASSESSING: "info",
    Stage.ISSUING: "soon",
    Stage.DRAFT_SENT: "soon",
    Stage.ISSUED: "good",
    Stage.REFUSED: "plain",
    Stage.NOT_ISSUED: "plain",
    Stage.WITHDRAWN: "plain",
}


@dataclass(frozen=True)
class ClockFacts:
    """The dates of one assessment that its clocks run on."""

    stage: Stage
    received_on: date
    assess_told_on: date | None = None
    issue_told_on: date | None = None
    draft_served_on: date | None = None
    plan_sent_on: date | None = None
    comments_on: date | None = None


TITLES: Mapping[str, str] = {
    "NA-03": "Tell the family whether we will assess",
    "NA-08": "Tell the family whether we will issue a plan",
    "NA-11": "Family's comments on the draft",
    "NA-13": "Send the final plan",
}


CLOCK_FACT: Mapping[str, str] = {
    "NA-03": "request_received",
    "NA-08": "request_received",
    "NA-11": "draft_served",
    "NA-13": "request_received",
}


NEXT_LIMIT: Mapping[Stage, str] = {
    Stage.REQUESTED: "NA-03",
    Stage.ASSESSING: "NA-08",
    Stage.ISSUING: "NA-13",
    Stage.DRAFT_SENT: "NA-13",
}


CLOSED_AT: Mapping[Stage, frozenset[str]] = {
    Stage.REFUSED: frozenset({"NA-08", "NA-11", "NA-13"}),
    Stage.NOT_ISSUED: frozenset({"NA-11", "NA-13"}),
    Stage.WITHDRAWN: frozenset(TITLES),
    Stage.ISSUED: frozenset({"NA-11"}),
}


def limits(facts: ClockFacts) -> list[tuple[str, date, date | None]]:
    """Every limit of the assessment: rule, due, met (regs 5, 10 and 13)."""
    start = {"request_received": facts.received_on}
    found = [
        ("NA-03", due("NA-03", "received_on", **start), facts.assess_told_on),
        ("NA-08", due("NA-08", "received_on", **start), facts.issue_told_on),
        ("NA-13", due("NA-13", "received_on", **start), facts.plan_sent_on),
    ]
    if facts.draft_served_on:
        until = due("NA-11", "served_on", draft_served=facts.draft_served_on)
        heard = facts.comments_on
        found.insert(2, ("NA-11", until, heard if heard and heard <= until else None))
    return found


def deadlines_wanted(facts: ClockFacts) -> list[Wanted]:
    """The deadlines that the facts ask for now."""
    closed = CLOSED_AT.get(facts.stage, frozenset())
    if facts.comments_on:
        closed |= {"NA-11"}
    return [
        Wanted(rule, TITLES[rule], due, met_on=met, void=met is None and rule in closed)
        for rule, due, met in limits(facts)
    ]


def check_dates_usual(*, born_on: date, received_on: date, on: date) -> None:
    """Ask about dates that are more often a slip of the year than true."""
    odd = []
    if on - received_on > LONG_AGO:
        odd.append("this was received more than a year ago")
    if statutory.people.age_on(born_on, received_on) < 1:
        odd.append(f"the child was not yet one (born on {words(born_on)})")
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
            f"The child was born on {words(born_on)}: a request cannot be earlier.",
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
