"""`flask meetings …`, and the worker's rounds: the reminder of the day before, and forgetting."""

from flask.cli import AppGroup

from participation.meetings.services import clockwork
from participation.web import worker

commands = AppGroup("meetings", help="Arrangements in the calendar.")


@commands.command("remind")
def remind_everywhere() -> None:
    """Remind those who signed up of what is tomorrow, in every municipality."""
    worker.do_now(clockwork.remind)


@commands.command("forget")
def forget_everywhere() -> None:
    """Forget who came to what was over long ago, in every municipality."""
    worker.do_now(clockwork.forget)


worker.register(every=300, work=clockwork.remind)
worker.register(every=3600, work=clockwork.forget)
