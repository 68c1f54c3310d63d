"""Saying what is done, running commands quietly, and giving up with a clear sentence."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NoReturn

from scripts.paths import ROOT


def say(text: str = "") -> None:
    """Print at once, also when the output is a pipe."""
    print(text, flush=True)


def give_up(text: str) -> NoReturn:
    """End the script; `text` tells the reader what to do next."""
    print(f"\n{text}", file=sys.stderr, flush=True)
    raise SystemExit(1)


class CommandFailed(SystemExit):
    """A command ended with an error; its output has been shown."""


def run(command: Sequence[object], environment: Mapping[str, str] | None = None) -> str:
    """Run a command in the project's folder and return what it printed; show all of it if it fails."""
    words = [str(word) for word in command]
    finished = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if finished.returncode:
        say(f"\n\n{finished.stdout}\n`{' '.join(words)}` failed.")
        raise CommandFailed(1)
    return finished.stdout


class Progress:
    """Numbers the steps: `3/8 Catalogues … 0.2 s`."""

    def __init__(self, total: int, done: int = 0) -> None:
        self.total = total
        self.done = done

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Say the title before, and the seconds it took after."""
        self.done += 1
        print(f"{self.done}/{self.total} {title} … ", end="", flush=True)
        started = time.monotonic()
        yield
        say(f"{time.monotonic() - started:.1f} s")
