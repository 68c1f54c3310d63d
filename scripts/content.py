"""The steps of `make run` that need the application; one process, so that it is imported once.

`python -m scripts.content DONE TOTAL` continues the numbering of its caller. Every command given here is
idempotent: what is there already is looked at and left.
"""

import sys
import traceback
from pathlib import Path

from participation.config import flag
from scripts.console import Progress, give_up, say
from scripts.paths import ACCOUNTS, ROOT
from wsgi import app

STRATEGIES = ROOT / "participation" / "strategies" / "library"


def load(progress: Progress, *, is_demonstration: bool) -> None:
    """Takes five steps, one fewer outside the demonstration."""
    with progress.step("Compressed static files"):
        give("static", "compress")
    with progress.step("Database"):
        (ROOT / "instance").mkdir(exist_ok=True)
        give("db", "upgrade")
    with progress.step("Municipalities"):
        give("municipalities", "load")
    with progress.step("Strategies"):
        for file in sorted(STRATEGIES.glob("*.yaml")):
            give("strategies", "load", file, "--publish")
    ACCOUNTS.unlink(missing_ok=True)
    if is_demonstration:
        with progress.step("Demonstration content"):
            give("demo", "load")
            ACCOUNTS.parent.mkdir(exist_ok=True)
            ACCOUNTS.write_text(give("demo", "accounts"))


def give(*words: str | Path) -> str:
    """What `flask …` printed; a failing command ends everything, with its output."""
    arguments = [str(word) for word in words]
    result = app.test_cli_runner().invoke(args=arguments)
    if result.exit_code:
        say(f"\n\n{result.output}")
        if result.exception and not isinstance(result.exception, SystemExit):
            traceback.print_exception(result.exception)
        give_up(f"`flask {' '.join(arguments)}` failed.")
    return str(result.output)


if __name__ == "__main__":
    load(Progress(int(sys.argv[2]), int(sys.argv[1])), is_demonstration=flag("DEMO"))
