"""Remake the three lock files from pyproject.toml; hashes only, no addresses."""

import os
import shutil

from scripts.console import Progress, give_up, run, say
from scripts.paths import BIN, ROOT

LOCKS = {
    "requirements.lock": ["pyproject.toml"],
    "requirements-dev.lock": ["pyproject.toml", "--group", "dev", "--constraint", "requirements.lock"],
    "requirements-node.lock": ["--group", "node"],
}

OPTIONS = (
    "--universal --python-version=3.11 --generate-hashes --no-header --no-annotate "
    "--no-emit-index-url --no-emit-find-links --no-config --upgrade --quiet"
).split()


def main() -> None:
    """A machine's own package mirror may have builds that nobody else gets, so its settings are left out."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv is None:
        give_up("`make lock` needs uv: `make test-fast` installs it into .venv.")
    for name in [name for name in os.environ if name.startswith("UV_")]:
        del os.environ[name]
    progress = Progress(len(LOCKS))
    for file, sources in LOCKS.items():
        with progress.step(file):
            run([uv, "pip", "compile", *sources, *OPTIONS, "--output-file", ROOT / file])
    say("Look at `git diff` before committing.")


if __name__ == "__main__":
    main()
