"""How acts on settings read."""

SENTENCES = {
    "schools.setting_edit": "What we keep of a setting changed",
    "schools.register_upload": "Schools register uploaded to be compared: {file}",
    "schools.register_confirm": "Schools register {file} was confirmed: {new} new, "
    "{changed} changed, {closed} closed and {reopened} open again were expected",
    "schools.register_drop": "Schools register {file} was not loaded",
    "schools.register_forget": "Schools register {file} was not confirmed within seven "
    "days, and not loaded",
    "schools.register_load": "Schools register loaded from {file}: {new} new, "
    "{changed} changed, {closed} closed, {reopened} open again, {links} links",
}
