"""Everything that changes a setting, or the register it comes from."""

from sendhub.schools.actions.links import links_follow, links_infer
from sendhub.schools.actions.loading import (
    Source,
    load_compare,
    load_run,
    register_import,
)
from sendhub.schools.actions.setting import LocalFacts, setting_edit

__all__ = [
    "LocalFacts",
    "Source",
    "links_follow",
    "links_infer",
    "load_compare",
    "load_run",
    "register_import",
    "setting_edit",
]
