"""Everything that running and testing need, each step done only when something changed.

`python3 -m scripts.set_up` prepares for running, `--dev` for testing as well.
"""

import sys

from scripts import frontend, python_packages
from scripts.console import Progress, run
from scripts.paths import BUILD, PYTHON, TRANSLATIONS
from scripts.stamps import Stamp, fingerprint, one_at_a_time

STEPS = 3


def set_up(progress: Progress, lock: str = "requirements.lock") -> None:
    """Takes `STEPS` steps of the progress."""
    with one_at_a_time():
        with progress.step("Python packages"):
            python_packages.install(lock)
        with progress.step("Front-end packages"):
            frontend.install()
        with progress.step("Catalogues"):
            _compile_catalogues()


def _compile_catalogues() -> None:
    sources = list(TRANSLATIONS.rglob("*.po"))
    compiled = [source.with_suffix(".mo") for source in sources]
    # The compiled files count too: one taken away, or compiled in another way, is noticed.
    stamp = Stamp(BUILD / "catalogues.stamp", sources + [file for file in compiled if file.is_file()])
    if stamp.is_current():
        return
    run([PYTHON, "-m", "scripts.catalogues", "--compile"])
    stamp.wanted = fingerprint(sources + compiled)
    stamp.set()


if __name__ == "__main__":
    is_for_tests = "--dev" in sys.argv
    set_up(Progress(STEPS), "requirements-dev.lock" if is_for_tests else "requirements.lock")
