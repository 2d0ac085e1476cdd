"""Words that one slip of the keyboard makes of a name. Pure."""

SHORTEST_SLIP = 4
"""In a word of three letters a slip could make any other word."""


def slips(word: str) -> list[str]:
    """The word, and the word with each of its letters left out.

    Two words are one slip apart where these meet: a letter wrong, missing, too many,
    or two changed over. The database does the same (`people_slips`) for its index.
    """
    shorter = [word[:at] + word[at + 1 :] for at in range(len(word))]
    return sorted({word, *(shorter if len(word) >= SHORTEST_SLIP else [])})


def near(word: str) -> list[str]:
    """What to look for among `slips`; of a short word only two letters changed over."""
    if len(word) != SHORTEST_SLIP - 1:
        return slips(word)
    return sorted({word, word[1] + word[0] + word[2], word[0] + word[2] + word[1]})
