"""`bin/start`: from a fresh clone to a page in the browser, with one command."""

import argparse
import os
import signal
import sys
from pathlib import Path

from sendhub.local.manage import Manage
from sendhub.local.packages import Packages
from sendhub.local.place import Place, data_folder, read_env_file
from sendhub.local.postgres import Server
from sendhub.local.services import (
    Service,
    port_number,
    stop_all,
    wait_for_page,
    wait_for_port,
    watch,
)
from sendhub.local.trouble import Trouble, in_one_sentence, say

REPO = Path(__file__).resolve().parents[2]
STEPS = 6
THREADS = 4
HELP = """Start SENDhub on this machine, with invented children to look at.

The first start installs what is needed into .venv, makes a database below var/, loads a
demonstration caseload, and serves the site until you press Ctrl-C. Later starts keep
the data. As root, PostgreSQL runs as a system user of its own, sendhub-pg."""
VARIABLES = """environment (also read from a file .env beside README.md):
  PORT                   the port to serve on (8000)
  SENDHUB_DATA_DIR       where data and logs are kept (var)
  SENDHUB_DEMO_PASSWORD  the password of all demonstration sign-ins
  DATABASE_URL           use this PostgreSQL, 15 or later, instead of bringing one along
  DATABASE_OWNER_URL     the same for the role that migrates (DATABASE_URL)
  SENDHUB_PG_BIN         use the PostgreSQL programs in this folder

docs/deploy.md tells how to run SENDhub for real."""


class Launcher:
    """One run of the site, from the first check to the last program stopped."""

    def __init__(self, repo: Path, port: int) -> None:
        self.repo = repo
        self.port = port
        self.place = Place(data_folder(repo))
        self.packages = Packages(repo)
        self.server: Server | None = None
        self.services: list[Service] = []

    def run(self) -> int:
        self.place.prepare()
        lock = self.place.lock()
        if lock is None:
            raise Trouble(
                f"SENDhub already runs with the data in {self.place.data}: stop it with"
                " Ctrl-C where it was started, or name another SENDHUB_DATA_DIR."
            )
        try:
            self.start()
            watch(self.services, self.look_after_database)
        except KeyboardInterrupt:
            say("\nStopping ...")
        finally:
            self.stop()
            lock.close()
        say(f"Stopped. The data are kept in {self.place.data}.")
        return 0

    def start(self) -> None:
        wait_for_port(self.port)
        step(1, "Packages")
        self.packages.ensure(self.place.log("packages"))
        step(2, "Database server")
        env = self.environment()
        manage = Manage(self.packages.python, self.repo, env, self.place.log("prepare"))
        step(3, "Database tables")
        styles = manage.begin("collectstatic", "--no-input")
        try:
            manage.run("Preparing the database", "migrate", "--no-input")
            step(4, "Style sheets")
            manage.finish(styles, "Collecting the style sheets")
        finally:
            styles.kill()
        step(5, "Demonstration caseload")
        manage.run("Loading the demonstration", "demo", "--if-empty")
        step(6, "Site and worker")
        self.serve(env)
        sign_ins = manage.begin("demo", "--sign-ins")
        wait_for_page(self.port, self.services[0], self.services)
        self.announce(manage.finish(sign_ins, "Listing the sign-ins"))

    def environment(self) -> dict[str, str]:
        """Start the database; return the environment of every program of the site."""
        env = dict(os.environ)
        if not env.get("DATABASE_URL"):
            env = without_postgres(env)
            self.server = Server(self.place, self.packages.venv)
            self.server.ensure()
            env |= database_environment(self.server)
        env.setdefault("DATABASE_OWNER_URL", env["DATABASE_URL"])
        env.setdefault("SENDHUB_SECRET_KEY", self.place.secret("django_secret_key"))
        env["SENDHUB_DATA_DIR"] = str(self.place.data)
        env["SENDHUB_DEMO"] = "1"
        env["DJANGO_SETTINGS_MODULE"] = "sendhub.settings"
        env["PYTHONUNBUFFERED"] = "1"
        return env

    def serve(self, env: dict[str, str]) -> None:
        python = str(self.packages.python)
        web = [python, "-m", "gunicorn", "--config", "sendhub/gunicorn.py"]
        web += ["--bind", f"127.0.0.1:{self.port}", "--graceful-timeout", "4"]
        web += ["sendhub.wsgi"]
        worker = [python, str(self.repo / "manage.py"), "procrastinate", "worker"]
        worker += ["--concurrency", "3", "--shutdown-graceful-timeout", "4"]
        for name, command in (("site", web), ("worker", worker)):
            log = self.place.log(name)
            service = Service(name, command, env, self.repo, log)
            service.start()
            self.services.append(service)

    def look_after_database(self) -> None:
        """Start the database again if it was killed under us."""
        if self.server and not self.server.pid():
            say(f"The database stopped and is started again ({self.server.log}).")
            self.server.ensure()

    def announce(self, sign_ins: str) -> None:
        database = "the one named in DATABASE_URL" if not self.server else "its own"
        print(
            f"\nSENDhub is running: http://localhost:{self.port}/\n\n"
            f"{sign_ins.strip()}\n\n"
            f"Data: {self.place.data} (database: {database})\n"
            f"Logs: {self.place.data / 'log'}\n"
            "Stop it with Ctrl-C.",
            flush=True,
        )

    def stop(self) -> None:
        """Stop everything, whatever else is signalled meanwhile."""
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(one, signal.SIG_IGN)
        stop_all(self.services)
        if self.server:
            self.server.stop()


def database_environment(server: Server) -> dict[str, str]:
    """Return the addresses of the two roles of a server of ours."""
    return {
        "DATABASE_URL": server.url("sendhub_app"),
        "DATABASE_OWNER_URL": server.url("sendhub_owner"),
        "SENDHUB_APP_ROLE": "sendhub_app",
    }


def without_postgres(env: dict[str, str]) -> dict[str, str]:
    """Leave out PGHOST, PGSSLMODE and the like: they are about some other server."""
    return {name: value for name, value in env.items() if not name.startswith("PG")}


def step(number: int, what: str) -> None:
    print(f"{number}/{STEPS} {what} ...", flush=True)


def stop_when_signalled() -> None:
    """Let every signal that asks us to end do so in the same orderly way."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if one == signal.SIGINT or signal.getsignal(one) != signal.SIG_IGN:
            signal.signal(one, interrupt)


def main() -> int:
    """Read the command line and run the site."""
    for name, value in read_env_file(REPO / ".env").items():
        os.environ.setdefault(name, value)
    parser = argparse.ArgumentParser(
        prog="bin/start",
        description=HELP,
        epilog=VARIABLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.parse_args()
    stop_when_signalled()
    return Launcher(REPO, port_number(os.environ.get("PORT") or "8000")).run()


if __name__ == "__main__":
    sys.exit(in_one_sentence(main, data_folder(REPO) / "log" / "unforeseen.txt"))
