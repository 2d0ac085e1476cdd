"""What the next SEN2 return says of one case, item by item (modules 2 to 5).

The names of the items are those of the return; spec: the department's SEN2 guide.
What annual reviews add to module 5 comes from them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sendhub.casework.models import Case
from sendhub.core.models import Code
from sendhub.ehcps.models import (
    Ceasing,
    Dispute,
    Exemption,
    MoveIn,
    MoveOut,
    NeedsAssessment,
    Plan,
    PlanReturn,
)
from sendhub.ehcps.rules import Forum, Matter, Route, Stage, Standing
from sendhub.ehcps.rules.sen2 import return_since
from sendhub.people.models import Attendance
from sendhub.people.rules import Provision
from sendhub.statutory.words import date_words

TWENTY_WEEKS = "NA-13"
NOT_SAID = "not recorded yet"
FORUM_OF = {
    Route.MEDIATION: Forum.MEDIATION,
    Route.ORDER: Forum.TRIBUNAL,
    Route.UNOPPOSED: Forum.TRIBUNAL,
}


@dataclass(frozen=True)
class Item:
    """One item of the return: its name there, what it is, and what it says."""

    name: str
    label: str
    says: Any

    @property
    def key(self) -> str:
        """What it is, and its name in the return."""
        return f"{self.label} ({self.name})"

    @property
    def value(self) -> str | None:
        """What it says, as a person reads it; none where nobody has said it yet."""
        if self.says == NOT_SAID:
            return None
        if isinstance(self.says, bool):
            return "Yes" if self.says else "No"
        if isinstance(self.says, date):
            return date_words(self.says)
        if isinstance(self.says, Code):
            return f"{self.says.code}: {self.says.meaning}"
        return str(self.says or "None")


@dataclass(frozen=True)
class Part:
    """One module of one request."""

    title: str
    items: list[Item]


def parts_of(case: Case, *, on: date) -> list[Part]:
    """What the return says of each request and of the plan that came of it."""
    since = return_since(on)
    plans = _plans(case)
    parts: list[Part] = []
    for assessment in _requests(case):
        own = next((p for p in plans if p.assessment_id == assessment.pk), None)
        parts += _request_parts(assessment, own, since)
        parts += _plan_parts(_newest(own, plans), on)
    for plan in plans:
        if plan.assessment_id is None:
            historical = _outcome("Assessment", "Whether to issue a plan", "H")
            others = _disputed(case, None, Matter.OTHER)
            said = [historical, *_flags("Other", "something else", others)]
            parts.append(Part("3. Assessment, made by another authority", said))
            parts += _plan_parts(_newest(plan, plans), on)
    return parts


def _requests(case: Case) -> Iterable[NeedsAssessment]:
    first = case.assessments.counted().first_ones().select_related("source")
    return first.prefetch_related("reversals").order_by("received_on", "pk")


def _plans(case: Case) -> list[Plan]:
    """The plans of a case that were issued, with all that is said of them."""
    found = Plan.objects.issued().filter(case=case).for_page()
    return list(
        found.select_related(
            "for_return__second_setting",
            "for_return__direct_payment",
            "for_return__residential",
            "for_return__work_based",
            "assessment",
        ).order_by("pk")
    )


def _newest(plan: Plan | None, plans: list[Plan]) -> Plan | None:
    """The plan that took the place of another after a re-assessment, and so on."""
    for later in plans:
        if plan and later.assessment and later.assessment.reassesses_id == plan.pk:
            plan = later
    return plan


def _request_parts(
    assessment: NeedsAssessment, plan: Plan | None, since: date
) -> list[Part]:
    outcome = request_outcome(assessment, since)
    said = [
        Item("ReceivedDate", "Request received", assessment.received_on),
        Item("RequestSource", "Who asked", assessment.source),
        Item("RYA", "In youth accommodation", assessment.youth_accommodation),
        _outcome("Request", "Outcome of the request", outcome),
    ]
    if outcome in ("Y", "N"):
        told = assessment.assess_told_on
        said.append(Item("RequestOutcomeDate", "Family told", told))
        brought = _disputed(assessment.case, assessment, Matter.ASSESS)
        said += _flags("Request", "the decision not to assess", brought)
    gone = MoveOut.objects.filter(assessment=assessment, ended="gone").exists()
    said.append(Item("Exported", "Moved away before it was completed", gone))
    parts = [Part("2. Request", said)]
    if outcome in ("Y", "H") or assessment.issue_told_on:
        parts.append(_assessment_part(assessment, plan, since))
    return parts


def request_outcome(assessment: NeedsAssessment, since: date) -> str:
    """The first outcome of a request, reversed since or not (REQUEST_OUTCOME)."""
    told = assessment.assess_told_on
    if told is None:
        return "W" if assessment.stage == Stage.WITHDRAWN else "A"
    if assessment.refused_to_assess:
        return "N"
    return "H" if told < since else "Y"


def assessment_outcome(assessment: NeedsAssessment, since: date) -> str:
    """The first decision whether to issue, reversed since or not."""
    told = assessment.issue_told_on
    if told is None:
        return "W" if assessment.stage == Stage.WITHDRAWN else "A"
    if assessment.refused_to_issue:
        return "N"
    return "H" if told < since else "Y"


def _assessment_part(
    assessment: NeedsAssessment, plan: Plan | None, since: date
) -> Part:
    outcome = assessment_outcome(assessment, since)
    said = [_outcome("Assessment", "Whether to issue a plan", outcome)]
    if outcome in ("Y", "N"):
        issued = plan.issued_on if plan else None
        on = assessment.issue_told_on if outcome == "N" else issued
        label = "Family told" if outcome == "N" else "Plan issued"
        said.append(Item("AssessmentOutcomeDate", label, on))
        brought = _disputed(assessment.case, assessment, Matter.ISSUE)
        said += _flags("Assessment", "the decision not to issue", brought)
    if outcome == "Y":
        excused = Exemption.objects.standing().of_assessment(assessment)
        late = excused.filter(deadline__rule=TWENTY_WEEKS).exists()
        said.append(Item("Week20", "Exceptions to the 20 weeks apply", late))
    if outcome in ("Y", "H"):
        others = _disputed(assessment.case, None, Matter.OTHER)
        said += _flags("Other", "something else", others)
    return Part("3. Assessment", said)


def _outcome(module: str, label: str, letter: str) -> Item:
    """An outcome by its letter, with what the letter means."""
    code = Code.objects.get(pk=f"{module.upper()}_OUTCOME:{letter}")
    return Item(f"{module}Outcome", label, code)


def _disputed(
    case: Case, assessment: NeedsAssessment | None, matter: Matter
) -> set[Forum]:
    """Before whom a matter was brought: as recorded, by a reversal, by an appeal."""
    rows = Dispute.objects.standing().filter(
        case=case, assessment=assessment, about=matter
    )
    found = {Forum(one.forum) for one in rows}
    if assessment:
        for turned in assessment.reversals.all():
            route = FORUM_OF.get(Route(turned.route))
            if turned.of == matter and route:
                found.add(route)
    elif Ceasing.objects.filter(plan__case=case, appealed_on__isnull=False).exists():
        found.add(Forum.TRIBUNAL)
    return found


def _flags(name: str, what: str, found: set[Forum]) -> list[Item]:
    mediation, tribunal = Forum.MEDIATION in found, Forum.TRIBUNAL in found
    return [
        Item(f"{name}Mediation", f"Mediation about {what}", mediation),
        Item(f"{name}Tribunal", f"Appeal about {what}", tribunal),
    ]


def _plan_parts(plan: Plan | None, on: date) -> list[Part]:
    if plan is None:
        return []
    flags: PlanReturn | None = getattr(plan, "for_return", None)
    parts = [_named_plan(plan, flags), *_named_places(plan, flags)]
    if plan.standing == Standing.LIVE:
        parts += _active_parts(plan, on)
    return parts


def _named_plan(plan: Plan, flags: PlanReturn | None) -> Part:
    said = [Item("StartDate", "Date of the plan", plan.issued_on)]
    if flags is None:
        said += [Item("PB", "Personal budget taken up", NOT_SAID)]
    else:
        said += [
            Item("PlanRes", "Residential place named", flags.residential),
            Item("PlanWBP", "Work-based learning named", flags.work_based),
            Item("PB", "Personal budget taken up", flags.personal_budget),
            Item("OA", "Organised arrangements", flags.organised),
            Item("DP", "Direct payments", flags.direct_payment),
        ]
    if plan.ceased_on:
        said += [
            Item("CeaseDate", "Last day", plan.ceased_on),
            Item("CeaseReason", "Why it ended", plan.cease_reason),
        ]
    return Part("4. Plan", said)


def _named_places(plan: Plan, flags: PlanReturn | None) -> list[Part]:
    provision = flags.provision if flags else NOT_SAID
    first = _place(1, plan.setting, provision)
    if not plan.setting:
        first = [Item("SENsetting", "Arrangement", plan.arrangement), first[-1]]
        if flags and flags.explained:
            first.append(Item("SENsettingOther", "What it is", flags.explained))
    parts = [Part("4b. Where the plan says", first)]
    if flags and flags.second_setting:
        second = _place(2, flags.second_setting, flags.second_provision)
        parts.append(Part("4b. Second setting", second))
    return parts


def _place(rank: int, setting: Any, provision: str) -> list[Item]:
    said = []
    if setting:
        number = "URN" if setting.urn or not setting.ukprn else "UKPRN"
        value = f"{setting.urn or setting.ukprn or NOT_SAID} {setting}"
        said.append(Item(number, "Setting", value))
    if setting and provision == NOT_SAID:
        label = "Kind of place"
        said.append(Item("SENunitIndicator", label, NOT_SAID))
    elif setting:
        unit, resourced = Provision.UNIT, Provision.RESOURCED
        said += [
            Item("SENunitIndicator", "In a SEN unit", provision == unit),
            Item(
                "ResourcedProvisionIndicator",
                "In resourced provision",
                provision == resourced,
            ),
        ]
    return [*said, Item("PlacementRank", "First or second", rank)]


def _active_parts(plan: Plan, on: date) -> list[Part]:
    """What module 5 says of a plan that is live."""
    move = MoveIn.objects.filter(plan=plan).select_related("authority").first()
    said = []
    if move and move.transferred_on and move.transferred_on >= return_since(on):
        said.append(Item("TransferLA", "Transferred from", move.authority))
    reviewed = (move.reviewed_on or move.last_review_on) if move else None
    said.append(Item("LastReview", "Decision after the last review", reviewed))
    needs = [Item("SENtype", "Primary need", plan.primary_need)]
    if plan.secondary_need:
        needs.append(Item("SENtype", "Secondary need", plan.secondary_need))
    return [
        Part("5. Plan in force", [*said, *needs]),
        *_attended(plan, on),
    ]


def _attended(plan: Plan, on: date) -> list[Part]:
    there = Attendance.objects.in_force(on=on).filter(child=plan.case.child_id)
    place = there.select_related("setting", "residential", "work_based").first()
    if place is None:
        lacking = Item("URN", "Setting", NOT_SAID)
        return [Part("5b. Where they learn", [lacking])] if plan.setting else []
    said = [
        *_place(1, place.setting, place.provision),
        Item("EntryDate", "Since", place.starts_on),
        Item("LeavingDate", "Until", place.ends_on),
        Item("Res", "Residential place", place.residential),
        Item("WBP", "Work-based learning", place.work_based),
    ]
    return [Part("5b. Where they learn", said)]
