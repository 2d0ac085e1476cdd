"""What can go wrong on a stranger's machine, said in one plain sentence."""

import errno
import re
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT}
RAISED = re.compile(r"[\w.]*(?:Error|Exception|ImproperlyConfigured): (.+)")
FULL_WORDS = ("No space left on device", "Disk quota exceeded", "disk full")


class Trouble(Exception):
    """Something the person at the keyboard can put right; the message says how."""


def disk_full(folder: Path) -> Trouble:
    """Say that a disk has no room left."""
    return Trouble(
        f"The disk that holds {folder} is full: make room on it and start again;"
        " nothing that was saved is lost."
    )


def need_room(folder: Path, megabytes: int) -> None:
    """Refuse to begin work that the disk has no room to finish."""
    free = shutil.disk_usage(nearest(folder)).free // 1_000_000
    if free < megabytes:
        raise Trouble(
            f"The disk that holds {folder} is nearly full: {free} MB are free and"
            f" {megabytes} MB are needed; make room on it and start again."
        )


def nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists."""
    while not folder.exists():
        folder = folder.parent
    return folder


def last_words(text: str) -> str:
    """Return what a failed program said last, without the exception's class name."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in reversed(lines):
        if raised := RAISED.fullmatch(line):
            return raised[1]
    return lines[-1] if lines else "it said nothing"


def tail(log: Path, start: int = 0) -> str:
    """Return the end of a log file, from `start` on."""
    try:
        with log.open("rb") as stream:
            stream.seek(0, 2)
            stream.seek(max(start, stream.tell() - 20_000))
            return stream.read().decode(errors="replace")
    except OSError:
        return ""


def in_one_sentence(main: Callable[[], int], report: Path) -> int:
    """Run a command; whatever happens, say it in a sentence, never in a traceback."""
    try:
        return main()
    except Trouble as trouble:
        say(str(trouble))
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    except PermissionError as error:
        say(f"You may not write to {error.filename}: use a folder of your own.")
    except OSError as error:
        if error.errno in FULL:
            say(str(disk_full(Path(error.filename or report))))
        else:
            unexpected(error, report)
    except Exception as error:
        unexpected(error, report)
    return 1


def unexpected(error: Exception, report: Path) -> None:
    """Say what nobody foresaw, and keep the details where a programmer finds them."""
    words = str(error) or type(error).__name__
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(traceback.format_exc(), encoding="utf-8")
        say(f"This was not foreseen: {words} (the details are in {report}).")
    except OSError:
        say(f"This was not foreseen: {words}.")


def say(sentence: str) -> None:
    """Print a sentence where errors go, after anything already printed."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)
