"""The clocks of a needs assessment: what is due, and what the facts have met. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sendhub.casework.rules import Ended, Wanted, is_wait
from sendhub.ehcps.rules.assessment import REASSESSING, Begun, Stage
from sendhub.ehcps.rules.ceasing import CEASING_TITLE
from sendhub.ehcps.rules.commissioner import COMMISSIONER_TITLES
from sendhub.ehcps.rules.dates import due
from sendhub.ehcps.rules.moves import MOVE_TITLES
from sendhub.ehcps.rules.reversal import STEPS, Refusal, Reversed, dates_after

NO_LIMIT = date.max
"""Where a request stands that runs towards no limit: after all others."""


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
    reversals: tuple[Reversed, ...] = ()
    begun: Begun = Begun.REQUEST

    def restarted(self, of: Refusal) -> Reversed | None:
        """The reversal of a refusal that started a clock of its own."""
        return next((r for r in self.reversals if r.of is of and r.restarts), None)


TITLES: Mapping[str, str] = {
    "RA-01": "Tell the family whether we will assess again",
    "NA-03": "Tell the family whether we will assess",
    "NA-08": "Tell the family whether we will issue a plan",
    "NA-11": "Family's comments on the draft",
    "NA-13": "Send the final plan",
    "RA-03": "Finish the re-assessment",
}
REVERSED_TITLES: Mapping[str, str] = {
    "RA-01": "Tell the family whether we will assess again",
    "NA-15": "After a refusal to assess was reversed",
    "TR-02a": "After an order to make a plan",
    "TR-03": "After an appeal that was not opposed",
    "ME-07": "After an agreement in mediation",
}
CLOSED_AT: Mapping[Stage, frozenset[str]] = {
    Stage.REFUSED: frozenset({"NA-08", "NA-11", "NA-13"}),
    Stage.NOT_ISSUED: frozenset({"NA-11", "NA-13", "RA-03"}),
    Stage.WITHDRAWN: frozenset(TITLES),
    Stage.ISSUED: frozenset({"NA-11"}),
}
KINDS_OF_DEADLINE: Mapping[str, str] = {
    **TITLES,
    **REVERSED_TITLES,
    "NA-07": "Advice for an assessment",
    "CE-04": CEASING_TITLE,
    **MOVE_TITLES,
    **COMMISSIONER_TITLES,
}
STARTS: Mapping[Begun, str] = {
    Begun.REQUEST: "request_received",
    Begun.RESPONSIBLE: "became_responsible",
}
NO_PLAN_AT = frozenset({Stage.NOT_ISSUED, Stage.WITHDRAWN})


def questions(facts: ClockFacts) -> Mapping[str, Mapping[str, Any]]:
    """The rules that this assessment asks, each with the facts it is asked with."""
    asked: dict[str, Mapping[str, Any]] = {}
    if facts.begun in REASSESSING:
        asked |= _again(facts)
    else:
        from_request = {STARTS[facts.begun]: facts.received_on}
        asked |= dict.fromkeys(("NA-03", "NA-08", "NA-13"), from_request)
    if facts.draft_served_on:
        asked["NA-11"] = {"draft_served": facts.draft_served_on}
    asked |= dict(turned.question for turned in facts.reversals if turned.restarts)
    return asked


def _again(facts: ClockFacts) -> dict[str, Mapping[str, Any]]:
    """Fifteen days to decide on a re-assessment, fourteen weeks to finish it (s44)."""
    if facts.begun is Begun.OWN:
        return {"RA-03": {"reassessment_decided": facts.assess_told_on}}
    asked: dict[str, Mapping[str, Any]] = {
        "RA-01": {"reassessment_requested": facts.received_on}
    }
    turned = next((r for r in facts.reversals if r.of is Refusal.ASSESS), None)
    agreed_on = turned.happened_on if turned else facts.assess_told_on
    if agreed_on and facts.stage is not Stage.REFUSED:
        asked["RA-03"] = {"reassessment_agreed_notified": agreed_on}
    return asked


def deadlines_wanted(facts: ClockFacts) -> list[Wanted]:
    """The deadlines that the facts ask for now, in the order they come.

    What was recorded by mistake asks for none, and never did.
    """
    if facts.stage is Stage.MISTAKE:
        return []
    wanted = _from_the_request(facts)
    anew = facts.restarted(Refusal.ASSESS)
    if anew:
        given_up = facts.stage in NO_PLAN_AT or facts.restarted(Refusal.ISSUE)
        wanted += _after(anew, facts, no_plan=bool(given_up))
    anew = facts.restarted(Refusal.ISSUE)
    if anew:
        wanted += _after(anew, facts, no_plan=facts.stage in NO_PLAN_AT)
    return wanted


def limit_ahead(wanted: Iterable[Wanted]) -> Wanted | None:
    """The limit that an assessment runs towards now; waiting for others is none."""
    open_ones = [w for w in wanted if w.ended is Ended.OPEN and not is_wait(w.rule)]
    return min(open_ones, key=lambda want: want.due_on, default=None)


def _from_the_request(facts: ClockFacts) -> list[Wanted]:
    """Six, sixteen and twenty weeks, and the days to comment (regs 5, 10, 13)."""
    met = {
        "NA-03": facts.assess_told_on,
        "NA-08": facts.issue_told_on,
        "NA-11": facts.comments_on,
        "NA-13": facts.plan_sent_on,
        "RA-01": facts.assess_told_on,
        "RA-03": _finished_again(facts),
    }
    closed = CLOSED_AT.get(facts.stage, frozenset()) | _replaced(facts)
    if facts.comments_on:
        closed |= {"NA-11"}
    asked = questions(facts)
    return [
        _limit(rule, asked[rule], met[rule], closed) for rule in TITLES if rule in asked
    ]


def _finished_again(facts: ClockFacts) -> date | None:
    """A re-assessment ends with the amended plan, or word that the plan stays."""
    unchanged = facts.stage is Stage.NOT_ISSUED
    return facts.issue_told_on if unchanged else facts.plan_sent_on


def _replaced(facts: ClockFacts) -> frozenset[str]:
    """The limits of the request whose place a reversal's own clock took."""
    if facts.restarted(Refusal.ASSESS):
        return frozenset({"NA-08", "NA-13", "RA-03"})
    return frozenset({"NA-13"} if facts.restarted(Refusal.ISSUE) else ())


FIELDS: Mapping[str, str] = {"NA-11": "served_on"}


def _limit(
    rule: str, asked: Mapping[str, Any], met_on: date | None, closed: frozenset[str]
) -> Wanted:
    until = due(rule, FIELDS.get(rule, "received_on"), **asked)
    if rule == "NA-11" and met_on and met_on > until:
        met_on = None
    void = met_on is None and rule in closed
    return Wanted(rule, TITLES[rule], until, met_on=met_on, void=void)


def _after(turned: Reversed, facts: ClockFacts, *, no_plan: bool) -> list[Wanted]:
    """The dates that a reversal sets, in place of the request's."""
    rule, _ = turned.question
    met = {
        "notify": turned.told_on,
        "refuse": facts.issue_told_on,
        "draft": facts.draft_served_on,
        "final": facts.plan_sent_on,
    }
    closed = set(STEPS) if facts.stage is Stage.WITHDRAWN else set()
    if no_plan:
        closed.add("final")
    if facts.stage is Stage.DRAFT_SENT:
        closed.add("draft")
    return [
        Wanted(
            rule,
            STEPS[step],
            until,
            met_on=met[step],
            void=met[step] is None and step in closed,
            step=step,
        )
        for step, until in dates_after(turned).items()
    ]
