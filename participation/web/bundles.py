"""One style sheet and one script for the browser, joined from one file a component."""

import os
import tempfile
from pathlib import Path

from participation.config import ROOT

STATIC = ROOT / "static"
FIRST = ("tokens.css", "base.css", "layout.css")


def build() -> None:
    """Write `static/site.css` and `static/site.js` when their parts have changed."""
    _write(STATIC / "site.css", "".join(part.read_text() for part in _parts("css")))
    # Each module keeps its names to itself.
    _write(STATIC / "site.js", "".join(f"{{\n{part.read_text()}}}\n" for part in _parts("js")))


def _parts(folder: str) -> list[Path]:
    """Tokens, base and layout first; the others do not depend on their order."""
    files = (STATIC / folder).glob(f"*.{folder}")
    return sorted(
        files, key=lambda file: (FIRST.index(file.name) if file.name in FIRST else len(FIRST), file.name)
    )


def _write(target: Path, content: str) -> None:
    if target.exists() and target.read_text() == content:
        return
    # Whole or not at all: another process may be reading.
    handle, name = tempfile.mkstemp(dir=target.parent)
    os.write(handle, content.encode())
    os.close(handle)
    Path(name).chmod(0o644)
    os.replace(name, target)
