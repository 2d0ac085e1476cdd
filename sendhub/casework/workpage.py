"""The page of a list of work: its piles, its numbers, its order and its export."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case as Choice
from django.db.models import CharField, DateField, F, Value, When
from django.http import HttpRequest

from sendhub.accounts.access import Request
from sendhub.accounts.models import User
from sendhub.casework.filters import WorkFilter
from sendhub.casework.models import Case, Deadline, Task
from sendhub.casework.rules import Lateness, Whose, WorkKind
from sendhub.casework.services import facts_asked_for
from sendhub.casework.worklist import Work
from sendhub.core import lists
from sendhub.core.lists import Page, Sort, counted, mixed_page, number_words, place_of
from sendhub.people import exports as people

LAST = ("table", "number")
SORTS: Mapping[str, Sort] = {
    "due": Sort("Due", ("due_on", *LAST)),
    "child": Sort("Child", ("listed_child", *LAST)),
    "rule": Sort("What is due", ("listed_rule", "due_on", *LAST)),
}
TONES = {Lateness.OVERDUE: "late", Lateness.SOON: "soon", Lateness.LATER: "plain"}
NOTES = {
    Lateness.OVERDUE: "Past the day",
    Lateness.SOON: "With notes to see, and waits that are over",
    Lateness.LATER: "",
}


@dataclass(frozen=True)
class Numbers:
    """How much work there is of each kind, by how much time is left."""

    piles: Mapping[tuple[WorkKind, Lateness], int]

    def of(self, *, kind: str = "", late: str = "") -> int:
        """The sum of the piles of a kind, of a lateness, of both or of all."""
        return sum(
            number
            for (this_kind, this_late), number in self.piles.items()
            if kind in ("", this_kind) and late in ("", this_late)
        )


def numbers_of(found: WorkFilter) -> Numbers:
    """Count what the filters leave, whatever kind and lateness is chosen."""
    deadlines, tasks, lacking = found.work(but=("kind", "late"))
    of_tasks = tasks.numbers(on=found.on)
    piles = {
        (kind, late): of_tasks[f"{kind}_{late}"]
        for kind in (WorkKind.TASK, WorkKind.MENTION)
        for late in Lateness
    }
    for late in Lateness:
        pile = counted(deadlines.by_lateness(late, on=found.on))
        piles[WorkKind.DEADLINE, late] = pile
    piles[WorkKind.FACT, found.facts_late] = counted(lacking)
    return Numbers(piles)


def work_page(request: Request, found: WorkFilter, numbers: Numbers) -> Page:
    """One page of work of every kind, in one order."""
    asked = found.asked
    total = numbers.of(kind=asked.get("kind", ""), late=asked.get("late", ""))
    kinds = [kind.in_order() for kind in found.work()]
    page = mixed_page(request, kinds, sorts=SORTS, total=number_words(total))
    rows = loaded(page.rows, user=request.user, on=found.on)
    for key in page.rows:
        if row := rows.get((key.table, key.number)):
            row.place = place_of(key, SORTS[page.sort])
    return replace(page, rows=list(rows.values()))


def first_after(request: Any, found: WorkFilter) -> Work | None:
    """The row after the place that the address names; the first after the last."""
    kinds = [kind.in_order() for kind in found.work()]
    page = mixed_page(request, kinds, sorts=SORTS, total="")
    if not page.rows and "after" in request.GET:
        query = request.GET.copy()
        query.pop("after")
        request.GET = query
        page = mixed_page(request, kinds, sorts=SORTS, total="")
    rows = loaded(page.rows[:1], user=request.user, on=found.on)
    row = next(iter(rows.values()), None)
    if row is not None:
        row.place = place_of(page.rows[0], SORTS[page.sort])
    return row


def loaded(keys: Iterable[Any], *, user: User, on: date) -> dict[tuple[str, int], Work]:
    """Load what the rows of a list show, each kind at once."""
    keys = list(keys)
    there: dict[tuple[str, int], Work] = {}
    for table, rows in (
        ("deadline", Deadline.objects.for_list(on=on)),
        ("task", Task.objects.for_list(on=on)),
        ("case", Case.objects.for_work(on=on)),
    ):
        wanted = [key.number for key in keys if key.table == table]
        if wanted:
            there |= {(table, row.pk): row for row in rows.filter(pk__in=wanted)}
    _say_what_lacks([r for r in there.values() if isinstance(r, Case)], user, on)
    pairs = ((key.table, key.number) for key in keys)
    return {pair: there[pair] for pair in pairs if pair in there}


def _say_what_lacks(cases: Sequence[Case], user: User, on: date) -> None:
    facts = facts_asked_for()
    if cases and facts:
        lacks = facts.lacks(cases, user, on)
        for case in cases:
            case.wanted_on = facts.wanted_on(on)
            case.lacks_now = lacks[case.pk]


def exported(*, on: date) -> Sequence[Mapping[str, Any]]:
    """The columns of the export, of each kind of work; statuses are a day's."""
    deadlines = {
        "Child": F("child_name"),
        "Date of birth": F("child__born_on"),
        "Statuses": people.statuses("child", on=on),
        "Case": F("reference"),
        "What is due": F("title"),
        "Rule": F("rule"),
        "Due": F("due_on"),
        "Target": F("target_on"),
        "Reason for the target": F("target_reason"),
        "Officer": F("officer__name"),
        "Team": F("team__name"),
    }
    a_task = When(note__isnull=True, then=Value("Task"))
    tasks = {
        **deadlines,
        "Date of birth": F("case__child__born_on"),
        "Statuses": people.statuses("case__child", on=on),
        "What is due": F("what"),
        "Rule": Choice(a_task, default=Value("Note to see"), output_field=CharField()),
        "Target": Value(None, output_field=DateField()),
        "Reason for the target": Value(""),
        "Officer": F("given_to__name"),
        "Team": F("case__team__name"),
    }
    facts = facts_asked_for()
    cases = {
        **deadlines,
        "What is due": facts.words(on) if facts else Value(""),
        "Rule": Value("Missing facts"),
        "Due": F("due_on"),
        "Target": Value(None, output_field=DateField()),
        "Reason for the target": Value(""),
        "Case": F("reference_words"),
    }
    return deadlines, tasks, cases


def tabs(request: HttpRequest, found: WorkFilter) -> list[dict[str, Any]]:
    """The piles as links; what was filtered stays, but for whose work it is.

    Whoever covers for nobody now sees no pile of others' work.
    """
    covers = found.covers or found.whose == Whose.COVER
    return [
        {
            "title": pile_words(pile, found),
            "url": address(request, whose=pile.value, officer=None, team=None),
            "current": pile == found.whose,
            "count": _waiting(found) if pile == Whose.COVER else None,
        }
        for pile in Whose
        if pile != Whose.COVER or covers
    ]


def pile_words(pile: Whose, found: WorkFilter) -> str:
    """What a pile is called; that of a colleague who is away, by their name."""
    if pile != Whose.COVER or not found.covers:
        return pile.label
    if len(found.covers) > 1:
        return f"Covering {len(found.covers)} colleagues"
    return f"Covering {found.covers[0].officer}"


def _waiting(found: WorkFilter) -> str:
    return number_words(sum(counted(rows) for rows in found.covered_work))


def tiles(
    request: HttpRequest, numbers: Numbers, asked: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Overdue, soon and later: each number opens the list it counts."""
    chosen, kind = asked.get("late", ""), asked.get("kind", "")
    return [
        {
            "label": late.label.lower(),
            "number": number_words(numbers.of(kind=kind, late=late)),
            "url": address(request, late=late.value),
            "tone": TONES[late],
            "note": "Shown below" if late == chosen else NOTES[late],
        }
        for late in Lateness
    ]


def kinds(
    request: HttpRequest, numbers: Numbers, asked: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The kinds of work: each number opens the list it counts, at any time due."""
    chosen = asked.get("kind", "")
    every = [("", "Everything"), *WorkKind.choices]
    return [
        {
            "title": title,
            "url": address(request, kind=kind or None, late=None),
            "count": number_words(numbers.of(kind=kind)),
            "current": kind == chosen,
        }
        for kind, title in every
    ]


def address(request: HttpRequest, **changes: str | None) -> str:
    """This list's address with something changed; None takes a filter away."""
    query = request.GET.copy()
    for name in ("after", "before", "format"):
        query.pop(name, None)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


def kept_in_form(request: HttpRequest) -> list[dict[str, str]]:
    """What the filter form must send along besides its own fields."""
    return lists.kept_in_form(request, "whose", "week")
