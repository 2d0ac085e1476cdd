"""How acts on settings read."""

SENTENCES = {
    "schools.setting_edit": "What we keep of a setting changed",
    "schools.register_load": "Schools register loaded from {file}: {new} new, "
    "{changed} changed, {closed} closed, {reopened} open again, {links} links",
}
