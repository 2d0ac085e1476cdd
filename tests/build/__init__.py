"""Builders: one plain function for each thing a test may need, all with defaults.

They go through the actions, so that what a test starts from is what a person
could have made.
"""

from tests.build import hubs
from tests.build.accounts import notice, saved_filter, team, user
from tests.build.background import job
from tests.build.casework import case, cover, deadline, document, note, task
from tests.build.ehcps import (
    TEXTS,
    advice,
    advice_here,
    appealed,
    assessment,
    ceasing,
    correction,
    draft_sent,
    exemption,
    held_advice,
    issue,
    not_issued,
    plan,
    reversal,
    send_draft,
)
from tests.build.intakes import intake
from tests.build.letters import WHO_HELPS, family_case, letter, who_helps
from tests.build.moves import (
    awaited,
    commissioner,
    move_correction,
    move_in,
    move_out,
    taken_over,
)
from tests.build.people import (
    address,
    area,
    attendance,
    child,
    contact,
    glass,
    involvement,
    merge,
    restricted_child,
    status,
    withholding,
)
from tests.build.reassessment import again
from tests.build.returned import dispute, plan_return
from tests.build.schools import code, load, load_row, setting, succession

__all__ = [
    "TEXTS",
    "WHO_HELPS",
    "address",
    "advice",
    "advice_here",
    "again",
    "appealed",
    "area",
    "assessment",
    "attendance",
    "awaited",
    "case",
    "ceasing",
    "child",
    "code",
    "commissioner",
    "contact",
    "correction",
    "cover",
    "deadline",
    "dispute",
    "document",
    "draft_sent",
    "exemption",
    "family_case",
    "glass",
    "held_advice",
    "hubs",
    "intake",
    "involvement",
    "issue",
    "job",
    "letter",
    "load",
    "load_row",
    "merge",
    "move_correction",
    "move_in",
    "move_out",
    "not_issued",
    "note",
    "notice",
    "plan",
    "plan_return",
    "restricted_child",
    "reversal",
    "saved_filter",
    "send_draft",
    "setting",
    "status",
    "succession",
    "taken_over",
    "task",
    "team",
    "user",
    "who_helps",
    "withholding",
]
