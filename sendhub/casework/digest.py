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


def says_something(shown: dict[str, Any]) -> bool:
    """Whether any number of a digest is not nought; nobody reads a mail of zeros."""
    numbers = [total.number for total in shown["totals"]]
    for row in shown["rows"]:
        numbers += [row.overdue, row.tasks, row.week, row.new]
    return any(numbers)


def message(person: User, shown: dict[str, Any], *, on: date) -> EmailMultiAlternatives:
    """Write the e-mail of one leader from what the digest shows."""
    context = {**shown, "person": person, "site": settings.SITE_URL}
    mail = EmailMultiAlternatives(
        f"{person.team}: the week from {date_words(on)}",
        render_to_string("casework/mail/digest.txt", context),
        to=[person.email],
    )
    html = render_to_string("casework/mail/digest.html", context)
    mail.attach_alternative(html, "text/html")
    return mail
