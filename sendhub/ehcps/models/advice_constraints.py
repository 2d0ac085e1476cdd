"""What must hold of every advice: asked or held, and judged only once it is here."""

from django.db.models import CheckConstraint, F, Q

from sendhub.ehcps.rules import AdviceKind, Quality

NOT_HELD = Q(
    held_from=None, held_agreed_on=None, held_agreed_by=None, held_agreed_with=""
)
HELD = Q(
    held_from__isnull=False,
    held_agreed_on__isnull=False,
    held_agreed_by__isnull=False,
) & ~Q(held_agreed_with="")

ADVICE_CONSTRAINTS = [
    CheckConstraint(
        condition=Q(asked_on=None, asked_by=None, due_on=None)
        | Q(
            asked_on__isnull=False,
            asked_by__isnull=False,
            due_on__isnull=False,
            due_on__gt=F("asked_on"),
        ),
        name="ehcps_advice_asked_who_and_when",
    ),
    CheckConstraint(
        condition=Q(asked_on__isnull=False) | Q(held_agreed_on__isnull=False),
        name="ehcps_advice_asked_or_held",
    ),
    CheckConstraint(
        condition=NOT_HELD | HELD & Q(held_agreed_on__gte=F("held_from")),
        name="ehcps_advice_held_as_agreed",
    ),
    CheckConstraint(
        condition=Q(held_agreed_on=None)
        | Q(received_on=None) & ~Q(kind=AdviceKind.PARENT),
        name="ehcps_advice_held_not_asked_of_family",
    ),
    CheckConstraint(
        condition=Q(quality=Quality.UNREAD, judged_on=None, judged_by=None, lacking="")
        | Q(
            received_on__isnull=False,
            judged_on__isnull=False,
            judged_by__isnull=False,
            judged_on__gte=F("received_on"),
        )
        & (
            Q(quality=Quality.MEETS, lacking="")
            | Q(quality=Quality.SENT_BACK) & ~Q(lacking="")
        ),
        name="ehcps_advice_judged_who_when_and_why",
    ),
]
