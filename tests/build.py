"""Builders: one plain function for each thing a test may need, all with defaults.

They go through the actions, so that what a test starts from is what a person
could have made.
"""

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile

from sendhub.accounts.actions import filter_save
from sendhub.accounts.models import Locality, SavedFilter, Team, User
from sendhub.casework import actions as casework
from sendhub.casework import uploads
from sendhub.casework.models import Case, Cover, Deadline, Document, Note, Task
from sendhub.casework.rules import Category as PaperCategory
from sendhub.casework.rules import NoteKind, ServiceKey, Wanted
from sendhub.core.models import Code
from sendhub.core.narrowing import list_at
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps import rules as ehcps_rules
from sendhub.ehcps.models import (
    Advice,
    Ceasing,
    Correction,
    Exemption,
    NeedsAssessment,
    Plan,
    Reversal,
)
from sendhub.letters import actions as letters
from sendhub.letters.models import Letter, Template
from sendhub.people import actions as people
from sendhub.people.models import (
    AccessGrant,
    Address,
    Attendance,
    Child,
    ChildStatus,
    Contact,
    Involvement,
    LocalityArea,
    Withholding,
)
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category

numbers = count(1)

GIVEN = ("Alfie", "Bronwen", "Callum", "Daisy", "Efa", "Finley", "Grace", "Harri")


def user(
    role: str | None = None, *, name: str = "", team: Team | None = None, **more: Any
) -> User:
    """Somebody who signs in, with one role or none."""
    number = next(numbers)
    made = User.objects.create_user(
        email=more.pop("email", f"person{number}@example.org"),
        password=more.pop("password", None),
        name=name or f"Person {number}",
        team=team,
        **more,
    )
    if role:
        made.groups.add(Group.objects.get(name=role))
    return made


def team(name: str = "", *, locality: str = "") -> Team:
    """A team; with a locality, that half's team."""
    if locality:
        return Team.objects.get_or_create(
            locality=locality,
            defaults={"name": f"{Locality(locality).label} locality"},
        )[0]
    return Team.objects.create(name=name or f"Team {next(numbers)}")


def saved_filter(
    *, by: User, page: str = "schools:setting-list", query: str = "", **more: Any
) -> SavedFilter:
    """A filter that somebody kept for the list of schools."""
    listed = list_at(page)
    assert listed is not None
    return filter_save(
        listed=listed,
        query=query or "phase=Primary",
        name=more.pop("name", f"Filter {next(numbers)}"),
        by=by,
        **more,
    )


def code(code_set: str, value: str) -> Code:
    """A national code."""
    return Code.objects.get(set=code_set, code=value)


def setting(name: str = "", **more: Any) -> Setting:
    """A school or other setting."""
    number = next(numbers)
    more.setdefault("urn", f"{100000 + number}")
    more.setdefault("category", Category.MAINSTREAM)
    return Setting.objects.create(name=name or f"School {number}", **more)


def child(*, by: User | None = None, **more: Any) -> Child:
    """A child, born 5 May 2016 unless said otherwise."""
    number = next(numbers)
    facts: dict[str, Any] = {
        "given_names": GIVEN[number % len(GIVEN)],
        "family_name": f"Family{number}",
        "born_on": date(2016, 5, 5),
        "sex": code("SEX", "F"),
    }
    facts.update(more)
    return people.child_record(by=by or user("caseworker"), **facts)


def restricted_child(*, named: list[User] | None = None, **more: Any) -> Child:
    """A child whose record only named staff may open."""
    manager = user("service_manager")
    return people.child_restrict(
        child=child(**more),
        named=named or [],
        reason="A relative works in the team",
        by=manager,
    )


def glass(child_: Child, *, by: User | None = None) -> AccessGrant:
    """Somebody's breaking of the glass on a restricted child, just now."""
    return people.glass_break(
        child=child_,
        reason="Her school rings: nobody knows whom to call.",
        by=by or user("caseworker"),
    )


def case(
    *,
    child_: Child | None = None,
    officer: User | None = None,
    service: str = ServiceKey.EHC,
    opened_on: date = date(2026, 9, 1),
) -> Case:
    """An open case with one service."""
    made = casework.case_open(
        child=child_ or child(),
        service=ServiceKey(service),
        opened_on=opened_on,
        by=officer or user("caseworker"),
    )
    if officer:
        made = casework.case_assign(case=made, officer=officer, handover="", by=officer)
    return made


def assessment(
    *,
    child_: Child | None = None,
    received_on: date = date(2026, 9, 1),
    stage: ehcps_rules.Stage = ehcps_rules.Stage.REQUESTED,
    officer: User | None = None,
    by: User | None = None,
) -> NeedsAssessment:
    """A request, followed as far as `stage` with a step every week or so."""
    by = by or user("service_manager")
    made = ehcps.request_log(
        child=child_ or child(),
        received_on=received_on,
        source=code("REQUEST_SOURCE", "2"),
        reasons="He cannot follow lessons without help.",
        officer=officer,
        dates_checked=True,
        by=by,
    )
    for step in _STEPS[: _REACHES[stage]]:
        step(made, received_on, by)
        made.refresh_from_db()
    if stage is ehcps_rules.Stage.REFUSED:
        made = ehcps.assessment_decide(
            assessment=made,
            assess=False,
            told_on=received_on + timedelta(days=28),
            reasons="The school can meet these needs.",
            by=by,
        )
    if stage is ehcps_rules.Stage.NOT_ISSUED:
        made = not_issued(made, told_on=received_on + timedelta(days=98), by=by)
    if stage is ehcps_rules.Stage.WITHDRAWN:
        made = ehcps.request_withdraw(
            assessment=made, withdrawn_on=received_on, reason="They moved.", by=by
        )
    return made


def not_issued(
    made: NeedsAssessment, *, told_on: date, by: User | None = None
) -> NeedsAssessment:
    """Decide that an assessment leads to no plan."""
    return ehcps.issue_decide(
        assessment=made,
        issue=False,
        told_on=told_on,
        reasons="The school can provide this.",
        by=by or user("team_manager"),
    )


def reversal(refused: NeedsAssessment, **more: Any) -> Reversal:
    """A refusal that the tribunal overturned on 5 October 2026."""
    terms: dict[str, Any] = {
        "route": ehcps_rules.Route.ORDER,
        "happened_on": date(2026, 10, 5),
        "agreed_by": None,
        "told_on": None,
        "reasons": "The tribunal ordered it.",
    }
    by = user("team_manager")
    return ehcps.refusal_reverse(assessment=refused, by=by, **(terms | more))


def exemption(limit: Deadline, **more: Any) -> Exemption:
    """A limit missed because of exceptional personal circumstances."""
    terms: dict[str, Any] = {
        "ground": ehcps_rules.Ground.CIRCUMSTANCES,
        "starts_on": None,
        "ends_on": None,
        "impractical_because": "The mother was in hospital and could not be seen.",
        "document": None,
        "told_on": None,
    }
    by = user("caseworker")
    return ehcps.exemption_record(deadline=limit, by=by, **(terms | more))


def plan(
    *,
    standing: ehcps_rules.Standing = ehcps_rules.Standing.LIVE,
    issued_on: date | None = None,
    **more: Any,
) -> Plan:
    """A plan; a live one was issued ten weeks after its request."""
    stages = {
        ehcps_rules.Standing.DRAFT: ehcps_rules.Stage.ISSUING,
        ehcps_rules.Standing.LIVE: ehcps_rules.Stage.ISSUED,
    }
    if issued_on:
        more["received_on"] = issued_on - timedelta(days=70)
    return assessment(stage=stages[standing], **more).plan


def draft_sent(**more: Any) -> Plan:
    """A plan whose draft went to the family seven weeks after its request."""
    return assessment(stage=ehcps_rules.Stage.DRAFT_SENT, **more).plan


def advice(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """Advice asked of the school, not yet here."""
    of = assessment_ or assessment(stage=ehcps_rules.Stage.ASSESSING)
    ehcps.advice_ask(
        assessment=of,
        asked_on=more.pop("asked_on", of.assess_told_on),
        asked_of={ehcps_rules.AdviceKind.EDUCATION: "Hillside School"},
        by=user("caseworker"),
    )
    return of.advices.get()


def ceasing(plan_: Plan, *, told_on: date | None = None) -> Ceasing:
    """A plan that is to end: the family was asked ten days after it was issued."""
    by = user("team_manager")
    issued_on = plan_.issued_on or date(2026, 1, 5)
    made = ehcps.cease_propose(
        plan=plan_,
        consulted_on=issued_on + timedelta(days=10),
        cease_reason=code("CEASE_REASON", "2"),
        why="His needs are met without it.",
        by=by,
    )
    return ehcps.cease_notify(ceasing=made, told_on=told_on, by=by) if told_on else made


def appealed(made: Ceasing, *, appealed_on: date) -> Ceasing:
    """An appeal against ending a plan, not decided yet."""
    return ehcps.cease_challenge(
        ceasing=made,
        certificate_on=None,
        appealed_on=appealed_on,
        appeal_decided_on=None,
        by=user("caseworker"),
    )


def correction(of: NeedsAssessment, **more: Any) -> Correction:
    """A caseworker asks to have the family told two days earlier that we assess."""
    facts: dict[str, Any] = {
        "field": "assess_told_on",
        "new_on": of.assess_told_on and of.assess_told_on - timedelta(days=2),
        "reason": "The letter is of that day.",
    }
    by = more.pop("by", None) or user("caseworker")
    return ehcps.correction_ask(assessment=of, by=by, **(facts | more))


def held_advice(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """A psychologist's report of June 2026 that all agreed is enough."""
    terms: dict[str, Any] = {
        "kind": ehcps_rules.AdviceKind.PSYCHOLOGY,
        "author": "Dr Bevan",
        "dated_on": date(2026, 6, 10),
        "agreed_on": date(2026, 9, 24),
        "agreed_with": "Ceri Parent",
        "author_agrees": True,
        "family_agrees": True,
        "summary": "Two hours a week.",
        "document": None,
    }
    of = assessment_ or assessment(stage=ehcps_rules.Stage.ASSESSING)
    by = more.pop("by", None) or user("caseworker")
    return ehcps.advice_accept(assessment=of, by=by, **(terms | more))


def advice_here(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """The school's advice, here on 10 October 2026 without a document."""
    facts: dict[str, Any] = {
        "received_on": date(2026, 10, 10),
        "summary": "He needs help to read.",
        "document": None,
    }
    asked = advice(assessment_=assessment_)
    return ehcps.advice_receive(advice=asked, by=user("caseworker"), **(facts | more))


TEXTS = {
    ehcps_rules.Section.A: "I like trains.",
    ehcps_rules.Section.B: "He finds it hard to follow spoken instructions.",
    ehcps_rules.Section.E: "By July he follows two-step instructions.",
    ehcps_rules.Section.F: "One hour a week with a speech therapist.",
}


def _decide_to_assess(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.assessment_decide(
        assessment=made,
        assess=True,
        told_on=start + timedelta(days=21),
        reasons="",
        by=by,
    )


def _decide_to_issue(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.issue_decide(
        assessment=made,
        issue=True,
        told_on=start + timedelta(days=42),
        reasons="",
        by=by,
    )


def _send_draft(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.plan_write(plan=made.plan, texts=TEXTS, by=by)
    ehcps.draft_send(plan=made.plan, served_on=start + timedelta(days=49), by=by)


def _issue(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.plan_issue(
        plan=made.plan,
        issued_on=start + timedelta(days=70),
        setting=setting(),
        arrangement=None,
        primary_need=code("SEN_TYPE", "SLCN"),
        secondary_need=None,
        by=by,
    )


_STEPS = (_decide_to_assess, _decide_to_issue, _send_draft, _issue)
_REACHES = {
    ehcps_rules.Stage.REQUESTED: 0,
    ehcps_rules.Stage.REFUSED: 0,
    ehcps_rules.Stage.WITHDRAWN: 0,
    ehcps_rules.Stage.NOT_ISSUED: 1,
    ehcps_rules.Stage.ASSESSING: 1,
    ehcps_rules.Stage.ISSUING: 2,
    ehcps_rules.Stage.DRAFT_SENT: 3,
    ehcps_rules.Stage.ISSUED: 4,
}


def area(postcode_start: str = "HR4", *, locality: str = "north") -> LocalityArea:
    """A postcode district that belongs to a locality team."""
    return LocalityArea.objects.create(
        postcode_start=postcode_start, team=team(locality=locality)
    )


def address(child_: Child, *, by: User | None = None, **more: Any) -> Address:
    """Where a child lives since 1 September 2020."""
    facts: dict[str, Any] = {
        "lines": "1 Broad Street",
        "town": "Leominster",
        "postcode": "HR6 8BS",
        "starts_on": date(2020, 9, 1),
    }
    return people.address_change(
        child=child_, by=by or user("caseworker"), **(facts | more)
    )


def contact(child_: Child | None = None, **more: Any) -> Contact:
    """A mother with parental responsibility, a contact since 1 September 2020."""
    number = next(numbers)
    facts: dict[str, Any] = {
        "relationship": "mother",
        "parental_responsibility": True,
        "lives_with_child": True,
        "starts_on": date(2020, 9, 1),
    }
    if "adult" not in more:
        facts["name"] = f"Parent {number}"
        facts["phone"] = f"01432 {number:06d}"
    return people.contact_add(
        child=child_ or child(), by=user("caseworker"), **(facts | more)
    )


def status(child_: Child, kind: str = "child_in_need", **more: Any) -> ChildStatus:
    """A status since 1 September 2026."""
    if kind == "looked_after":
        more.setdefault("authority", code("LA_CODE", "884"))
    more.setdefault("starts_on", date(2026, 9, 1))
    return people.status_start(child=child_, kind=kind, by=user("caseworker"), **more)


def attendance(
    child_: Child, setting_: Setting | None = None, **more: Any
) -> Attendance:
    """Where a child is taught since 1 September 2021."""
    more.setdefault("starts_on", date(2021, 9, 1))
    return people.attendance_start(
        child=child_, setting=setting_ or setting(), by=user("caseworker"), **more
    )


def involvement(child_: Child, **more: Any) -> Involvement:
    """A speech therapist who works with a child since 1 September 2026."""
    number = next(numbers)
    facts: dict[str, Any] = {"starts_on": date(2026, 9, 1)}
    if "professional" not in more:
        facts |= {"kind": "speech", "name": f"Therapist {number}"}
    return people.involvement_start(
        child=child_, by=user("caseworker"), **(facts | more)
    )


def withholding(
    hidden_from: Contact, about: Contact | None = None, **more: Any
) -> Withholding:
    """Something that one of the contacts must not be told."""
    more.setdefault("reason", "A court ordered it")
    return people.withholding_set(
        child=hidden_from.child,
        hidden_from=hidden_from,
        about=about,
        by=user("caseworker"),
        **more,
    )


def deadline(
    *,
    case_: Case | None = None,
    due_on: date = date(2026, 12, 1),
    rule: str = "NA-03",
    title: str = "Tell the family whether we will assess",
    met_on: date | None = None,
    void: bool = False,
) -> Deadline:
    """A deadline of a case, about a record that is not there."""
    case_ = case_ or case()
    about = Case(pk=10**9 + next(numbers))
    wanted = Wanted(rule, title, due_on, met_on=met_on, void=void)
    casework.deadlines_refresh(case=case_, about=about, wanted=[wanted])
    return Deadline.objects.get(about_id=about.pk, about_type="casework.case")


def task(*, case_: Case | None = None, by: User | None = None, **more: Any) -> Task:
    """Something for the officer to do by 27 November 2026."""
    of = case_ or case()
    by = by or user("caseworker")
    facts: dict[str, Any] = {
        "what": "Ring the school",
        "given_to": of.officer or by,
        "due_on": date(2026, 11, 27),
    }
    return casework.task_add(case=of, by=by, **{**facts, **more})


def cover(officer: User, covered_by: User, *, starts_on: date, ends_on: date) -> Cover:
    """Somebody away, said by themselves."""
    return casework.cover_set(
        officer=officer,
        covered_by=covered_by,
        starts_on=starts_on,
        ends_on=ends_on,
        by=officer,
    )


def note(*, case_: Case | None = None, by: User | None = None, **more: Any) -> Note:
    """A call with a mother on 10 November 2026."""
    facts: dict[str, Any] = {
        "kind": NoteKind.CALL,
        "category": PaperCategory.GENERAL,
        "happened_on": date(2026, 11, 10),
        "with_whom": "his mother",
        "text": "She would like a later meeting.",
    }
    return casework.note_add(
        case=case_ or case(), by=by or user("caseworker"), **{**facts, **more}
    )


def document(
    *,
    case_: Case | None = None,
    by: User | None = None,
    filename: str = "report.pdf",
    content: bytes = b"%PDF-1.4\n%%EOF\n",
    **more: Any,
) -> Document:
    """A PDF received on 10 November 2026."""
    facts: dict[str, Any] = {
        "title": "",
        "category": PaperCategory.GENERAL,
        "happened_on": date(2026, 11, 10),
    }
    [made] = casework.document_add(
        case=case_ or case(),
        files=[uploads.checked(ContentFile(content, name=filename))],
        by=by or user("caseworker"),
        **{**facts, **more},
    )
    return made


def family_case(**more: Any) -> Case:
    """An EHC case, requested on 1 September 2026, whose mother can be written to."""
    made = assessment(**more)
    address(made.case.child)
    contact(made.case.child, name="Ceri Parent")
    return made.case


def letter(*, case_: Case | None = None, by: User | None = None) -> Letter:
    """A general letter to the mother, to be posted."""
    case_ = case_ or family_case()
    if not case_.child.contacts.exists():
        address(case_.child)
        contact(case_.child)
    template = Template.objects.get(name="General letter")
    return letters.letter_make(
        case=case_,
        version=template.now,
        subject="About the meeting",
        body="We meet on **Monday**.",
        to=[f"contact-{case_.child.contacts.order_by('pk')[0].pk}"],
        by=by or user("caseworker"),
    )
