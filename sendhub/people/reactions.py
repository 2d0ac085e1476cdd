"""Moments in a child's record at which services above act too."""

from sendhub.core.reactions import Reaction

child_died = Reaction()  # with `child` and `by`: all that would reach the family stops
