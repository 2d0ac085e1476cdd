"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS: dict[str, Refusal] = {}
