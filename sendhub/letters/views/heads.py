"""What the pages of letters have in common."""

from typing import Any

from sendhub.casework.casefile import crumbs
from sendhub.casework.models import Case
from sendhub.casework.views.heads import load_head
from sendhub.core.lists import Sort

NEWEST = {"newest": Sort("Newest", ("pk",), backwards=True)}


def about(case: Case, title: str) -> dict[str, Any]:
    """Say whose page it is, what it is called and the way to it."""
    load_head(case)
    return {
        "case": case,
        "child": case.child,
        "title": title,
        "breadcrumbs": [*crumbs(case), {"title": title}],
    }
