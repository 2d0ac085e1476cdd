"""How acts on settings read."""

SENTENCES = {"schools.setting_edit": "What we keep of a setting changed"}
