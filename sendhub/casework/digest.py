"""The weekly digest of a team: numbers and links, never a child's name."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet
from django.template.loader import render_to_string

from sendhub.accounts.models import Team, User
from sendhub.accounts.permissions import Permission
from sendhub.casework.board import SORTS, Board, in_order
from sendhub.statutory.words import date_words


def leaders() -> QuerySet[User]:
    """Who leads a team and wants its digest."""
    return User.objects.may(Permission.DIGEST_CHOOSE).led_teams().select_related("team")


def digest_of(user: User, team: Team | None, *, on: date) -> dict[str, Any]:
    """The team's week as one leader sees it, for the page and for the e-mail."""
    board = Board(user, team, on=on)
    rows = in_order(board.rows(), "overdue", SORTS["overdue"].backwards)
    return {
        "team": team,
        "monday": board.monday,
        "totals": board.totals(),
        "rows": [*rows, board.nobody()],
    }


def message(person: User, *, on: date) -> EmailMultiAlternatives:
    """Write the e-mail of one leader."""
    shown = digest_of(person, person.team, on=on)
    context = {**shown, "person": person, "site": settings.SITE_URL}
    mail = EmailMultiAlternatives(
        f"{person.team}: the week from {date_words(on)}",
        render_to_string("casework/mail/digest.txt", context),
        to=[person.email],
    )
    html = render_to_string("casework/mail/digest.html", context)
    mail.attach_alternative(html, "text/html")
    return mail
