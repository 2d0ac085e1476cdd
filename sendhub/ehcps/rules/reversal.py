"""A refusal that is reversed, and the clock that each route starts. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.assessment import Stage
from sendhub.ehcps.rules.dates import check_order
from sendhub.statutory.words import date_words


class Refusal(TextChoices):
    """A decision that the family may appeal."""

    ASSESS = "assess", "The decision not to assess"
    ISSUE = "issue", "The decision not to issue a plan"


class Route(TextChoices):
    """How a refusal came to be reversed; each has its own clock (NA-15)."""

    ORDER = "order", "The tribunal ordered it, also by consent"
    UNOPPOSED = "unopposed", "The council told the tribunal that it does not oppose"
    MEDIATION = "mediation", "It was agreed in writing in mediation"
    INFORMAL = "informal", "The council changed its mind, with none of these"


REFUSED_AT: Mapping[Stage, Refusal] = {
    Stage.REFUSED: Refusal.ASSESS,
    Stage.NOT_ISSUED: Refusal.ISSUE,
}
GOES_ON_AT: Mapping[Refusal, Stage] = {
    Refusal.ASSESS: Stage.ASSESSING,
    Refusal.ISSUE: Stage.ISSUING,
}

ASSESS_FACT: Mapping[Route, str] = {
    Route.ORDER: "tribunal_order_to_assess",
    Route.UNOPPOSED: "unopposed_notice",
    Route.MEDIATION: "mediation_agreement_to_assess",
}
ISSUE_RULE: Mapping[Route, tuple[str, str]] = {
    Route.ORDER: ("TR-02a", "tribunal_order"),
    Route.UNOPPOSED: ("TR-03", "unopposed_notice"),
    Route.MEDIATION: ("ME-07", "mediation_agreement"),
}
REFUSAL_TO_ISSUE = "refusal to issue"

STEPS: Mapping[str, str] = {
    "notify": "Tell the family that we now assess",
    "refuse": "Tell the family if there will be no plan",
    "draft": "Send the draft plan",
    "final": "Send the final plan",
}


@dataclass(frozen=True)
class Reversed:
    """One refusal that was reversed: by which route, and on which day."""

    of: Refusal
    route: Route
    happened_on: date
    agreed_by: date | None = None
    told_on: date | None = None

    @property
    def restarts(self) -> bool:
        """Whether it starts a clock of its own, in place of the request's."""
        return self.route is not Route.INFORMAL

    @property
    def question(self) -> tuple[str, dict[str, Any]]:
        """The rule that holds now, and the facts it is asked with."""
        agreed = {"agreed_by": self.agreed_by} if self.agreed_by else {}
        if self.of is Refusal.ASSESS:
            start = ASSESS_FACT[self.route]
            route = {"route": self.route.value, start: self.happened_on}
            return "NA-15", route | agreed
        rule, start = ISSUE_RULE[self.route]
        matter = {} if rule == "TR-02a" else {"matter": REFUSAL_TO_ISSUE}
        return rule, {start: self.happened_on} | matter | agreed


def dates_after(turned: Reversed) -> Mapping[str, date]:
    """The days that a reversal sets, by step (NA-15; regs 42, 44 and 45)."""
    rule, facts = turned.question
    try:
        answer = statutory.answer(rule, as_at=turned.happened_on, **facts)
    except statutory.StatutoryError as error:
        raise RuleBroken(str(error), "happened_on") from error
    found = {
        "notify": answer.due_notify,
        "refuse": answer.due_not_to_issue,
        "draft": answer.due_draft,
        "final": answer.due,
    }
    return {step: on for step, on in found.items() if on}


def refusal_of(stage: Stage) -> Refusal:
    """The refusal that an assessment ended with."""
    if stage not in REFUSED_AT:
        raise RuleBroken("Only a refusal can be reversed; this was not refused.")
    return REFUSED_AT[stage]


def check_not_refused(stage: Stage) -> None:
    """A refusal is not decided again: it is reversed, or there is a new request."""
    if stage in REFUSED_AT:
        raise RuleBroken(
            "This was refused, and the family was told. Record that the refusal was "
            "reversed, or log a new request."
        )


def check_reversal(turned: Reversed, *, refused_on: date) -> None:
    """Refuse days out of order, and another date where nobody agreed one."""
    check_order(
        turned.happened_on,
        after=refused_on,
        what="the refusal",
        field="happened_on",
    )
    if turned.told_on:
        check_told(turned.told_on, happened_on=turned.happened_on)
    if not turned.agreed_by:
        return
    if turned.route is not Route.MEDIATION:
        raise RuleBroken("Another date can be agreed only in mediation.", "agreed_by")
    if turned.agreed_by < turned.happened_on:
        raise RuleBroken(
            f"The agreement is of {date_words(turned.happened_on)}: the date agreed "
            "for the plan cannot be earlier.",
            "agreed_by",
        )


def check_told(told_on: date, *, happened_on: date) -> None:
    """The family cannot hear of it before it happened."""
    check_order(told_on, after=happened_on, what="the reversal", field="told_on")
