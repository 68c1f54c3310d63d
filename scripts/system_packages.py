"""What the tests need from the operating system: a browser and PostgreSQL's programs."""

import os
import re
import shutil
from pathlib import Path

from scripts.console import give_up, run

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

WHAT_TO_INSTALL = """The tests need {missing}. Install and try again:
  Debian           apt-get install chromium postgresql   (as root, `make test` does it itself)
  Ubuntu           apt-get install postgresql, and Chromium or Chrome
  Fedora           dnf install chromium postgresql-server
  macOS            brew install postgresql, and Chrome; put both on PATH"""


def install() -> None:
    """As root on Debian install what is missing; elsewhere end by saying what to install."""
    missing = _missing()
    if missing and os.geteuid() == 0 and shutil.which("apt-get") and Path("/etc/debian_version").exists():
        quietly = {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update"], quietly)
        run(["apt-get", "install", "--yes", "--no-install-recommends", *missing], quietly)
        missing = _missing()
    if missing:
        give_up(WHAT_TO_INSTALL.format(missing=" and ".join(missing)))


def browser() -> Path | None:
    """The first Chromium on PATH."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((Path(path) for path in found if path), None)


def postgresql() -> Path | None:
    """The folder with initdb and pg_ctl; the newest version where there are several."""
    folders = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if folders:
        return max(folders, key=lambda folder: int(re.sub(r"\D.*", "", folder.parent.name) or 0))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _missing() -> list[str]:
    return [name for name, found in (("chromium", browser()), ("postgresql", postgresql())) if not found]
