"""The rules themselves, one module a subject, each readable beside the law."""
