"""Everything that changes a setting, or the register it comes from."""

from sendhub.schools.actions.links import links_follow, links_infer
from sendhub.schools.actions.loading import (
    CutIn,
    Operator,
    Source,
    load_compare,
    load_run,
    register_import,
)
from sendhub.schools.actions.registers import (
    job_of,
    register_confirm,
    register_drop,
    register_files_sweep,
    register_refuse,
    register_upload,
    registers_forget,
)
from sendhub.schools.actions.setting import LocalFacts, setting_edit

__all__ = [
    "CutIn",
    "LocalFacts",
    "Operator",
    "Source",
    "job_of",
    "links_follow",
    "links_infer",
    "load_compare",
    "load_run",
    "register_confirm",
    "register_drop",
    "register_files_sweep",
    "register_import",
    "register_refuse",
    "register_upload",
    "registers_forget",
    "setting_edit",
]
