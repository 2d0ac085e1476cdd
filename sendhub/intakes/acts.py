"""What may be done next with notices and referrals."""

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core.navigation import ActLink
from sendhub.intakes.models import Intake

Act = tuple[Permission, ActLink]


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done on a case, the usual next act first."""
    found = list(Intake.objects.open().filter(case=case).newest_first())
    several = len(found) > 1
    acts = [act for intake in found for act in _acts_of(intake, named=several)]
    more = _link("intake-log", case.child_id, "Log another notice or referral", False)
    acts.append((Permission.INTAKE_LOG, more))
    return [link for permission, link in acts if user.may(permission)]


def _acts_of(intake: Intake, *, named: bool) -> list[Act]:
    said = f" ({intake.get_kind_display().lower()})" if named else ""
    pk, answered = intake.pk, bool(intake.answered_on)
    letter = "welcome letter" if intake.is_referral else "answer"
    answer = _link("intake-answer", pk, f"Record the {letter}{said}", True)
    start = _link("intake-start", pk, f"Record that support began{said}", True)
    assess = _link(
        "intake-assess", pk, f"Consider an assessment{said}", not intake.is_referral
    )
    close = _link("intake-close", pk, f"Close it{said}", False)
    return [
        *([] if answered else [(Permission.INTAKE_ANSWER, answer)]),
        *([(Permission.INTAKE_START, start)] if intake.is_referral else []),
        (Permission.INTAKE_ASSESS, assess),
        (Permission.INTAKE_CLOSE, close),
    ]


def _link(name: str, pk: int, label: str, usual: bool) -> ActLink:
    return ActLink(label, reverse(f"intakes:{name}", args=[pk]), usual=usual)
