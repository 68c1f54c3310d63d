"""The steps of `make run` that need the application; one process, so that it is imported once.

Every command it gives is idempotent: what is there already is looked at and left.
"""

import argparse
import os
import traceback
from collections.abc import Sequence
from pathlib import Path

from scripts.console import Progress, give_up, say
from scripts.paths import BUILD, ROOT

STRATEGIES = ROOT / "participation" / "strategies" / "library"
ACCOUNTS = BUILD / "demonstration-accounts.txt"
STEPS = 5


def main() -> None:
    """`--done` and `--total` continue the numbering of the caller."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--done", type=int, default=0)
    parser.add_argument("--total", type=int, default=STEPS)
    chosen = parser.parse_args()
    load(Progress(chosen.total, chosen.done), is_demonstration=os.environ.get("DEMO") == "1")


def load(progress: Progress, *, is_demonstration: bool) -> None:
    """Takes `STEPS` steps, one fewer outside the demonstration."""
    (ROOT / "instance").mkdir(exist_ok=True)
    with progress.step("Application and compressed static files"):
        commands = Commands()
        commands.give("static", "compress")
    with progress.step("Database"):
        commands.give("db", "upgrade")
    with progress.step("Municipalities"):
        commands.give("municipalities", "load")
    with progress.step("Strategies"):
        for file in sorted(STRATEGIES.glob("*.yaml")):
            commands.give("strategies", "load", file, "--publish")
    ACCOUNTS.unlink(missing_ok=True)
    if is_demonstration:
        with progress.step("Demonstration content"):
            commands.give("demo", "load")
            ACCOUNTS.write_text(commands.give("demo", "accounts"))


class Commands:
    """The application's `flask …` commands."""

    def __init__(self) -> None:
        from wsgi import app  # noqa: PLC0415 - after the progress line: it takes a second and may refuse

        self.runner = app.test_cli_runner()

    def give(self, *words: str | Path) -> str:
        """What the command printed; a failing one ends everything, with its output."""
        arguments: Sequence[str] = [str(word) for word in words]
        result = self.runner.invoke(args=arguments)
        if result.exit_code:
            say(f"\n\n{result.output}")
            if result.exception and not isinstance(result.exception, SystemExit):
                traceback.print_exception(result.exception)
            give_up(f"`flask {' '.join(arguments)}` failed.")
        return result.output


if __name__ == "__main__":
    main()
