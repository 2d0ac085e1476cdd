"""How acts on users and reference data read in the history."""

SENTENCES = {
    "accounts.filter_save": "Filter “{name}” of {page} saved{shared}",
    "accounts.filter_drop": "Filter “{name}” of {page} deleted",
    "accounts.digest_choose": "Weekly digest by e-mail {said} by {name}",
    "accounts.administrator_make": "{name} made an administrator",
    "accounts.second_factor_reset": "Second step of {name} reset",
    "accounts.admin_add": "{kind} “{name}” added",
    "accounts.admin_change": "{kind} “{name}” changed: {what}",
    "accounts.admin_delete": "{kind} “{name}” deleted",
    "accounts.roles_set": "Roles of {name}: {roles}",
}
