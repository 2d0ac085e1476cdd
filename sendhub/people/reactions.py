"""Moments in a child's record at which services above act too."""

from sendhub.core.reactions import Reaction

# With `kept`, `other` and `reasons`: a list to add to, of why the two records cannot
# be brought together yet.
children_compared = Reaction()
# With `kept`, `other` and `log`: what an app must change before everything of the
# other record moves, written through `log.change` so that it can be undone.
children_merged = Reaction()
child_died = Reaction()  # with `child` and `by`: all that would reach the family stops
