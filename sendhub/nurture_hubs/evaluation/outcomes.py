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
from sendhub.nurture_hubs.evaluation.records import children, count, over
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
        _compared(scope, placed),
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
        Cell(middle(found.differences), "change"),
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
            Cell(share(len(found.reached), len(found.rated)), "percent"),
        ],
        [words("Median change from entry to exit"), Cell(middle(gained), "change")],
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
    ended = over(scope)
    rows = []
    for where in Where:
        cells = [
            Cell(count(scope, f"{p}-{where}"), behind=Behind(f"{p}-{where}"))
            for p in Point
        ]
        rows.append([words(where.label), *cells])
    blank = [Cell(sum(not s.where(point) for s in ended)) for point in Point]
    rows.append([words("Place ended, nothing recorded"), *blank])
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
        chart=chart if any(row["number"] for row in drawn) else None,
    )


def _compared(scope: Scope, placed: Progress) -> Section:
    turned = progress_of((t.pk for t in scope.turned), from_entry=False)
    after = _afterwards(scope)
    return Section(
        "compared",
        "Compared with children who were referred and had no place",
        ["", "With a place", "Share", "Referred, no place", "Share"],
        [*after, *_better(placed, turned)],
        [
            "Afterwards means since the first day of the place; without a place, since "
            "the referral. Referrals of the period to any hub count, whether refused, "
            "withdrawn or waiting. Children were not chosen by chance: the two groups "
            "may differ in more than the place."
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
                Cell(share(one, with_place), "percent"),
                Cell(other, behind=Behind(f"turned-{of}")),
                Cell(share(other, without), "percent"),
            ]
        )
    return rows


def _better(placed: Progress, turned: Progress) -> list[list[Cell]]:
    rows = []
    for number, of in enumerate(TOTALS):
        one, other = placed.changes(of), turned.changes(of)
        behind = Behind(f"total-{number}-better")
        rows.append(
            [
                words(f"{of.label}: better, of those measured twice"),
                Cell(one.better, behind=behind),
                Cell(share(one.better, len(one.differences)), "percent"),
                Cell(other.better),
                Cell(share(other.better, len(other.differences)), "percent"),
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
