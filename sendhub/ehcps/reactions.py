"""Moments of a request at which apps above act too, or refuse."""

from sendhub.core.reactions import Reaction

# With `assessment` and `by`: it counts nowhere now, and answers nothing that led to it.
request_voided = Reaction()
