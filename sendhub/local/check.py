"""`bin/test`: every check and every test, against a PostgreSQL of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sendhub.local.launch import (
    database_environment,
    stop_when_signalled,
    without_postgres,
)
from sendhub.local.packages import Packages
from sendhub.local.place import Place, data_folder
from sendhub.local.postgres import Server
from sendhub.local.trouble import Trouble, in_one_sentence

REPO = Path(__file__).resolve().parents[2]
ROOM_FOR_TESTS_MB = 500
MOST_RUNS_AT_ONCE = 9
KEPT = {"SENDHUB_PG_BIN", "SENDHUB_NO_SKIPS", "SENDHUB_CHROMIUM"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_SKIPS = ("-p", "tests.local.no_skips")
# In the order of tests/sharing.py: xdist's own begins with the file of most tests.
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
HELP = """usage: bin/test [pytest arguments]

Without arguments: ruff, mypy, lint-imports, djlint, Django's own checks, missing
migrations, and then every test, on two processors.
With arguments: pytest only, as in  bin/test tests/core -k clock

The tests use a PostgreSQL of their own below var/test, or the server named in
DATABASE_URL, in databases whose names begin with test_.

environment:
  SENDHUB_CHROMIUM   the browser to use (looked for if not set)
  SENDHUB_NO_SKIPS   1 makes a skipped test a failed test
  SENDHUB_PG_BIN     use the PostgreSQL programs in this folder
  DATABASE_URL       use this server for the tests
  DATABASE_OWNER_URL the same for a role that may make databases (DATABASE_URL)
"""


@dataclass(frozen=True)
class Check:
    """One program that must find nothing wrong."""

    name: str
    command: Sequence[str]

    def run(self, env: dict[str, str]) -> str | None:
        """Return what is wrong, or nothing."""
        done = subprocess.run(
            self.command,
            check=False,
            cwd=REPO,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.stdout.decode(errors="replace") if done.returncode else None


def checks(venv: Path) -> list[Check]:
    """List what is checked before any test runs."""
    ruff, python = str(venv / "bin" / "ruff"), str(venv / "bin" / "python")
    lint_imports, djlint = (str(venv / "bin" / x) for x in ("lint-imports", "djlint"))
    manage = [python, "manage.py"]
    return [
        Check("format (ruff)", [ruff, "format", "--check", "."]),
        Check("lint (ruff)", [ruff, "check", "."]),
        Check("types (mypy)", [python, "-m", "mypy", "sendhub"]),
        Check("layers (lint-imports)", [lint_imports]),
        Check("templates (djlint)", [djlint, "--lint", "templates"]),
        Check("settings (manage.py check)", [*manage, "check"]),
        Check("migrations", [*manage, "makemigrations", "--check", "--dry-run"]),
    ]


def run_checks(venv: Path, env: dict[str, str]) -> bool:
    """Run all checks, two at a time; say what each found; tell whether all passed."""
    every = checks(venv)
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda check: check.run(env), every)
        for check, wrong in zip(every, found, strict=True):
            print(f"{'FAILED' if wrong is not None else 'passed'}  {check.name}")
            if wrong is not None:
                failed.append(check.name)
                print(wrong, flush=True)
    sys.stdout.flush()
    if failed:
        print(f"The tests were not run, because of: {', '.join(failed)}.")
        print(f"{len(every) - len(failed)} passed, {len(failed)} failed")
    return not failed


def browser() -> str | None:
    """Return the browser to test with."""
    named = os.environ.get("SENDHUB_CHROMIUM")
    if named and not os.access(named, os.X_OK):
        raise Trouble(f"SENDHUB_CHROMIUM names {named}, which cannot be run.")
    found = (shutil.which(name) for name in BROWSERS)
    return named or next(filter(None, found), None)


def look_for_browser(env: dict[str, str]) -> None:
    """Tell the tests which browser there is, and the reader if there is none."""
    found = browser()
    if found:
        env["SENDHUB_CHROMIUM"] = found
        return
    if env.get("SENDHUB_NO_SKIPS") == "1":
        raise Trouble(
            "No Chromium was found, and no test may be skipped: install it, on Debian"
            " with 'apt install chromium'."
        )
    print(
        "No Chromium was found, so the browser tests are skipped: to run them, install"
        " it, on Debian with 'apt install chromium'.",
        flush=True,
    )


def own_place() -> tuple[Place, IO[str]]:
    """Take the first data folder that no other test run is using."""
    base = data_folder(REPO) / "test"
    for number in range(1, MOST_RUNS_AT_ONCE + 1):
        place = Place(base / str(number))
        place.prepare(ROOM_FOR_TESTS_MB)
        lock = place.lock()
        if lock:
            return place, lock
    raise Trouble(f"{MOST_RUNS_AT_ONCE} test runs are at work already: wait for one.")


def have_running(server: Server) -> None:
    """Start the test server; test data that will not start are thrown away."""
    try:
        server.ensure()
    except Trouble:
        server.stop()
        shutil.rmtree(server.place.pg, ignore_errors=True)
        server.ensure()


def test_environment(place: Place) -> dict[str, str]:
    """Return an environment in which no setting of the caller's changes a test."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name in KEPT or not name.startswith(("SENDHUB_", "DJANGO_"))
    }
    env["SENDHUB_TESTING"] = "1"
    env["SENDHUB_AS_OWNER"] = "1"  # the site's own role may not make test databases
    env["SENDHUB_DATA_DIR"] = str(place.data)
    env["DJANGO_SETTINGS_MODULE"] = "sendhub.settings"
    env["PYTHONUNBUFFERED"] = "1"
    return env


def run_all(arguments: list[str]) -> int:
    """Prepare, run the checks, run the tests."""
    place, lock = own_place()
    packages = Packages(REPO, "dev")
    if not packages.complete():
        print("Installing packages ...", flush=True)
        packages.ensure(place.log("packages"))
    env = test_environment(place)
    look_for_browser(env)
    server = None
    try:
        if not env.get("DATABASE_URL"):
            env = without_postgres(env)
            server = Server(place, packages.venv, durable=False)
            have_running(server)
            env |= database_environment(server)
        env.setdefault("DATABASE_OWNER_URL", env["DATABASE_URL"])
        if not arguments and not run_checks(packages.venv, env):
            return 1
        pytest = [str(packages.python), "-m", "pytest", *NO_SKIPS]
        chosen = arguments or TWO_AT_ONCE
        return subprocess.run(
            [*pytest, *chosen], check=False, cwd=REPO, env=env
        ).returncode
    finally:
        if server:
            server.stop()
        lock.close()


def main() -> int:
    """Read the command line and run."""
    arguments = sys.argv[1:]
    if arguments in (["--help"], ["-h"]):
        print(HELP, end="")
        return 0
    stop_when_signalled()
    return run_all(arguments)


if __name__ == "__main__":
    sys.exit(in_one_sentence(main, data_folder(REPO) / "log" / "unforeseen.txt"))
