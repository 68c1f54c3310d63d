"""The supervisor ends whole families of processes."""

import sys
from pathlib import Path

from scripts import supervisor

PARENT = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(sys.argv[1]).write_text(str(child.pid))
time.sleep(60)
"""


def is_running(pid: int) -> bool:
    """A zombie that nobody has collected yet does not count."""
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_end_reaches_the_children(tmp_path: Path) -> None:
    note = tmp_path / "child"
    programs = supervisor.Supervisor()
    programs.start("A parent", [sys.executable, "-c", PARENT, note])
    assert programs.wait_until(lambda: note.exists() and bool(note.read_text()))

    programs.end()

    assert not is_running(int(note.read_text()))


def test_a_program_that_ends_is_named() -> None:
    programs = supervisor.Supervisor()
    programs.start("The short one", [sys.executable, "-c", ""])

    assert not programs.wait_until(lambda: False)
    assert programs.ended() == "The short one"


def test_run_gives_the_exit_code() -> None:
    assert supervisor.Supervisor().run("The program", [sys.executable, "-c", "raise SystemExit(3)"]) == 3
