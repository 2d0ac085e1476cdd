"""What each page of the access table is about: one builder per number in an address.

A builder gets the child whose record it is and the people who will try the page, and
gives the number that the address wants. A page that needs its record in a certain
state stands in `OF_PAGE`.
"""

from collections.abc import Callable
from datetime import date

from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver

from sendhub.accounts.models import User
from sendhub.background.actions import job_run
from sendhub.casework.models import Deadline, Document, Reassignment
from sendhub.casework.rules import Category
from sendhub.ehcps.models import Extract
from sendhub.ehcps.rules import Stage, Standing
from sendhub.intakes.rules import Kind
from sendhub.letters.models import Batch, Letter, Template
from sendhub.nurture_hubs.models import HubPlace
from sendhub.people import actions as people
from sendhub.people.access import restricted_key
from sendhub.people.models import (
    AccessRequest,
    Address,
    Adult,
    Attendance,
    Child,
    ChildStatus,
    Contact,
    ExternalNumber,
    Involvement,
    NamedStaff,
    Professional,
    Withholding,
)
from tests import build

OF_HUB_SCHOOLS = {"nurture_hubs:agreement-answer"}
"""Pages that open to a hub school alone: no manager may try them."""

Builder = Callable[[Child, list[User]], int | str]
START = date(2026, 9, 1)


def restricted(child: Child, who: list[User]) -> Child:
    """Restrict a child to the people given, and to no other who reads along."""
    child.refresh_from_db()
    if child.is_restricted:
        readers = NamedStaff.objects.filter(child=child)
        readers.exclude(user=child.restricted_by).delete()
        return child
    return people.child_restrict(
        child=child, named=who, reason="A relative", by=build.user("service_manager")
    )


def job_done(child: Child, who: list[User]) -> int:
    job = build.job(by=who[0])
    job_run(job_id=job.pk)
    return job.pk


def contact(child: Child, who: list[User]) -> int:
    adult = Adult.objects.create(name="Ceri Parent")
    Address.objects.create(adult=adult, lines="1 High Street", starts_on=START)
    return Contact.objects.create(
        child=child, adult=adult, relationship="mother", starts_on=START
    ).pk


def home(child: Child, who: list[User]) -> int:
    return Address.objects.create(child=child, lines="1 Hill", starts_on=START).pk


def hub_place(child: Child, who: list[User]) -> int:
    hub = build.hubs.hub(age_from=2, age_to=18)
    made = build.hubs.referral(child_=child)
    return build.hubs.place(hub, made=build.hubs.agreed(hub, made=made)).pk


def withholding(child: Child, who: list[User]) -> int:
    return Withholding.objects.create(
        child=child,
        hidden_from_id=contact(child, who),
        reason="The court said so",
        set_by=build.user(),
        set_at="2026-09-01T10:00Z",
    ).pk


def involvement(child: Child, who: list[User]) -> int:
    helper = Professional.objects.create(name="Dr Bevan", kind="educational_psychology")
    return Involvement.objects.create(
        child=child, professional=helper, starts_on=START
    ).pk


def number(child: Child, who: list[User]) -> int:
    return ExternalNumber.objects.create(
        child=child, system="school", number="AB-12"
    ).pk


def status(child: Child, who: list[User]) -> int:
    return ChildStatus.objects.create(
        child=child, kind="child_in_need", starts_on=START
    ).pk


def attendance(child: Child, who: list[User]) -> int:
    return Attendance.objects.create(
        child=child, setting=build.setting(), starts_on=START
    ).pk


def case(child: Child, who: list[User]) -> int:
    return build.case(child_=child).pk


def deadline(child: Child, who: list[User]) -> int:
    build.assessment(child_=child)
    return Deadline.objects.filter(case__child=child, ended="")[0].pk


def note(child: Child, who: list[User]) -> int:
    return build.note(case_=build.case(child_=child), by=build.user()).pk


def task(child: Child, who: list[User]) -> int:
    return build.task(case_=build.case(child_=child), by=build.user("caseworker")).pk


def document(child: Child, who: list[User]) -> int:
    return Document.objects.create(
        case=build.case(child_=child),
        title="Report",
        category=Category.GENERAL,
        happened_on=START,
        file=ContentFile(b"text", "report.txt"),
        filename="report.txt",
        content_type="text/plain",
        size=4,
        sha256="0" * 64,
        added_by=build.user(),
    ).pk


def named(child: Child, who: list[User]) -> int:
    by = restricted(child, who).restricted_by
    return NamedStaff.objects.get(child=child, user=by).pk


def merge(child: Child, who: list[User]) -> int:
    return build.merge(child, build.child()).pk


def key(child: Child, who: list[User]) -> str:
    return restricted_key(restricted(child, []).pk)


def asked(child: Child, who: list[User]) -> int:
    restricted(child, who)
    return AccessRequest.objects.create(
        child=child,
        asked_by=build.user("caseworker"),
        asked_at="2026-11-01T10:00Z",
        reason="Her school rings about her.",
    ).pk


def glass(child: Child, who: list[User]) -> int:
    restricted(child, who)
    return build.glass(child).pk


def own_glass(child: Child, who: list[User]) -> int:
    restricted(child, [])
    return build.glass(child, by=who[0]).pk


def letter(child: Child, who: list[User]) -> int:
    return build.letter(case_=build.case(child_=child), by=build.user()).pk


def template(child: Child, who: list[User]) -> int:
    return Template.objects.get(name="General letter").pk


def batch(child: Child, who: list[User]) -> int:
    """An order for this child's letter, not made yet: there is nothing to print."""
    return Batch.objects.create(
        template_version=Template.objects.get(name="General letter").now,
        asked_by=build.user(),
    ).pk


def assessment_at(stage: Stage) -> Builder:
    return lambda child, who: build.assessment(child_=child, stage=stage).pk


def excusable_limit(child: Child) -> Deadline:
    """A limit for which the law knows reasons."""
    made = build.assessment(child_=child)
    return Deadline.objects.get(
        about_type="ehcps.needsassessment", about_id=made.pk, rule="NA-03"
    )


def plan_at(standing: Standing) -> Builder:
    return lambda child, who: build.plan(child_=child, standing=standing).pk


def hub_place_over(child: Child) -> HubPlace:
    """A place that has just ended."""
    hub = build.hubs.hub(age_from=2, age_to=18)
    made = build.hubs.agreed(hub, made=build.hubs.referral(child_=child))
    return build.hubs.begun(of_hub=hub, made=made)


SUBJECTS: dict[str, Builder] = {
    "child_id": lambda child, who: child.pk,
    "other_id": lambda child, who: build.child().pk,
    "contact_id": contact,
    "address_id": home,
    "withholding_id": withholding,
    "involvement_id": involvement,
    "number_id": number,
    "status_id": status,
    "attendance_id": attendance,
    "case_id": case,
    "deadline_id": deadline,
    "note_id": note,
    "document_id": document,
    "task_id": task,
    "extract_id": lambda child, who: (
        Extract.objects.create(
            filename="x.csv", plans=1, left_out=0, children=[child.pk], sha256="a" * 64
        ).pk
    ),
    "reassignment_id": lambda child, who: (
        Reassignment.objects.create(by=build.user(), handover="All is said.").pk
    ),
    "cover_id": lambda child, who: (
        build.cover(
            build.user("caseworker"),
            build.user("caseworker"),
            starts_on=START,
            ends_on=date(2027, 1, 1),
        ).pk
    ),
    "assessment_id": assessment_at(Stage.REQUESTED),
    "advice_id": lambda child, who: (
        build.advice(
            assessment_=build.assessment(child_=child, stage=Stage.ASSESSING)
        ).pk
    ),
    "reversal_id": lambda child, who: (
        build.reversal(
            build.assessment(
                child_=child, received_on=date(2026, 5, 4), stage=Stage.REFUSED
            )
        ).pk
    ),
    "correction_id": lambda child, who: (
        build.correction(build.assessment(child_=child, stage=Stage.ASSESSING)).pk
    ),
    "dispute_id": lambda child, who: (
        build.dispute(build.assessment(child_=child, stage=Stage.REFUSED).case).pk
    ),
    "exemption_id": lambda child, who: build.exemption(excusable_limit(child)).pk,
    "ceasing_id": lambda child, who: build.ceasing(build.plan(child_=child)).pk,
    "change_id": lambda child, who: build.commissioner(build.plan(child_=child)).pk,
    "move_in_id": lambda child, who: build.move_in(child_=child).pk,
    "move_out_id": lambda child, who: (
        build.move_out(build.assessment(child_=child).case).pk
    ),
    "plan_id": plan_at(Standing.LIVE),
    "intake_id": lambda child, who: build.intake(child_=child, kind=Kind.ATTENTION).pk,
    "place_id": hub_place,
    "referral_id": lambda child, who: build.hubs.referral(child_=child).pk,
    "talk_id": lambda child, who: build.hubs.talk(hub_place_over(child)).pk,
    "step_id": lambda child, who: build.hubs.step(hub_place_over(child)).pk,
    "destination_id": lambda child, who: (
        build.hubs.destination(hub_place_over(child)).pk
    ),
    "agreement_id": lambda child, who: (
        build.hubs.agreed(
            build.hubs.hub(age_from=2, age_to=18),
            made=build.hubs.referral(child_=child),
        )
        .agreements.latest("pk")
        .pk
    ),
    "measure_id": lambda child, who: (
        build.hubs.measure(build.hubs.referral(child_=child), stage="1").pk
    ),
    "visit_id": lambda child, who: build.hubs.visit(child).pk,
    "target_id": lambda child, who: (
        build.hubs.target(build.hubs.referral(child_=child)).pk
    ),
    "named_id": named,
    "merge_id": merge,
    "key": key,
    "request_id": asked,
    "grant_id": glass,
    "letter_id": letter,
    "delivery_id": lambda child, who: (
        Letter.objects.get(pk=letter(child, who)).deliveries.get().pk
    ),
    "template_id": template,
    "batch_id": batch,
    "notice_id": lambda child, who: build.notice().pk,
    "filter_id": lambda child, who: build.saved_filter(by=who[0]).pk,
    "job_id": lambda child, who: build.job(by=who[0]).pk,
    "setting_id": lambda child, who: build.setting().pk,
    "load_id": lambda child, who: build.load().pk,
    "hub_id": lambda child, who: build.hubs.hub().pk,
    "host_id": lambda child, who: build.hubs.hub().hosts.get().pk,
    "pause_id": lambda child, who: build.hubs.pause().pk,
    "member_id": lambda child, who: build.hubs.member().pk,
}
OF_PAGE: dict[str, Builder] = {
    **dict.fromkeys(
        (
            "people:child-access",
            "people:restriction-lift",
            "people:restriction-review",
            "people:staff-name",
        ),
        lambda child, who: restricted(child, who).pk,
    ),
    "people:access-give-back": own_glass,
    "background:job-file": job_done,
    "schools:register-mend": lambda child, who: build.load_row().load_id,
    "ehcps:advice-accept": assessment_at(Stage.ASSESSING),
    "ehcps:advice-ask": assessment_at(Stage.ASSESSING),
    "ehcps:issue-decide": assessment_at(Stage.ASSESSING),
    "ehcps:exemption-record": lambda child, who: excusable_limit(child).pk,
    "ehcps:refusal-reverse": assessment_at(Stage.REFUSED),
    "ehcps:plan-write": plan_at(Standing.DRAFT),
    "ehcps:draft-send": plan_at(Standing.DRAFT),
}
# A key says nothing of the child it stands for.
OF_NO_CHILD = {
    "notice_id",
    "filter_id",
    "job_id",
    "setting_id",
    "load_id",
    "cover_id",
    "reassignment_id",
    "key",
    "template_id",
    "batch_id",
    "extract_id",
    "hub_id",
    "host_id",
    "pause_id",
    "member_id",
}

# Pages that say who is let in, and not into whose record; and the page of one's own.
OPEN_STILL = {
    "people:access-give-back",
    "people:access-revoke",
    "people:glass-review",
}


def numbers_in(page: str) -> list[str]:
    """The names of the numbers in a page's address."""
    return PATTERNS[page]


def about_a_child(page: str) -> bool:
    """Whether a page shows one child's records."""
    return bool(set(numbers_in(page)) - OF_NO_CHILD)


def address(page: str, child: Child, who: list[User]) -> list[int | str]:
    """Make what a page is about; give the numbers for its address."""
    return [OF_PAGE.get(page, SUBJECTS[name])(child, who) for name in numbers_in(page)]


def _patterns(items: list[URLPattern | URLResolver], app: str = "") -> dict:
    found: dict[str, list[str]] = {}
    for item in items:
        if isinstance(item, URLResolver):
            found |= _patterns(item.url_patterns, item.namespace or app)
        elif app and app != "admin":
            found[f"{app}:{item.name}"] = list(item.pattern.converters)
    return found


PATTERNS: dict[str, list[str]] = _patterns(get_resolver().url_patterns)
