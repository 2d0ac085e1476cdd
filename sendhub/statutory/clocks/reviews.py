"""How the dates of a review are worked out where two limits meet."""

from dataclasses import dataclass
from datetime import date

from sendhub.statutory.counting.lengths import Length
from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import reviews as periods
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Reckoned
from sendhub.statutory.sources import reviews as sources
from sendhub.statutory.sources.source import Evidence
from sendhub.statutory.words import date_words

YEAR = ("anniversary", "previous_review_completed", "plan_date")
"""The twelve-month date, or an event from which it can be worked out."""


def anniversary(given: Given) -> date | None:
    """The date by which the review must be complete, if it can be known (AR-01)."""
    said = given.day("anniversary")
    since = given.day("previous_review_completed") or given.day("plan_date")
    if said is None and since is not None:
        return periods.COMPLETE_REVIEW.in_force(since).length.end(since)
    return said


@dataclass(frozen=True)
class WithinTheYear(FromTables):
    """So long after the meeting, and never later than the twelve-month date."""

    after_meeting: Periods
    act: str

    @property
    def facts(self) -> tuple[str, ...]:
        return ("meeting", *YEAR)

    @property
    def period(self) -> str:
        return (
            f"{self.after_meeting.latest.length}, and no later than the 12-month date"
        )

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.after_meeting,)

    def reckon(self, given: Given) -> Reckoned:
        _, meeting = given.first(("meeting",))
        law = self.after_meeting.in_force(meeting)
        weeks = law.length.end(meeting)
        year = anniversary(given)
        due = weeks if year is None else min(weeks, year)
        if due == weeks:
            why = (
                f"within {law.length.words} of the review meeting on"
                f" {date_words(meeting)}"
            )
        else:
            why = (
                "the review must be complete within twelve months, which is sooner than"
                f" {law.length.words} after the meeting on {date_words(meeting)}"
            )
        return Reckoned(
            begins=meeting,
            dates=Dates(due=due),
            source=law.source if due == weeks else sources.CODE_ON_COMPLETION,
            evidence=law.evidence if due == weeks else Evidence.SECONDARY,
            explanation=f"{self.act} by {date_words(due)}: {why}.",
        )


@dataclass(frozen=True)
class Complete(FromTables):
    """The twelve-month date, or sooner if a meeting was held: a review is its decision.

    The last safe meeting leaves the whole time for deciding before the twelve months.
    """

    year: Periods = periods.COMPLETE_REVIEW
    after_meeting: Periods = periods.DECIDE_AFTER_MEETING

    @property
    def facts(self) -> tuple[str, ...]:
        return (*YEAR, "meeting")

    @property
    def period(self) -> str:
        return (
            f"{self.year.latest.length}, or {self.after_meeting.latest.length} after"
            " the meeting if sooner"
        )

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.year, self.after_meeting)

    def reckon(self, given: Given) -> Reckoned:
        year = anniversary(given)
        if year is None:
            raise given.missing(YEAR)
        since = given.day("previous_review_completed") or given.day("plan_date")
        meeting = given.day("meeting")
        law = self.year.in_force(meeting or since or year)
        weeks = self.after_meeting.in_force(meeting or since or year).length
        due = min(year, weeks.end(meeting)) if meeting else year
        safe = weeks.back(year)
        why = self.why(weeks, meeting, safe)
        return Reckoned(
            begins=meeting or since,
            dates=Dates(due=due, last_safe_meeting=safe),
            source=law.source,
            evidence=law.evidence,
            explanation=(
                "A review is complete only when the council tells you its decision: by"
                f" {date_words(due)}, {why}."
            ),
        )

    def why(self, weeks: Length, meeting: date | None, safe: date) -> str:
        """What the date has to do with the meeting, held or not."""
        if meeting is None:
            return f"which is safe if the meeting is held by {date_words(safe)}"
        on = f"the meeting on {date_words(meeting)}"
        if meeting <= safe:
            return f"within {weeks.words} of {on}"
        return (
            f"when the twelve months end, for {on} came after {date_words(safe)}, the"
            f" last day that leaves {weeks.words} to decide"
        )


def by_notice(notice: date | None, reg22_due: date | None, due: date) -> str:
    """The other reading of a late notice, where it gives another date."""
    if notice is None or reg22_due is None or reg22_due == due:
        return ""
    return (
        f", though counted from the late notice of {date_words(notice)} it would be"
        f" {date_words(reg22_due)}"
    )


@dataclass(frozen=True)
class AmendedPlan(FromTables):
    """Eight weeks from the notice, and never later than twelve from the meeting.

    After a late notice the two readings part: regulation 22(3) counts from the notice
    as it was sent, the ombudsman and the court from the meeting. The stricter counts,
    and both are shown.
    """

    after_notice: Periods = periods.AMEND_AFTER_NOTICE
    after_meeting: Periods = periods.AMEND_AFTER_MEETING

    @property
    def facts(self) -> tuple[str, ...]:
        return ("amendment_notice", "meeting")

    @property
    def period(self) -> str:
        return (
            f"{self.after_notice.latest.length} from the notice, and no later than"
            f" {self.after_meeting.latest.length} from the meeting"
        )

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.after_notice, self.after_meeting)

    def reckon(self, given: Given) -> Reckoned:
        notice, meeting = given.day("amendment_notice"), given.day("meeting")
        if notice and meeting and notice < meeting:
            raise FactsDisagree(
                f"{given.rule_id}: the notice of amendments is {date_words(notice)},"
                f" before the meeting on {date_words(meeting)}."
            )
        _, begins = given.first(self.facts)
        laws = {}
        if meeting:
            law = self.after_meeting.in_force(meeting)
            laws[law.length.end(meeting)] = law, "the review meeting", meeting
        final_by = next(iter(laws), None)
        reg22_due = None
        if notice:
            law = self.after_notice.in_force(notice)
            reg22_due = law.length.end(notice)
            laws[reg22_due] = law, "sending the notice of amendments", notice
        due = min(laws)
        law, event, on = laws[due]
        other = by_notice(notice, reg22_due, due)
        return Reckoned(
            begins=begins,
            dates=Dates(due=due, final_by=final_by, reg22_due=reg22_due),
            source=law.source,
            evidence=law.evidence,
            explanation=(
                "The council must send you the amended plan within"
                f" {law.length.words} of {event} on {date_words(on)}: by"
                f" {date_words(due)}{other}."
            ),
        )
