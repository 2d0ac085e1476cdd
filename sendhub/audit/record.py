"""Writing history: `record` an act, `note_look` at something about a child,
and `note_sign_in` at the door."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from typing import Any, Protocol

from django.db import models
from django.http import HttpRequest

from sendhub.audit.models import Act, Look, SignIn
from sendhub.core import clock

JUST_NOW = timedelta(minutes=5)
_kept_later: ContextVar[list[Act] | None] = ContextVar("kept_later", default=None)


class Person(Protocol):
    """Whoever acts: history keeps the name as it was then."""

    pk: Any

    def __str__(self) -> str: ...


def record(
    act: str,
    *,
    by: Person,
    child: models.Model | None = None,
    about: models.Model | None = None,
    on: date | None = None,
    keep: bool = True,
    **facts: Any,
) -> Act:
    """Write one act into the history, inside the act's own transaction.

    `on` is the day it happened where that is not today; `facts` fill its sentence.
    Whoever acts on many hundreds at once has them made only, and keeps them together.
    """
    now = clock.now()
    made = Act(
        act=act,
        at=now,
        happened_on=on or clock.today(),
        by_id=by.pk,
        by_name=str(by),
        child_id=child.pk if child else None,
        case_id=getattr(about, "case_id", None),
        about_type=about._meta.label_lower if about else "",
        about_id=about.pk if about else None,
        facts={name: _plain(value) for name, value in facts.items()},
    )
    if keep and (waiting := _kept_later.get()) is not None:
        waiting.append(made)
    elif keep:
        made.save()
    return made


def keep_together(acts: Iterable[Act]) -> None:
    """Write many acts at once, that `record` has made."""
    if (waiting := _kept_later.get()) is not None:
        waiting.extend(acts)
    else:
        Act.objects.bulk_create(acts)


@contextmanager
def recorded_together() -> Iterator[None]:
    """Write what is recorded within it at its end, at once and in the same order.

    Only for invented caseloads: an act within does not find those before it in the
    history. What fails within has written none of it.
    """
    waiting: list[Act] = []
    token = _kept_later.set(waiting)
    try:
        yield
    finally:
        _kept_later.reset(token)
    keep_together(waiting)


def note_look(
    request: HttpRequest,
    kind: Look.Kind,
    *,
    child_id: int | None = None,
    about: models.Model | None = None,
    ids: Iterable[int] = (),
) -> None:
    """Write down that the signed-in person opened something about a child."""
    Look.objects.create(
        kind=kind,
        at=clock.now(),
        by_id=request.user.pk,  # type: ignore[misc]
        by_name=str(request.user),
        child_id=child_id,
        about_type=about._meta.label_lower if about else "",
        about_id=about.pk if about else None,
        ids=list(ids),
        path=request.get_full_path()[:500],
        address=request.META.get("REMOTE_ADDR", ""),
    )


def note_sign_in(
    request: HttpRequest | None, kind: SignIn.Kind, *, email: str, by: Any = None
) -> SignIn:
    """Write down that somebody signed in, failed to, or changed how they sign in."""
    return SignIn.objects.create(
        kind=kind,
        at=clock.now(),
        email=email.lower()[:254],
        by_id=getattr(by, "pk", None),
        address=request.META.get("REMOTE_ADDR", "") if request else "",
    )


def note_look_again(
    request: HttpRequest, kind: Look.Kind, *, child_id: int, about: models.Model
) -> None:
    """Write down a look at a page of work, unless it was noted minutes ago (ADM-3)."""
    just_now = Look.objects.at_child(child_id).filter(
        by_id=request.user.pk,  # type: ignore[misc]
        about_type=about._meta.label_lower,
        about_id=about.pk,
        at__gte=clock.now() - JUST_NOW,
    )
    if not just_now.exists():
        note_look(request, kind, child_id=child_id, about=about)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | str | bool) else str(value)
