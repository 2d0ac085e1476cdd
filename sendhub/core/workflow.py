"""A workflow is a table of allowed moves between stages."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken

S = TypeVar("S", bound=TextChoices)


class Workflow(Generic[S]):
    """Which stage may follow which."""

    def __init__(self, moves: Mapping[S, Iterable[S]]) -> None:
        self.moves = {stage: frozenset(targets) for stage, targets in moves.items()}

    def allows(self, old: S, new: S) -> bool:
        """Say whether `new` may follow `old`."""
        return new in self.moves.get(old, frozenset())

    def check(self, old: S, new: S) -> None:
        """Raise RuleBroken, in words, when `new` may not follow `old`."""
        if not self.allows(old, new):
            raise RuleBroken(
                f"This is at “{old.label}”; it cannot go to “{new.label}” from there."
            )


def as_mermaid(workflow: Workflow[S]) -> str:
    """Draw the table as a Mermaid state diagram, for the documentation."""
    lines = ["stateDiagram-v2"]
    for old, targets in workflow.moves.items():
        lines += [f"    {old.value} --> {new.value}" for new in sorted(targets)]
    named = dict.fromkeys(
        stage for old, targets in workflow.moves.items() for stage in (old, *targets)
    )
    lines += sorted(f"    {stage.value}: {stage.label}" for stage in named)
    return "\n".join(lines) + "\n"
