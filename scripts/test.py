"""`make test`: everything that must hold; a failing step stops nothing, a summary stands at the end."""

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from scripts import system_packages
from scripts.console import Progress, say
from scripts.paths import BIN, BUILD, BYTECODE, PYTHON, ROOT
from scripts.set_up import STEPS, set_up
from scripts.supervisor import Stopped, listen_for_the_end
from scripts.throwaway_postgres import cluster

REPORTS = BUILD / "test-reports"
BROWSER_TESTS = ROOT / "tests" / "browser"

CHECKS: dict[str, list[object]] = {
    "Lint": [BIN / "ruff", "check", "."],
    "Format": [BIN / "ruff", "format", "--check", "."],
    "Types": [BIN / "mypy"],
    "Import contracts": [BIN / "lint-imports"],
    "Catalogues": [PYTHON, "-m", "scripts.catalogues", "--check"],
}
PYTEST: list[object] = [PYTHON, "-m", "pytest", "-q"]
# Whoever is done takes over from the other: no core waits long at the end.
ON_BOTH_CORES: list[object] = ["-n", "2", "--dist", "worksteal"]
WITHOUT_BROWSER: list[object] = [*PYTEST, "--ignore", BROWSER_TESTS, *ON_BOTH_CORES]
FAST: list[object] = [*WITHOUT_BROWSER, "-m", "not processes"]
BROWSER: list[object] = [*PYTEST, BROWSER_TESTS, *ON_BOTH_CORES]
# What a running installation is told, and its files and mails are not the tests' to touch.
SETTINGS = {
    "ALLOW_STAFF_WITHOUT_SECOND_FACTOR",
    "BASE_URL",
    "DATABASE_URL",
    "DEMO",
    "FILES_FOLDER",
    "HOST",
    "INCOMING_MAILDIR",
    "INCOMING_MAIL_DOMAIN",
    "LETTERS_FOLDER",
    "MAIL_FROM",
    "MAIL_URL",
    "PAGE_CACHE_SECONDS",
    "PARTICIPATION_ENV",
    "PORT",
    "SECRET_KEY",
    "TEST_DATABASE_URL",
    "TRUSTED_PROXIES",
}
# The tests start some hundred processes: to compile everything for each takes longer than its work.
NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Result:
    """One row of the summary; `passed` and `failed` count tests, where the step has any."""

    step: str
    succeeded: bool
    seconds: float
    passed: int = 0
    failed: int = 0


@dataclass
class Suite:
    """The steps done so far."""

    results: list[Result] = field(default_factory=list)

    def check(self, step: str, command: list[object], environment: Mapping[str, str] | None = None) -> None:
        """Run one step and note how it went."""
        say(f"\n── {step} " + "─" * (70 - len(step)))
        report = REPORTS / f"{step.lower().replace(' ', '-')}.xml"
        reporting = [f"--junitxml={report}"] if command[: len(PYTEST)] == PYTEST else []
        started = time.monotonic()
        code = _call([*command, *reporting], environment or {})
        seconds = time.monotonic() - started
        passed, failed = _counts(report) if report.exists() else (0, 0)
        # A run that ends without a report, or with an error that no test has, counts as one failure.
        failed = max(failed, 1) if code and reporting else failed
        self.results.append(Result(step, code == 0, seconds, passed, failed))

    def summary(self) -> Iterator[str]:
        """A table, then the totals alone on the last line."""
        yield f"\n{'step':<24}{'result':<10}{'seconds':>8}{'passed':>8}{'failed':>8}"
        for result in self.results:
            said = "ok" if result.succeeded else "FAILED"
            counts = f"{result.passed:>8}{result.failed:>8}" if result.passed or result.failed else ""
            yield f"{result.step:<24}{said:<10}{result.seconds:>8.1f}{counts}"
        passed = sum(result.passed for result in self.results)
        failed = sum(result.failed for result in self.results)
        yield f"\n{passed} passed, {failed} failed"


def main() -> None:
    """`--fast` leaves out everything but the tests on SQLite."""
    listen_for_the_end()
    is_fast = "--fast" in sys.argv
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in REPORTS.glob("*.xml"):
        old.unlink()
    suite = Suite()
    try:
        _fast(suite) if is_fast else _everything(suite)
    except Stopped:
        say("\nStopped.")
        raise SystemExit(1) from None
    for line in suite.summary():
        say(line)
    raise SystemExit(not all(result.succeeded for result in suite.results))


def _fast(suite: Suite) -> None:
    set_up(Progress(STEPS), "requirements-dev.lock")
    suite.check("Tests on SQLite", FAST)


def _everything(suite: Suite) -> None:
    progress = Progress(STEPS + 1)
    set_up(progress, "requirements-dev.lock")
    with progress.step("Browser and PostgreSQL"):
        system_packages.install()
    for step, command in CHECKS.items():
        suite.check(step, command)
    suite.check("Tests on SQLite", WITHOUT_BROWSER)
    with ExitStack() as stack:
        programs = system_packages.postgresql()
        assert programs is not None
        address = stack.enter_context(cluster(programs))
        suite.check("Tests on PostgreSQL", WITHOUT_BROWSER, {"TEST_DATABASE_URL": address})
    suite.check("Browser", BROWSER, {"CHROMIUM": str(system_packages.browser())})


def _call(command: list[object], environment: Mapping[str, str]) -> int:
    """The steps' own settings, and none of a running installation's."""
    clean = {name: value for name, value in os.environ.items() if name not in {*SETTINGS, NOT_COMPILED}}
    words = [str(word) for word in command]
    told = {**clean, "PYTHONPYCACHEPREFIX": str(BYTECODE), **environment}
    return subprocess.run(words, cwd=ROOT, env=told, stdin=subprocess.DEVNULL, check=False).returncode


def _counts(report: os.PathLike[str]) -> tuple[int, int]:
    """Tests passed and failed, from pytest's own report."""
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    numbers = [
        {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
        for suite in suites
    ]
    total = {name: sum(row[name] for row in numbers) for name in ("tests", "failures", "errors", "skipped")}
    failed = total["failures"] + total["errors"]
    return total["tests"] - failed - total["skipped"], failed


if __name__ == "__main__":
    main()
