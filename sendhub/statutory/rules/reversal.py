"""A refusal to assess that was reversed: rule NA-15 and its four routes.

An order, an unopposed appeal and a mediation agreement start a clock of their own. A
council that only changes its mind is still bound by the twenty weeks from the request:
R (W) v Hertfordshire CC [2023] EWHC 3138 (Admin).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.exemptions import COUNCIL
from sendhub.statutory.facts.given import FACTS, Given
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.periods import reversals as times
from sendhub.statutory.periods.in_force import InForce, Periods
from sendhub.statutory.rule import Dates, FromTables, Reckoned, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words

AGREED = "refused_then_agreed_to_assess"
REQUEST = ("request_received", "became_responsible")
NO_ROUTE = (
    "Counting from the day the council agreed to assess, {begins}, it should refuse a"
    " plan by {due_not_to_issue} or send the final plan by {due}; but without an order,"
    " an unopposed notice or a mediation agreement the original twenty weeks still bind"
)


@dataclass(frozen=True)
class Route:
    """One way in which a refusal is reversed: what starts its clock, and its times."""

    start: str
    after: str
    source: Source
    notify: Periods
    refuse: Periods
    plan: Periods

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.plan, self.notify, self.refuse)


ROUTES: Mapping[str, Route] = {
    "order": Route(
        "tribunal_order_to_assess",
        "the tribunal's order",
        sources.AFTER_ORDER_TO_ASSESS,
        times.ORDERED_NOTIFY,
        times.ORDERED_REFUSE,
        times.ORDERED_PLAN,
    ),
    "unopposed": Route(
        "unopposed_notice",
        "telling the tribunal that it does not oppose the appeal",
        sources.UNOPPOSED_APPEAL,
        times.UNOPPOSED_NOTIFY,
        times.UNOPPOSED_REFUSE,
        times.UNOPPOSED_PLAN,
    ),
    "mediation": Route(
        "mediation_agreement_to_assess",
        "the mediation agreement",
        sources.MEDIATION_AGREEMENT,
        times.ORDERED_NOTIFY,
        times.ORDERED_REFUSE,
        times.ORDERED_PLAN,
    ),
}
OWN_STARTS = tuple(route.start for route in ROUTES.values())


@dataclass(frozen=True)
class Reversal(FromTables):
    """The clock of the route that was taken; of no route, both readings."""

    @property
    def facts(self) -> tuple[str, ...]:
        return (AGREED, "route", *OWN_STARTS, *REQUEST, "agreed_by")

    @property
    def tables(self) -> tuple[Periods, ...]:
        routes = (table for route in ROUTES.values() for table in route.tables)
        return (
            times.AGREED_PLAN,
            times.AGREED_REFUSE,
            *dict.fromkeys(routes),
            periods.SEND_FINAL_PLAN,
            periods.DECIDE_NOT_TO_ISSUE,
        )

    def reckon(self, given: Given) -> Reckoned:
        name = route_taken(given)
        if name == "informal":
            return from_the_request(given)
        if name is None:
            return from_agreeing(given)
        route = ROUTES[name]
        _, begins = given.first((route.start, AGREED))
        agreed_by = given.earliest_since(begins, ("agreed_by",))
        if agreed_by is not None:
            return as_agreed(given, name, begins, agreed_by)
        return from_the_act(route, begins)


def route_taken(given: Given) -> str | None:
    """The route that was named, or that one of its own facts gives away."""
    named = given.said("route")
    shown = [name for name, route in ROUTES.items() if given.day(route.start)]
    others = [name for name in shown if named is not None and name != named]
    if others or len(shown) > 1:
        label = FACTS[ROUTES[(others or shown)[-1]].start].label.lower()
        raise FactsDisagree(
            f"{given.rule_id}: the route is '{named or shown[0]}', but there is also a"
            f" date for '{ROUTES[(others or shown)[-1]].start}' ({label})."
        )
    return named or (shown[0] if shown else None)


def from_the_act(route: Route, begins: date) -> Reckoned:
    """Two, ten and fourteen weeks from the order, notice or agreement."""
    law = route.plan.in_force(begins)
    due = law.length.end(begins)
    notify = end(route.notify, begins)
    refuse = end(route.refuse, begins)
    return Reckoned(
        begins=begins,
        dates=Dates(due=due, due_notify=notify, due_not_to_issue=refuse),
        source=route.source,
        evidence=law.evidence,
        explanation=(
            f"From {route.after} on {date_words(begins)} the council must tell you by"
            f" {date_words(notify)} that it assesses, and either refuse a plan by"
            f" {date_words(refuse)} or send the final plan by {date_words(due)}."
        ),
    )


def as_agreed(given: Given, name: str, begins: date, agreed_by: date) -> Reckoned:
    """The date that the parties agreed in writing at mediation (reg. 42)."""
    if name != "mediation":
        raise FactsDisagree(
            f"{given.rule_id}: only at mediation can another date be agreed, and the"
            f" route is '{name}'."
        )
    return Reckoned(
        begins=begins,
        dates=Dates(due=agreed_by),
        source=sources.MEDIATION_AGREEMENT,
        evidence=Evidence.LAW,
        explanation=(
            f"The mediation agreement of {date_words(begins)} sets its own date in"
            " writing: the council must send the final plan by"
            f" {date_words(agreed_by)}."
        ),
    )


def original(given: Given) -> tuple[date, InForce, date]:
    """When the first clock started, its law, and when its twenty weeks end."""
    _, begins = given.first(REQUEST)
    law = periods.SEND_FINAL_PLAN.in_force(begins)
    return begins, law, law.length.end(begins)


def from_the_request(given: Given) -> Reckoned:
    """The twenty weeks, and the sixteen, that never stopped."""
    begins, law, due = original(given)
    agreed = given.day(AGREED)
    if agreed is not None and agreed < begins:
        raise FactsDisagree(
            f"{given.rule_id}: the council cannot have agreed on {date_words(agreed)},"
            f" before the request of {date_words(begins)}."
        )
    return Reckoned(
        begins=begins,
        dates=Dates(due=due, due_not_to_issue=end(periods.DECIDE_NOT_TO_ISSUE, begins)),
        source=sources.W_V_HERTFORDSHIRE,
        evidence=Evidence.LAW,
        explanation=(
            "The council changed its mind without an order, an unopposed notice or a"
            f" mediation agreement, so the {law.length.words} from the request on"
            f" {date_words(begins)} still bind: the final plan is due by"
            f" {date_words(due)}."
        ),
    )


def from_agreeing(given: Given) -> Reckoned:
    """Ten and fourteen weeks, and a warning that the twenty may bind instead."""
    _, begins = given.first((AGREED,))
    law = times.AGREED_PLAN.in_force(begins)
    due = law.length.end(begins)
    refuse = end(times.AGREED_REFUSE, begins)
    known = any(given.day(name) for name in REQUEST)
    first = original(given)[2] if known else None
    ends = "counted from the request, whose day is not given here"
    if first:
        ends = (
            f"until {date_words(first)}, so only a plan sent by"
            f" {date_words(min(first, due))} is in time in any case"
        )
    words = NO_ROUTE.format(
        begins=date_words(begins),
        due=date_words(due),
        due_not_to_issue=date_words(refuse),
    )
    return Reckoned(
        begins=begins,
        dates=Dates(due=due, due_not_to_issue=refuse, final_by=first),
        source=law.source,
        evidence=law.evidence,
        explanation=f"{words}, {ends}.",
    )


def end(table: Periods, begins: date) -> date:
    return table.in_force(begins).length.end(begins)


NA_15 = Rule(
    id="NA-15",
    title="Send the final plan after a refusal to assess was reversed",
    trigger="The council first refuses to assess and then does, by one of four routes",
    who="The council",
    clock=Reversal(),
    met_by=("plan_sent",),
    sources=(
        sources.OMBUDSMAN_ON_REVERSAL,
        sources.AFTER_ORDER_TO_ASSESS,
        sources.UNOPPOSED_APPEAL,
        sources.MEDIATION_AGREEMENT,
        sources.W_V_HERTFORDSHIRE,
        sources.TIME_FOR_FINAL_PLAN,
        sources.DECISION_NOT_TO_ISSUE,
    ),
    exemption=(
        "Only where it is impractical for one of the reasons of NA-04. No new date"
        " takes its place."
    ),
    excuses=COUNCIL,
    note=(
        "Order, unopposed appeal and mediation agreement: two weeks to tell the family,"
        " ten to refuse a plan, fourteen to the final plan. Informal: the twenty weeks"
        " from the request. The ombudsman counts ten and fourteen weeks from agreeing"
        " in general, which the High Court's reading contradicts for an informal"
        " change of mind: with no route named, both are shown."
    ),
)

RULES = (NA_15,)
