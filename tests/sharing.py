"""How two processes share the tests: by file, those that take longest first.

Begun last, a long file would keep one process busy while the other waits.
"""

from xdist.scheduler import LoadFileScheduling

LONGEST = (
    "tests/browser/test_every_page.py",
    "tests/architecture/test_canary.py",
    "tests/browser/test_without_script.py",
    "tests/demo/loaded/",
    "tests/architecture/test_access.py",
)
LOADED_ONCE = "tests/demo/loaded/"
"""A package whose files share what takes long to make: one process runs them all."""


def place(file: str) -> int:
    """Where in the queue a file or test stands: the long ones have places of theirs."""
    for number, start in enumerate(LONGEST):
        if file.startswith(start):
            return number
    return len(LONGEST)


class Sharing(LoadFileScheduling):
    """Give files to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(LOADED_ONCE):
            return LOADED_ONCE
        return str(super()._split_scope(nodeid))
