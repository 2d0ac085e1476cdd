"""What came of the children: progress, targets, decisions, and where they are now."""

from collections.abc import Sequence
from decimal import Decimal

from sendhub.nurture_hubs.evaluation import charts
from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.progress import (
    Progress,
    Targets,
    progress_of,
    targets_of,
)
from sendhub.nurture_hubs.evaluation.records import NOT_SAID, children, count
from sendhub.nurture_hubs.evaluation.tables import (
    Behind,
    Cell,
    Chart,
    Section,
    words,
)
from sendhub.nurture_hubs.rules.ends import SPECIALIST, Next, Point, Where
from sendhub.nurture_hubs.rules.evaluation import Changes, middle, share
from sendhub.nurture_hubs.rules.measures import MOST_RATED, TOTALS

MAINSTREAM = (Where.ORIGINAL, Where.HUB_SCHOOL, Where.MAINSTREAM)
PARTS = {
    "Back or staying in a mainstream school": MAINSTREAM,
    "In a specialist place": SPECIALIST,
    "Elsewhere": (Where.HOME, Where.AWAY, Where.NOT_KNOWN),
}


def sections(scope: Scope) -> list[Section]:
    """Answer what came of the children."""
    placed = progress_of(s.referral_id for s in scope.stays)
    return [
        _progress(placed),
        _targets(targets_of(s.referral_id for s in scope.stays)),
        _decisions(scope),
        _destinations(scope),
        _compared(scope),
    ]


def _progress(placed: Progress) -> Section:
    found = {of.label: placed.changes(of) for of in TOTALS}
    measured = [label for label, one in found.items() if one.differences]
    drawn = [
        {"name": label, "part": part, "number": number, "place": place}
        for label, one in found.items()
        for place, (part, number) in enumerate(_parts(one).items())
    ]
    chart = Chart(
        charts.stacked(drawn, order=measured),
        "For how many children each measure was better, the same or worse at exit.",
        charts.key_of("Better", "The same", "Worse"),
    )
    return Section(
        "progress",
        "Progress from entry to exit",
        ["Measure", "Measured twice", "Median change", "Better", "The same", "Worse"],
        [_changed(number, *one) for number, one in enumerate(found.items())],
        [
            "Of each measure, the children for whom every number was recorded at entry "
            "and at exit. Better means more for developmental strands, prosocial and "
            "attendance, and less for the others."
        ],
        chart if measured else None,
    )


def _parts(found: Changes) -> dict[str, int]:
    return {"Better": found.better, "The same": found.same, "Worse": found.worse}


def _changed(number: int, label: str, found: Changes) -> list[Cell]:
    slug = f"total-{number}"
    return [
        words(label),
        Cell(len(found.differences), behind=Behind(f"{slug}-measured")),
        Cell(middle(found.differences), "change", Behind(f"{slug}-measured")),
        Cell(found.better, behind=Behind(f"{slug}-better")),
        Cell(found.same, behind=Behind(f"{slug}-same")),
        Cell(found.worse, behind=Behind(f"{slug}-worse")),
    ]


def _targets(found: Targets) -> Section:
    gained = [Decimal(n) for n in found.gained]
    rows = [
        [words("Set"), Cell(len(found.rows), behind=Behind("targets"))],
        [
            words("Rated at exit"),
            Cell(len(found.rated), behind=Behind("targets-rated")),
        ],
        [
            words(f"Reached (rated {MOST_RATED} at exit)"),
            Cell(len(found.reached), behind=Behind("targets-reached")),
        ],
        [
            words("Share reached of those rated"),
            Cell(
                share(len(found.reached), len(found.rated)),
                "percent",
                Behind("targets-rated"),
            ),
        ],
        [
            words("Median change from entry to exit"),
            Cell(middle(gained), "change", Behind("targets-rated")),
        ],
    ]
    return Section("targets", "The children’s own targets", ["", "Targets"], rows)


def _decisions(scope: Scope) -> Section:
    ways = {f"next-{way}": way.label for way in Next}
    ways["next-none"] = "Place ended, no decision recorded"
    rows = [
        [words(label), Cell(count(scope, of), behind=Behind(of))]
        for of, label in ways.items()
    ]
    return Section("decisions", "What was decided", ["Decision", "Children"], rows)


def _destinations(scope: Scope) -> Section:
    answers: dict[str, str] = {where: where.label for where in Where}
    rows = [
        [
            words(label),
            *(
                Cell(count(scope, f"{p}-{of}"), behind=Behind(f"{p}-{of}"))
                for p in Point
            ),
        ]
        for of, label in (answers | NOT_SAID).items()
    ]
    drawn = [
        {
            "name": point.label,
            "part": part,
            "number": children([s for s in scope.stays if s.where(point) in wheres]),
            "place": place,
        }
        for point in Point
        for place, (part, wheres) in enumerate(PARTS.items())
    ]
    chart = Chart(
        charts.stacked(drawn, order=[point.label for point in Point]),
        "Where the children were on leaving, and six and twelve months later.",
        charts.key_of(*PARTS),
    )
    return Section(
        "destinations",
        "Where the children are",
        ["", *(point.label for point in Point)],
        rows,
        [
            "Children are counted, by their places in the period; each place is asked "
            "about on leaving and six and twelve months later. A child with two places "
            "may stand in two rows."
        ],
        chart=chart if any(row["number"] for row in drawn) else None,
    )


def _compared(scope: Scope) -> Section:
    after = _afterwards(scope)
    return Section(
        "compared",
        "Compared with children who were referred and had no place",
        ["", "With a place", "Share", "Referred, no place", "Share"],
        after,
        [
            "Referred, no place: the children who were referred in the period, to any "
            "hub, and were in no hub on any day of it, whether they were refused, "
            "withdrawn or wait; an earlier or a later place takes nobody out.",
            "Afterwards means since the first day of the place; without a place, since "
            "the referral. Children were not chosen by chance: the two groups may "
            "differ in more than the place. Progress is not compared: a child without "
            "a place is measured at referral only.",
        ],
        _compared_chart(after[1:]),
    )


AFTER = {
    "asked": "Request for an EHC needs assessment afterwards",
    "planned": "EHC plan issued afterwards",
    "specialist": "Specialist placement later",
}


SHORT = ("Assessment asked for", "Plan issued", "Specialist placement")


def _afterwards(scope: Scope) -> list[list[Cell]]:
    with_place, without = children(scope.stays), children(scope.turned)
    rows = [
        [
            words("Children"),
            Cell(with_place, behind=Behind("all")),
            Cell(None),
            Cell(without, behind=Behind("turned")),
            Cell(None),
        ]
    ]
    for of, label in AFTER.items():
        one, other = count(scope, of), count(scope, f"turned-{of}")
        rows.append(
            [
                words(label),
                Cell(one, behind=Behind(of)),
                Cell(share(one, with_place), "percent", Behind(of)),
                Cell(other, behind=Behind(f"turned-{of}")),
                Cell(share(other, without), "percent", Behind(f"turned-{of}")),
            ]
        )
    return rows


def _compared_chart(rows: Sequence[Sequence[Cell]]) -> Chart | None:
    drawn = [
        {"name": name, "part": part, "number": float(str(row[at].value))}
        for name, row in zip(SHORT, rows, strict=True)
        for part, at in (("With a place", 2), ("Referred, no place", 4))
        if row[at].value is not None
    ]
    if not drawn:
        return None
    return Chart(
        charts.beside(drawn, order=SHORT, title="Per cent"),
        "The share of children with and without a place for whom each is true.",
        charts.key_of("With a place", "Referred, no place"),
    )
