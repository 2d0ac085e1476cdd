"""What the pages about one child's EHC work have in common."""

from typing import Any

from sendhub.casework.casefile import crumbs
from sendhub.casework.models import Case


def about(case: Case, title: str) -> dict[str, Any]:
    """Say whose page it is, what it is called and the way to it."""
    return {
        "case": case,
        "child": case.child,
        "title": title,
        "breadcrumbs": [*crumbs(case), {"title": title}],
    }
