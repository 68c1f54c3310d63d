"""The virtual environment in `.venv` and the locked packages in it."""

import shutil
import subprocess
import sys

from scripts.console import give_up, run
from scripts.paths import BIN, PYTHON, ROOT, VENV
from scripts.stamps import Stamp

OLDEST = (3, 11)

NO_VENV = """Python's venv module is incomplete here. Install it and try again:
  Debian, Ubuntu   apt-get install python3-venv
  Fedora           dnf install python3
  macOS            brew install python3"""


def install(lock: str) -> None:
    """Install a lock file, unless `.venv` has exactly it already; every package is checked by its hash."""
    make_environment()
    file = ROOT / lock
    stamp = Stamp(VENV / f".installed-{file.stem}", [file])
    if stamp.is_current():
        return
    run([*_installer(), "--require-hashes", "--requirement", file])
    stamp.set()


def make_environment() -> None:
    """Make `.venv`, or keep it when it works."""
    if sys.version_info < OLDEST:
        give_up(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if _works():
        return
    finished = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if finished.returncode:
        give_up(f"{finished.stdout}{finished.stderr}\n{NO_VENV}")


def _works() -> bool:
    # A moved working copy, or a Python taken away by an upgrade, leaves an environment that does not start.
    try:
        return subprocess.run([PYTHON, "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _installer() -> list[object]:
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", PYTHON]
    return [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
