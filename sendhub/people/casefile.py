"""The child's page: what each service above puts on it.

A service registers its panel, and what may be done next, once in its app's `ready`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from sendhub.accounts.permissions import Permission
from sendhub.core.navigation import ActLink

if TYPE_CHECKING:
    from django.db.models import OuterRef, QuerySet

    from sendhub.accounts.models import User
    from sendhub.people.models import Child


@dataclass(frozen=True)
class Panel:
    """One service's part of the child's page.

    `template` is drawn with what `context` gives, and with `child`; an empty mapping
    leaves the panel out. Its queries must not grow with the rows it shows. `key` is
    the app's name: who may not see the panel does not read its acts either, nor who
    has not the permission that its acts need besides: of those only what `acts_spared`
    lets through.
    """

    key: str
    title: str
    order: int
    permission: Permission
    template: str
    context: Callable[["Child", "User"], Mapping[str, Any]]
    acts_need: Permission | None = None
    acts_spared: Callable[["User", "Child"], Q] | None = None

    def hides_acts_from(self, user: "User") -> bool:
        """Whether the chronology leaves out the app's acts for somebody."""
        needed = (self.permission, self.acts_need or self.permission)
        return not all(map(user.may, needed))


@dataclass(frozen=True)
class DrawnPanel:
    """A panel with what it shows to one person about one child."""

    key: str
    title: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True)
class Cases:
    """What the chronology asks about cases, which are kept above this app.

    `closed` gives the ids of a child's cases that somebody may not open; `url` is
    where a case opens; `errors` gives, by the act that put them on a case, the ids of
    papers entered in error: what was said of them then is read by nobody else now.
    """

    closed: Callable[["User", "Child"], "QuerySet"]
    url: Callable[[int], str]
    errors: Callable[["User", "Child | OuterRef"], Mapping[str, "QuerySet"]]


Steps = Callable[["Child", "User"], Iterable[ActLink]]
_panels: dict[str, Panel] = {}
_steps: list[Steps] = []
_cases: list[Cases] = []


def register(panel: Panel) -> None:
    """Add a panel; called from an app's `ready`."""
    _panels[panel.key] = panel


def register_next_steps(steps: Steps) -> None:
    """Add what a service would have done next; called from an app's `ready`."""
    _steps.append(steps)


def register_cases(cases: Cases) -> None:
    """Say how cases are opened; called once, from an app's `ready`."""
    _cases[:] = [cases]


def cases_closed_to(user: "User", child: "Child") -> "QuerySet":
    """The ids of a child's cases that this person may not open."""
    return _cases[0].closed(user, child)


def case_url(case_id: int) -> str:
    """Where a case opens."""
    return _cases[0].url(case_id)


def errors_hidden_from(
    user: "User", child: "Child | OuterRef"
) -> Mapping[str, "QuerySet"]:
    """The papers entered in error that this person no longer reads, by act.

    Of one child, or of the child of each row of a query.
    """
    return _cases[0].errors(user, child)


def panels_for(child: "Child", user: "User") -> list[DrawnPanel]:
    """Give the panels this person may see, in order."""
    drawn = []
    for panel in sorted(_panels.values(), key=lambda p: (p.order, p.key)):
        if user.may(panel.permission) and (context := panel.context(child, user)):
            shown = {**context, "child": child}
            drawn.append(DrawnPanel(panel.key, panel.title, panel.template, shown))
    return drawn


def apps_hidden_from(user: "User") -> list[str]:
    """Name the apps whose acts this person does not read in the chronology."""
    hidden = [panel.key for panel in _panels.values() if panel.hides_acts_from(user)]
    # A school reads of its own service, not what else is recorded of the child.
    return hidden if user.may(Permission.CHILDREN_ALL) else ["people", *hidden]


def acts_spared(app: str, user: "User", child: "Child") -> Q:
    """Which acts of an app somebody reads who does not read its acts as such."""
    panel = _panels.get(app)
    if panel and panel.acts_spared and user.may(panel.permission):
        return panel.acts_spared(user, child)
    return Q(pk__in=[])


def next_steps_for(child: "Child", user: "User") -> list[ActLink]:
    """Give what each service would have done next."""
    return [step for steps in _steps for step in steps(child, user)]
