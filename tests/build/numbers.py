"""Numbers that no two builds share, for names that must differ."""

from itertools import count

numbers = count(1)
