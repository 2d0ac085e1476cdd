"""Running `manage.py` commands for the two launchers, and telling why one failed."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sendhub.local.trouble import FULL_WORDS, Trouble, disk_full, last_words


@dataclass(frozen=True)
class Manage:
    """The project's own commands, run with one environment and one log."""

    python: Path
    repo: Path
    env: Mapping[str, str]
    log: Path

    def begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command; `finish` waits for it."""
        return subprocess.Popen(
            [self.python, self.repo / "manage.py", *arguments],
            env=dict(self.env),
            cwd=self.repo,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self, command: subprocess.Popen[bytes], doing: str) -> str:
        """Return what a command printed; if it failed, say why in a sentence."""
        try:
            told = command.communicate()[0].decode(errors="replace")
        finally:
            command.kill()
        with self.log.open("a", encoding="utf-8") as log:
            log.write(told)
        if not command.returncode:
            return told
        if any(words in told for words in FULL_WORDS):
            raise disk_full(self.log.parent)
        why = last_words(told)
        if "Traceback (most recent call last)" in told:
            raise Trouble(f"{doing} failed: {why} (the report is in {self.log}).")
        raise Trouble(why)

    def run(self, doing: str, *arguments: str) -> str:
        """Run a command to its end."""
        return self.finish(self.begin(*arguments), doing)
