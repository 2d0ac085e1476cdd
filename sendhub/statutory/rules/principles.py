"""How every clock is kept: rules C-04 to C-10, which set no dates of their own."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.rule import Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.appeals import CONTACT_ADVISER
from sendhub.statutory.sources.reviews import AMENDED_PLAN, WITH_THE_DECISION
from sendhub.statutory.sources.source import Evidence, Source


def principle(
    rule_id: str,
    title: str,
    says: str,
    source: Source,
    evidence: Evidence,
    note: str,
    *further: Source,
) -> Rule:
    """A rule about all clocks, for everyone."""
    return Rule(
        id=rule_id,
        title=title,
        trigger="Any period of the timetable runs",
        who="Everyone",
        clock=Duty(says, source, evidence),
        sources=(source, *further),
        note=note,
    )


RULES = (
    principle(
        "C-04",
        "Every day counts",
        "Nights, weekends, bank holidays and school holidays all count, and only the"
        " exemptions that the law lists excuse a limit.",
        sources.TIME_FOR_FINAL_PLAN,
        Evidence.LAW,
        "Working days count only where a rule says so (C-07). Pages that count the"
        " twenty weeks in working days, or from the decision to assess, are wrong.",
    ),
    principle(
        "C-05",
        "A date stays where it falls",
        "A limit that ends on a weekend or bank holiday stays on that day and does not"
        " move to the next working day.",
        sources.COUNCIL_ON_WEEKENDS,
        Evidence.UNVERIFIED,
        "No rule that moves it was found in the Regulations; not all were seen.",
    ),
    principle(
        "C-06",
        "The tribunal counts differently",
        "A time limit of the tribunal moves on to a working day, and the days of August"
        " and around Christmas are not counted, but the time to appeal does count them"
        " and only waits for the first working day after if it would end there.",
        sources.TRIBUNAL_TIME,
        Evidence.SECONDARY,
        "See AP-01 and AP-03.",
    ),
    principle(
        "C-07",
        "Working days, only where a rule says so",
        "Working days are counted for moves between councils, mediation certificates,"
        " the tribunal, social care, complaints and freedom of information only.",
        sources.MOVES_BETWEEN_COUNCILS,
        Evidence.SECONDARY,
        "Freedom of information leaves out bank holidays in any part of the UK.",
    ),
    principle(
        "C-08",
        "A limit is the most, not the aim",
        "Where something is due as soon as practicable and in any event within a time,"
        " that time is the most that may be taken and not the aim.",
        sources.DECISION_WHETHER_TO_ASSESS,
        Evidence.LAW,
        "A target may be kept beside the limit; it never replaces it.",
        sources.DECISION_NOT_TO_ISSUE,
        sources.TIME_FOR_FINAL_PLAN,
        AMENDED_PLAN,
    ),
    principle(
        "C-09",
        "The clock starts on the day of receipt",
        "The clock starts on the day any team of the council receives the request, not"
        " on the day it is logged or goes to a panel.",
        sources.DECISION_WHETHER_TO_ASSESS,
        Evidence.LAW,
        "",
        sources.TIME_FOR_FINAL_PLAN,
    ),
    principle(
        "C-10",
        "The day of sending is the day that counts",
        "A duty to send or notify is met on the day the letter is sent to the family,"
        " and the time to comment on a draft begins on the day it is served.",
        sources.TIME_FOR_FINAL_PLAN,
        Evidence.LAW,
        "When a letter by post counts as served (Interpretation Act 1978, s. 7) was not"
        " checked.",
        WITH_THE_DECISION,
        CONTACT_ADVISER,
    ),
)
