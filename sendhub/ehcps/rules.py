"""Stages, words and dates of needs assessments and plans. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Category, Wanted
from sendhub.core.errors import RuleBroken
from sendhub.core.workflow import Workflow
from sendhub.people.rules import words

TOO_OLD = 25
DECEASED = "8"


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

PARENT_WORDS: dict[Stage, str | None] = {
    Stage.REQUESTED: "We have your request and are deciding whether to assess.",
    Stage.ASSESSING: "We are asking professionals for their advice.",
    Stage.ISSUING: "We are writing the draft plan.",
    Stage.DRAFT_SENT: "We have sent you the draft plan and await your comments.",
    Stage.ISSUED: "The plan is in place.",
    Stage.REFUSED: "We decided not to assess. You can appeal.",
    Stage.NOT_ISSUED: "We decided not to issue a plan. You can appeal.",
    Stage.WITHDRAWN: None,
}


class AdviceKind(TextChoices):
    """Whose advice the law names (SEND Regulations 2014, reg. 6(1))."""

    PARENT = "parent", "Parent or young person"
    EDUCATION = "education", "School or setting"
    MEDICAL = "medical", "Health"
    PSYCHOLOGY = "psychology", "Educational psychologist"
    SOCIAL_CARE = "social_care", "Social care"
    ADULTHOOD = "adulthood", "Preparation for adulthood"
    SENSORY = "sensory", "Hearing or vision teacher"
    OTHER = "other", "Other person"


NAMED_BY_LAW = (
    AdviceKind.PARENT,
    AdviceKind.EDUCATION,
    AdviceKind.MEDICAL,
    AdviceKind.PSYCHOLOGY,
    AdviceKind.SOCIAL_CARE,
)


CATEGORY_OF: dict[AdviceKind, Category] = {
    **dict.fromkeys(AdviceKind, Category.GENERAL),
    AdviceKind.MEDICAL: Category.HEALTH,
    AdviceKind.SOCIAL_CARE: Category.SOCIAL_CARE,
}


class Standing(TextChoices):
    """Where a plan stands."""

    DRAFT = "draft", "Draft"
    LIVE = "live", "Live"
    CEASED = "ceased", "Ceased"
    ABANDONED = "abandoned", "Never issued"


STANDING_TONES: dict[Standing, str] = {
    Standing.DRAFT: "soon",
    Standing.LIVE: "good",
    Standing.CEASED: "plain",
    Standing.ABANDONED: "plain",
}


class VersionKind(TextChoices):
    """What a version of a plan is."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"


class Section(TextChoices):
    """The sections of a plan (SEND Regulations 2014, reg. 12(1))."""

    A = "A", "A. Views, interests and aspirations"
    B = "B", "B. Special educational needs"
    C = "C", "C. Health needs"
    D = "D", "D. Social care needs"
    E = "E", "E. Outcomes"
    F = "F", "F. Special educational provision"
    G = "G", "G. Health provision"
    H1 = "H1", "H1. Social care provision (1970 Act, section 2)"
    H2 = "H2", "H2. Other social care provision"
    I = "I", "I. Setting"  # noqa: E741  the law's letter
    J = "J", "J. Direct payments"
    K = "K", "K. Advice and information"


IN_DRAFT = tuple(section for section in Section if section is not Section.I)
NEEDED_TO_SEND = (Section.A, Section.B, Section.E, Section.F)


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


def due(rule: str, field: str, **facts: date) -> date:
    """Ask the rule book for a limit; a date it cannot use is for the user to mend."""
    try:
        return statutory.due(rule, **facts)
    except statutory.StatutoryError as error:
        raise RuleBroken(str(error), field) from error


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


def advice_wanted(
    *, kind: AdviceKind, asked_on: date, received_on: date | None, closed: bool
) -> Wanted:
    """The six weeks for one service's advice (reg. 8(1))."""
    return Wanted(
        "NA-07",
        f"Advice: {kind.label}",
        due("NA-07", "asked_on", advice_requested=asked_on),
        met_on=received_on,
        void=closed and received_on is None,
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


def check_cease_reason(code: str, *, died_on: date | None) -> None:
    """“Deceased” is only for a child whose death is recorded (SEN2 4.6)."""
    if code == DECEASED and not died_on:
        raise RuleBroken(
            "Record the death on the child's page first; the plan then ceases itself.",
            "cease_reason",
        )


def check_order(day: date, *, after: date, what: str, field: str) -> None:
    """Refuse a day before the step that it follows."""
    if day < after:
        raise RuleBroken(f"This cannot be before {what} on {words(after)}.", field)


def mark_of(text: str) -> str:
    """A short mark of a text, to tell later whether it is still the same."""
    return sha256(text.encode()).hexdigest()[:16]


def check_marks(
    texts: Mapping[Section, str],
    marks: Mapping[Section, str],
    now: Mapping[Section, str],
) -> None:
    """Refuse to write over what somebody wrote since the page was opened."""
    met = [s for s in texts if marks.get(s) != mark_of(now.get(s, ""))]
    if met:
        letters = ", ".join(letter.value for letter in met)
        raise RuleBroken(
            f"Somebody wrote in section {letters} at this moment. Press the button "
            "again to see it."
        )


def check_sections(texts: Mapping[str, str]) -> None:
    """Refuse to send a plan that lacks what every plan must say (reg. 12(1))."""
    empty = [s.label for s in NEEDED_TO_SEND if not texts.get(s, "").strip()]
    if empty:
        raise RuleBroken(f"Write these sections first: {'; '.join(empty)}.")


def check_comments_heard(
    *, served_on: date, issued_on: date, comments_on: date | None
) -> None:
    """The family has 15 days for its comments, unless it has answered (reg. 13(1))."""
    until = due("NA-11", "served_on", draft_served=served_on)
    if comments_on is not None and issued_on < comments_on:
        raise RuleBroken(
            f"The family’s comments arrived on {words(comments_on)}: the plan cannot "
            "have been sent before.",
            "issued_on",
        )
    if comments_on is None and issued_on < until:
        raise RuleBroken(
            f"The family may comment until {words(until)}. If they have answered, "
            "record their comments first.",
            "issued_on",
        )


def check_setting_named(setting: object, arrangement: object) -> None:
    """Section I names a setting, or else the type or arrangement; never both."""
    if not setting and not arrangement:
        raise RuleBroken("Name the setting, or choose an arrangement.", "setting")
    if setting and arrangement:
        raise RuleBroken(
            "Choose an arrangement only where no setting is named.", "arrangement"
        )
