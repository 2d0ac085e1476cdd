"""The only place that reads the clock: everything else is given its dates."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Say what moment it is, with its time zone."""
    return timezone.now()


def today() -> date:
    """Say what day it is in the county (Europe/London)."""
    return timezone.localdate()
