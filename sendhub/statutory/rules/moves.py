"""When a family moves to another council's area: rules TF-01 to TF-05.

SEND Regulations 2014, regs. 15 and 16. The plan moves with the child and nothing in it
lapses.
"""

from dataclasses import dataclass
from datetime import timedelta

from sendhub.statutory.clocks.kinds import With
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import reviews as periods
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Limit, Reckoned, Rule
from sendhub.statutory.sources import reviews as sources
from sendhub.statutory.sources.source import Evidence
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OnMoving(FromTables):
    """The day of the move, or the end of a period from learning of it if later.

    Who learns of the move in time has until the day itself; who learns late has the
    whole period. Where nothing is said of it, the move was known in time.
    """

    aware: str
    late: Periods
    act: str

    @property
    def facts(self) -> tuple[str, ...]:
        return ("move", self.aware)

    @property
    def period(self) -> str:
        return (
            f"the day of the move, or {self.late.latest.length} beginning with the day"
            " of learning of it if that is later"
        )

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.late,)

    def reckon(self, given: Given) -> Reckoned:
        _, move = given.first(("move",))
        begins = given.day(self.aware) or move
        law = self.late.in_force(begins)
        due = move
        known = given.day(self.aware)
        why = "the day of the move, which was known in time"
        if known is None:
            why = "the day of the move, if it was known in time"
        if known and (end := law.length.end(begins)) > move:
            due = end
            why = (
                f"{law.length.words} beginning with {date_words(begins)}, the day it"
                " learned of the move"
            )
        return Reckoned(
            begins=begins,
            dates=Dates(due=due),
            source=law.source,
            evidence=law.evidence,
            explanation=f"{self.act} by {date_words(due)}: {why}.",
        )


@dataclass(frozen=True)
class LaterReview:
    """Twelve months from the plan or its last review, or three from its transfer."""

    since_review: Periods = periods.REVIEW_OF_TRANSFERRED
    since_transfer: Periods = periods.REVIEW_AFTER_TRANSFER

    @property
    def facts(self) -> tuple[str, ...]:
        return ("transfer_date", "previous_review_completed", "plan_date")

    @property
    def period(self) -> str:
        return (
            f"{self.since_review.latest.length} from the last review, or"
            f" {self.since_transfer.latest.length} from the transfer if later"
        )

    @property
    def evidence(self) -> Evidence:
        return self.since_transfer.latest.evidence

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.since_review, self.since_transfer)

    def reckon(self, given: Given) -> Reckoned:
        _, moved = given.first(("transfer_date",))
        event, last = given.first(("previous_review_completed", "plan_date"))
        year, soon = (
            self.since_review.in_force(last),
            self.since_transfer.in_force(moved),
        )
        ends = {year.length.end(last): year, soon.length.end(moved): soon}
        due = max(ends)
        law = ends[due]
        why = (
            f"{law.length.words} from {event.event} on {date_words(last)}"
            if law is year
            else f"{law.length.words} from the transfer on {date_words(moved)}"
        )
        return Reckoned(
            begins=moved,
            dates=Dates(due=due, strict_before=due - ONE_DAY),
            source=law.source,
            evidence=law.evidence,
            explanation=(
                f"The new council must review the plan by {date_words(due)}: {why},"
                " which is the later of the two dates the law gives."
            ),
        )


TF_01 = Rule(
    id="TF-01",
    title="Transfer the plan to the new council",
    trigger="The family moves to another council's area",
    who="The old council",
    clock=OnMoving(
        "old_la_aware",
        periods.TRANSFER_PLAN,
        "The old council must pass your plan to the new one",
    ),
    met_by=("plan_transferred",),
    sources=(sources.MOVE,),
    note=(
        "Fifteen working days run only for a council that learned of the move less than"
        " fifteen working days before it; the day of learning is the first of them, and"
        " they never end before the move itself."
    ),
)

TF_02 = Rule(
    id="TF-02",
    title="Tell the family what happens after the transfer",
    trigger="The plan is transferred to the new council",
    who="The new council",
    clock=Limit(
        ("transfer_date",),
        periods.TELL_OF_TRANSFER,
        "The new council must tell you that it has your plan, whether it will assess"
        " again and when it will review the plan, within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("family_told_of_transfer",),
    sources=(sources.MOVE_TOLD,),
)

TF_03 = Rule(
    id="TF-03",
    title="Review the plan after the transfer",
    trigger="The plan is transferred to the new council",
    who="The new council",
    clock=LaterReview(),
    met_by=("review_completed",),
    sources=(sources.MOVE_REVIEW,),
    note=(
        "Counted from the review, plan or transfer, that day left out. The Regulations"
        " say 'before the expiry', and if their periods are read as beginning with that"
        " day they end a day earlier: the earlier date shown is the safe one. The three"
        " months are not yet checked against the Regulations."
    ),
)

TF_04 = Rule(
    id="TF-04",
    title="Keep to the plan from the day of the transfer",
    trigger="The plan is transferred to the new council",
    who="The new council",
    clock=With(
        "transfer_date",
        "From {begins}, the day of the transfer, the new council must provide and pay"
        " for everything in the plan as if it had made it.",
        sources.MOVED_FROM,
        Evidence.LAW,
    ),
    met_by=("plan_secured",),
    sources=(sources.MOVED_FROM, sources.CODE_ON_MOVES),
    note="The plan keeps its own date; the fees of the school are paid until amended.",
)

TF_05 = Rule(
    id="TF-05",
    title="Tell the new health commissioner of the move",
    trigger="The family moves to the area of another health commissioner",
    who="The old health commissioner",
    clock=OnMoving(
        "old_icb_aware",
        periods.TELL_NEW_ICB_OF_MOVE,
        "The old health commissioner must tell the new one about the plan",
    ),
    met_by=("new_icb_notified",),
    sources=(sources.HEALTH_MOVE,),
    note=(
        "As for the plan itself (TF-01): fifteen working days, the day of learning of"
        " the move being the first, and never before the move."
    ),
)

TF_05A = Rule(
    id="TF-05a",
    title="Tell the new health commissioner of another change",
    trigger="The health commissioner changes without a move to another council",
    who="The old health commissioner",
    clock=Limit(
        ("old_icb_aware",),
        periods.TELL_NEW_ICB,
        "The old health commissioner must tell the new one about the plan within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("new_icb_notified",),
    sources=(sources.HEALTH_MOVE,),
    note="Counted from becoming aware: that day is not the first, unlike TF-05.",
)

TF_05B = Rule(
    id="TF-05b",
    title="Ask for a review where health provision cannot be secured",
    trigger="The new health commissioner is told that it is responsible",
    who="The new health commissioner",
    clock=Limit(
        ("new_icb_notified",),
        periods.NEW_ICB_ASKS,
        "If the new health commissioner cannot arrange the health provision in the"
        " plan, it must ask the council for a review or an assessment within {period}"
        " of {event} on {begins}: by {due}.",
    ),
    met_by=("icb_request_received",),
    sources=(sources.HEALTH_MOVE,),
    note="The council must do as it is asked.",
)

RULES = (TF_01, TF_02, TF_03, TF_04, TF_05, TF_05A, TF_05B)
