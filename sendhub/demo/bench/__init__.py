"""Measuring the site by its own code: pages, files, queries, and a yardstick beside.

`manage.py bench` prints it; `docs/performance.md` keeps the last run.
"""
