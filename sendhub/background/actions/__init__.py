"""Everything that changes work in the background."""

from sendhub.background.actions.asking import job_ask, job_cancel
from sendhub.background.actions.clearing import jobs_clear, jobs_settle
from sendhub.background.actions.running import job_run

__all__ = ["job_ask", "job_cancel", "job_run", "jobs_clear", "jobs_settle"]
