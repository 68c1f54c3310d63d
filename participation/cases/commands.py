"""`flask cases remind`, and the worker's round: what has to be said of promises."""

from flask.cli import AppGroup

from participation.cases.services.reminders import remind
from participation.web import worker

commands = AppGroup("cases", help="What waits for staff.")


@commands.command("remind")
def remind_everywhere() -> None:
    """Remind owners and administrators of promises now, in every municipality."""
    worker.do_now(remind)


worker.register(every=300, work=remind)
