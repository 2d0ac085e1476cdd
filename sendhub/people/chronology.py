"""What happened to a child, from every service, as one person may read it (PPL-6)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils.timezone import localtime

from sendhub.audit import sentences
from sendhub.audit.models import Act
from sendhub.people import casefile
from sendhub.people.models import Involvement

if TYPE_CHECKING:
    from sendhub.accounts.models import User
    from sendhub.audit.querysets import ActQuerySet
    from sendhub.people.models import Child

OWN = "people"


@dataclass(frozen=True)
class Entry:
    """An act as the timeline draws it."""

    title: str
    written_on: date | None
    date: date
    by: str
    kind: str
    url: str


def acts_of(child: "Child", user: "User") -> "ActQuerySet":
    """The child's acts, without those of services and cases closed to this person.

    Of a note or document entered in error only that it was an error is left.
    """
    ids = records_of(child)
    closed = Involvement.objects.filter(child__in=ids).closed_to(user).values("pk")
    acts = (
        Act.objects.about_child(*ids)
        .exclude(about_type="people.involvement", about_id__in=closed)
        .not_on_cases(casefile.cases_closed_to(user, child))
    )
    for app in casefile.apps_hidden_from(user):
        acts = acts.not_of_app(app, but=casefile.acts_spared(app, user, child))
    for act, papers in casefile.errors_hidden_from(user, child).items():
        acts = acts.exclude(act=act, about_id__in=papers)
    return acts


def records_of(child: "Child") -> list[int]:
    """The numbers under which history knows a child: merged records are theirs too."""
    return [child.pk, *child.aliases.values_list("pk", flat=True)]


def services_for(user: "User") -> list[tuple[str, str]]:
    """The services whose acts this person may read, with their names.

    Those that have a name for a tag: the acts of the others are about no child.
    """
    hidden = casefile.apps_hidden_from(user)
    known = {act.partition(".")[0] for act in sentences.known()}.difference(hidden)
    return sorted((app, name_of(app)) for app in known if _tagged(app))


def _tagged(app: str) -> bool:
    return hasattr(apps.get_app_config(app), "short_name")


def name_of(app: str) -> str:
    """A service's name, short enough for a tag."""
    if not apps.is_installed(f"sendhub.{app}"):
        return app
    config = apps.get_app_config(app)
    return str(getattr(config, "short_name", config.verbose_name))


def entry(act: Act) -> Entry:
    """An act in words; where it was written down later, on which day."""
    written = localtime(act.at).date()
    return Entry(
        title=act.sentence,
        date=act.happened_on,
        by=act.by_name,
        kind="" if act.app == OWN else name_of(act.app),
        written_on=written if written > act.happened_on else None,
        url=casefile.case_url(act.case_id) if act.case_id else "",
    )
