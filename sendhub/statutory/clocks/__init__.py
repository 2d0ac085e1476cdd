"""Kinds of clock beside the plain limit of `rule.py`."""
