"""What a case shows of the measures and targets of its referrals (HUB-9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core import charts, clock
from sendhub.nurture_hubs.models import Measure, Referral, Target
from sendhub.nurture_hubs.rules.measures import (
    SCALES,
    TOTALS,
    Stage,
    Total,
    total,
)

TOTALS_IN_ORDER = [of.label for of in TOTALS]
NOT_COMPLETE = "not complete"
Row = tuple[str, list[str]]
Sheet = dict[Stage, dict[str, Decimal]]


@dataclass(frozen=True)
class Measured:
    """What was measured of one referral: totals, every number, a chart, targets."""

    referral_id: int
    stages: list[Stage]
    totals: list[Row]
    numbers: list[Row]
    drawing: SafeString | str
    measures: list[Measure]
    targets: list[Target]
    may: Mapping[str, bool]


def measured_of(case: Case, user: User) -> list[Measured]:
    """Each referral of a case of which something was measured, the latest on top."""
    measures: dict[int, list[Measure]] = {}
    seen = Referral.objects.filter(case=case).for_hubs_of(user, on=clock.today())
    found = Measure.objects.standing().filter(referral__in=seen)
    for measure in found.prefetch_related("scores").in_order():
        measures.setdefault(measure.referral_id, []).append(measure)
    targets: dict[int, list[Target]] = {}
    for target in Target.objects.filter(referral__in=seen).in_order():
        targets.setdefault(target.referral_id, []).append(target)
    may = {
        "withdraw": user.may(Permission.MEASURE_WITHDRAW),
        "rate": user.may(Permission.TARGET_RATE),
        "drop": user.may(Permission.TARGET_DROP),
    }
    return [
        _measured(referral, measures.get(referral, []), targets.get(referral, []), may)
        for referral in sorted({*measures, *targets}, reverse=True)
    ]


def _measured(
    referral: int,
    measures: list[Measure],
    targets: list[Target],
    may: Mapping[str, bool],
) -> Measured:
    sheet: Sheet = {}
    for measure in measures:
        given = sheet.setdefault(Stage(measure.stage), {})
        given |= {score.scale: score.value for score in measure.scores.all()}
    stages = sorted(sheet)
    return Measured(
        referral_id=referral,
        stages=stages,
        totals=_totals(sheet, stages),
        numbers=_numbers(sheet, stages),
        drawing=_drawing(sheet, stages),
        measures=measures,
        targets=targets,
        may=may,
    )


def _totals(sheet: Sheet, stages: Iterable[Stage]) -> list[Row]:
    rows = [(of.label, [_total(sheet[stage], of) for stage in stages]) for of in TOTALS]
    return [row for row in rows if any(row[1])]


def _total(scores: Mapping[str, Decimal], of: Total) -> str:
    """The sum as people read it; that it lacks a number; "" of nothing at all."""
    if not any(key in scores for key in of.of):
        return ""
    summed = total(scores, of)
    return NOT_COMPLETE if summed is None else _plain(summed)


def _numbers(sheet: Sheet, stages: list[Stage]) -> list[Row]:
    rows = []
    for key, scale in SCALES.items():
        values = [sheet[stage].get(key) for stage in stages]
        if any(value is not None for value in values):
            said = ["" if value is None else _plain(value) for value in values]
            rows.append((scale.label, said))
    return rows


def _plain(number: Decimal) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _drawing(sheet: Sheet, stages: list[Stage]) -> SafeString | str:
    """Every total that was measured twice, each with its own height."""
    drawn = [
        {"total": of.label, "stage": stage.label, "sum": float(summed)}
        for of in TOTALS
        for stage in stages
        if (summed := total(sheet[stage], of)) is not None
    ]
    twice = [
        row
        for row in drawn
        if sum(other["total"] == row["total"] for other in drawn) > 1
    ]
    if not twice:
        return ""
    spec = _small_multiples(twice, [stage.label for stage in stages])
    return charts.svg(
        spec,
        title="What was measured, from stage to stage",
        says="Each total that was measured more than once. The table has the numbers.",
    )


def _small_multiples(rows: list[dict[str, object]], order: list[str]) -> charts.Spec:
    return {
        "data": {"values": rows},
        "facet": {"field": "total", "type": "nominal", "sort": TOTALS_IN_ORDER},
        "columns": 3,
        "resolve": {"scale": {"y": "independent"}, "axis": {"x": "independent"}},
        "spec": {
            "width": 170,
            "height": 110,
            "mark": {
                "type": "line",
                "color": charts.BLUE,
                "point": {"color": charts.BLUE, "size": 60},
            },
            "encoding": {
                "x": {
                    "field": "stage",
                    "type": "nominal",
                    "scale": {"domain": order},
                    "title": None,
                    "axis": {"labelAngle": 0},
                },
                "y": {
                    "field": "sum",
                    "type": "quantitative",
                    "title": None,
                    "axis": {"tickCount": 4},
                },
            },
        },
    }
