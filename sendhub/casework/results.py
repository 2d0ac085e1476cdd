"""What casework adds to the rows of the search for a child."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sendhub.accounts.models import User
from sendhub.casework.away import officer_words
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.people.finders import OpenCase


def open_cases(user: User, children: Iterable[int]) -> Mapping[int, Sequence[OpenCase]]:
    """The open cases of these children that somebody may open, in one query."""
    found = Case.objects.filter(child__in=list(children)).open().open_to(user)
    by_child: dict[int, list[OpenCase]] = defaultdict(list)
    for case in found.for_panel(on=clock.today()):
        held_by = str(case.team or "Nobody yet")
        if case.officer:
            held_by = officer_words(case.officer)
        line = OpenCase(case.reference, case.get_absolute_url(), held_by)
        by_child[case.child_id].append(line)
    return by_child
