"""Letters, and cases whose family can be written to."""

from typing import Any

from sendhub.accounts.models import User
from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters import actions as letters
from sendhub.letters.models import Letter, Template
from tests.build.accounts import user
from tests.build.ehcps import assessment
from tests.build.people import address, contact

WHO_HELPS = {
    "mediation_adviser": "Marches Mediation, 01632 960200",
    "advice_service": "SENDIASS Herefordshire, 01632 960300",
    "disagreement_service": "Calm Talk, 01632 960400",
}


def who_helps() -> None:
    """Let an administrator have entered whom letters tell families to turn to."""
    Partnership.objects.update_or_create(pk=1, defaults=WHO_HELPS)


def family_case(**more: Any) -> Case:
    """An EHC case, requested on 1 September 2026, whose mother can be written to."""
    who_helps()
    made = assessment(**more)
    address(made.case.child)
    contact(made.case.child, name="Ceri Parent")
    return made.case


def letter(
    *, case_: Case | None = None, by: User | None = None, kind: str = "general"
) -> Letter:
    """A general letter to the mother, or one of another kind, to be posted."""
    who_helps()
    case_ = case_ or family_case()
    if not case_.child.contacts.exists():
        address(case_.child)
        contact(case_.child)
    template = Template.objects.letters().offered().of_kinds([kind])[0]
    return letters.letter_make(
        case=case_,
        version=template.now,
        subject="About the meeting",
        body="We meet on **Monday**.",
        to=[f"contact-{case_.child.contacts.order_by('pk')[0].pk}"],
        by=by or user("caseworker"),
    )
