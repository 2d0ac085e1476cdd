"""How acts of background work read in the history."""

SENTENCES = {"background.export_make": "Exported {what}, {rows} rows, from {address}"}
