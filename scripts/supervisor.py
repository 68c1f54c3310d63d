"""Starts several programs, and ends them all when one ends or when asked to."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType

from scripts.console import say
from scripts.paths import ROOT

PATIENCE = 10.0
PULSE = 0.2


class Stopped(Exception):
    """Somebody asked us to end."""


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(signal.Signals(number).name)


def listen_for_the_end() -> None:
    """Turn Ctrl-C, termination and a closed terminal into `Stopped`."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


class Supervisor:
    """Each program leads a process group of its own, so that its children end with it."""

    def __init__(self) -> None:
        self.programs: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: Sequence[object]) -> None:
        """`name` is what a person will read when it ends."""
        self.programs[name] = subprocess.Popen(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def run(self, name: str, command: Sequence[object]) -> int:
        """Start, wait for the end, and return the exit code."""
        self.start(name, command)
        self.wait_until(lambda: False)
        return self.programs.pop(name).returncode

    def ended(self) -> str | None:
        """The name of a program that has ended, if any has."""
        return next((name for name, program in self.programs.items() if program.poll() is not None), None)

    def wait_until(self, is_true: Callable[[], bool]) -> bool:
        """False when a program ended first."""
        while not is_true():
            if self.ended():
                return False
            time.sleep(PULSE)
        return True

    def end(self) -> None:
        """Ask politely, then insist; returns when no process of any group is left."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for insistence in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + PATIENCE
            self._send(insistence)
            while self._living() and time.monotonic() < deadline:
                time.sleep(PULSE)
        if self._living():
            say(f"Could not end: {', '.join(self._living())}")

    def _send(self, number: signal.Signals) -> None:
        for name in self._living():
            with suppress(ProcessLookupError):
                os.killpg(self.programs[name].pid, number)

    def _living(self) -> list[str]:
        return [name for name, program in self.programs.items() if _is_alive(program)]


def _is_alive(program: subprocess.Popen[bytes]) -> bool:
    """Whether any process of the group is left; the leader may be gone before its children."""
    program.poll()
    try:
        os.killpg(program.pid, 0)
    except ProcessLookupError:
        return False
    return True
