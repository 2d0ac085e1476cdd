"""Work in the background, of a kind that only tests have."""

from typing import Any

from sendhub.accounts.models import User
from sendhub.background import kinds
from sendhub.background.actions import job_ask
from sendhub.background.kinds import Kind, Outcome
from sendhub.background.models import Job
from sendhub.background.progress import Progress
from tests.build.numbers import numbers

KEY = "test"


def counting(job: Job, progress: Progress) -> Outcome:
    """Count up to what the job asks for, and write it into a file."""
    rows = job.asks["rows"]
    progress.of(rows)
    made = progress.folder / "rows"
    with made.open("w") as file:
        for number in range(rows):
            file.write(f"{number}\n")
            progress.step(number + 1)
    return Outcome(f"{rows} rows.", file=made, filename="rows.csv")


kinds.register(Kind(KEY, counting, may=lambda user, job: user.may("work_view")))


def job(*, by: User, rows: int = 3, title: str = "", **more: Any) -> Job:
    """Work that somebody asked for; fields given are set behind the actions' back."""
    asks = {"rows": rows, "number": next(numbers)}
    made = job_ask(kind=KEY, title=title or "Count rows", asks=asks, by=by)
    if more:
        Job.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
    return made
