"""Filling names and pronouns into a text."""

from collections.abc import Mapping

PRONOUNS = {
    "M": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
    "F": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
}


def filled(text: str, *, sex: str, names: Mapping[str, str]) -> str:
    """Put a child's names and pronouns in; `{He}` begins a sentence."""
    words = PRONOUNS.get(sex, PRONOUNS["M"])
    capitals = {word.capitalize(): said.capitalize() for word, said in words.items()}
    return text.format(**words, **capitals, **names)
