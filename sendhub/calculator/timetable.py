"""Every date that follows from a set of facts, in the order of days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendhub.calculator.subjects import Subject
from sendhub.core.templatetags.words import deadline_tone, deadline_words
from sendhub.statutory import (
    FACTS,
    Answer,
    FactsDisagree,
    FactValue,
    Force,
    MissingFact,
    NoCalendar,
    NotYetLaw,
    Rule,
    Status,
    StatutoryError,
    answer,
    understood,
)
from sendhub.statutory.words import uncapital

WORTH_SAYING = (FactsDisagree, NotYetLaw, NoCalendar)
"""What is wrong with the facts; that one rule of several is not for them is not."""

SINCE = " has been set by law since "
"""What many rules say alike of an event before the law."""

FURTHER = {
    "due_notify": "Tell the family by",
    "due_not_to_issue": "If there will be no plan, say so by",
    "due_draft": "Send the draft by",
    "strict_before": "By the letter of the law, by",
    "final_by": "In any case by",
    "reg22_due": "Counted from the notice (reg. 22(3))",
    "due_max": "At the latest",
    "last_safe_meeting": "Last safe day for the meeting",
    "until": "Up to and including",
}


OF_ONE_RULE = {
    ("NA-12", "due_max"): "Where working days are counted",
    ("NA-15", "final_by"): "Twenty weeks from the request",
    ("TF-03", "strict_before"): "Safe whichever way the period is read, by",
}
"""Further dates that one rule calls otherwise than the rest."""

TO_ISSUE = frozenset({"decision_to_issue_notified", "not_to_issue_notified"})
NEW_CLOCKS = frozenset(
    {"tribunal_order_to_assess", "unopposed_notice", "mediation_agreement_to_assess"}
)
REVERSED = NEW_CLOCKS | {"refused_then_agreed_to_assess"}
FIRST_CLOCK = frozenset({"NA-08", "NA-09", "NA-10", "NA-13"})
"""What no longer counts from the request once a reversal has a clock of its own."""

FOLLOW = {
    "NA-03": TO_ISSUE | REVERSED | {"draft_served", "plan_sent"},
    "NA-07": TO_ISSUE | {"draft_served", "plan_sent"},
    "NA-10": frozenset({"plan_sent"}),
}
"""Steps that cannot come before another: where they are known, it was done."""

BEHIND = {
    Force.GUIDANCE: "guidance, not law",
    Force.PRACTICE: "usual practice, not law",
}

BEYOND = {
    Force.GUIDANCE: "after the time in the guidance",
    Force.PRACTICE: "after the usual time",
}


@dataclass(frozen=True)
class Standing:
    """How something stands against its date, and the tone it is drawn in."""

    words: str
    tone: str


def _in_lists(days: int, state: str) -> Standing:
    """In the words that the lists of work use for a deadline."""
    return Standing(deadline_words(days, state), deadline_tone(days, state))


def _beyond_practice(force: Force, answer: Answer) -> Standing:
    """Practice and guidance bind nobody: past them, nobody is called late."""
    past = f"{days_words(answer.late_days)} {BEYOND[force]}"
    return Standing(f"Done {past}" if answer.done else past.capitalize(), "soon")


def days_words(days: int) -> str:
    """A number of days, as it is said."""
    return "1 day" if days == 1 else f"{days:,} days"


def further_words(rule: Rule, name: str) -> str:
    """What a date besides the one that counts is for."""
    return OF_ONE_RULE.get((rule.id, name), FURTHER[name])


@dataclass(frozen=True)
class Row:
    """One rule with what it says about these facts."""

    rule: Rule
    answer: Answer
    as_at: date
    passed: bool = False
    """A later step is known, so this one was done; nobody said when."""

    @property
    def weight(self) -> str:
        """What it weighs where it is not law, else nothing."""
        return BEHIND.get(self.rule.force, "")

    @property
    def standing(self) -> Standing | None:
        """How it stands; None where nobody can be early or late."""
        due, status, done = self.answer.due, self.answer.status, self.answer.done
        if self.passed and status is Status.LATE and done is None:
            return Standing("Not said when this was done", "plain")
        if self.answer.too_early_days:
            return Standing(
                f"Sent {days_words(self.answer.too_early_days)} early", "late"
            )
        if due is None or (status is None and not self.rule.minimum):
            return None
        if self.rule.minimum and status is not Status.ON_TIME:
            return _in_lists((due - self.as_at).days, "wait")
        if status is Status.LATE and self.rule.force is not Force.LAW:
            return _beyond_practice(self.rule.force, self.answer)
        state = (
            "open" if done is None else "met" if status is Status.ON_TIME else "late"
        )
        return _in_lists((due - (done or self.as_at)).days, state)

    @property
    def explanation(self) -> str:
        """Why, unless the exemption below it says the same."""
        said = self.answer.explanation
        return "" if said == self.answer.exempt_why else said

    @property
    def further(self) -> list[tuple[str, date]]:
        """The dates besides the one that counts, in words."""
        return [
            (further_words(self.rule, name), on)
            for name, on in self.answer.further.items()
        ]

    @property
    def excused(self) -> bool | None:
        """Whether it may be excused; None where no reason is given or needed."""
        kept = self.answer.status is Status.ON_TIME
        return None if kept else self.answer.exempt

    @property
    def shows_window(self) -> bool:
        """The rule about exemptions shows the window; the others name its days."""
        return self.answer.due is None and self.answer.window_from is not None

    @property
    def exemption(self) -> str:
        """What became of the reason given, and both ways of counting if it holds."""
        why = self.answer.exempt_why
        if self.excused is None:
            return ""
        if not self.answer.exempt:
            return f"Not excused: {uncapital(why)}"
        if not self.answer.late_days:
            return f"May be excused because {uncapital(why)}"
        late = days_words(self.answer.late_days)
        return (
            f"May be excused because {uncapital(why)} Counted with all cases it is"
            f" {late} late; where exceptions are left out, it is not counted."
        )


@dataclass(frozen=True)
class Timetable:
    """The dates, the duties without one, and what the facts contradict."""

    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    refused: tuple[str, ...]


def timetable(
    subject: Subject, facts: Mapping[str, FactValue], *, as_at: date
) -> Timetable:
    """Ask every rule of a subject; those that lack a fact say nothing."""
    rows: list[Row] = []
    refused: list[tuple[Rule, StatutoryError]] = []
    old = FIRST_CLOCK if has_new_clock(facts) else frozenset()
    for rule in (rule for rule in subject.rules if rule.id not in old):
        used, _ = understood(rule.id, facts)
        if not used:
            continue
        try:
            found = answer(rule.id, as_at=as_at, **used)
            passed = not FOLLOW.get(rule.id, frozenset()).isdisjoint(facts)
            rows.append(Row(rule, found, as_at, passed))
        except MissingFact:
            continue
        except StatutoryError as error:
            refused.append((rule, error))
    dated = sorted(
        (row for row in rows if row.answer.due), key=lambda row: str(row.answer.due)
    )
    undated = tuple(row for row in rows if not row.answer.due)
    told = [
        (rule, error)
        for rule, error in refused
        if isinstance(error, WORTH_SAYING) or not rows
    ]
    return Timetable(tuple(dated), undated, _once_each(told))


def has_new_clock(facts: Mapping[str, FactValue]) -> bool:
    """Whether an order, notice or mediation agreement began the time anew (NA-15).

    A council that only changed its mind is still bound by the time from the request.
    """
    if facts.get("route") is not None:
        return facts["route"] != "informal"
    return not NEW_CLOCKS.isdisjoint(facts)


def _once_each(refused: list[tuple[Rule, StatutoryError]]) -> tuple[str, ...]:
    """What is wrong with the facts, each thing once, in the words of the form."""
    found: dict[str, str] = {}
    for rule, error in refused:
        words = in_labels(str(error).removeprefix(f"{rule.id}: "))
        what = SINCE if isinstance(error, NotYetLaw) else None
        found.setdefault(words.partition(what)[2] if what else words, words)
    return tuple(found.values())


def in_labels(words: str) -> str:
    """Call each fact by its label, as the form does, instead of by its name."""
    for name, fact in FACTS.items():
        quoted, label = f"'{name}'", f"“{fact.label}”"
        for known in (fact.label, fact.label.lower()):
            words = words.replace(f"{quoted} ({known})", label)
        words = words.replace(quoted, label)
    return words
