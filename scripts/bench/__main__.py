"""`make bench`: load, serve as in production, measure, print one table.

`python -m scripts.bench --sizes 1000` is the quick run.
"""

import argparse
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from participation import create_app
from participation.config import Settings
from participation.extensions import db
from scripts import system_packages
from scripts.bench.figures import Figures, measure
from scripts.bench.loading import LARGE, derive, grow, prepare
from scripts.bench.rows import BARE, REFERENCE, ROWS
from scripts.bench.scene import Scene, Visitor, scene, sign_in
from scripts.bench.servers import SECRET, Servers, servers
from scripts.bench.table import ELSEWHERE, lines, misses, weight_lines
from scripts.bench.weight import Weight, weights
from scripts.console import say
from scripts.paths import BUILD
from scripts.supervisor import listen_for_the_end
from scripts.throwaway_postgres import cluster

# As a careful operator has it: what is committed survives. The working memory fits a small server.
POSTGRES = ("shared_buffers=512MB", "max_wal_size=4GB", "work_mem=16MB", "jit=off")
SIZES = [1_000, 10_000, 100_000]
ROUNDS_OF_A_SIZE = 10


class Bench:
    """One run: an empty database that grows from size to size, with the servers beside it."""

    def __init__(self, address: str, seconds: float, only: str = "") -> None:
        self.address = address
        self.seconds = seconds
        self.rows = [row for row in ROWS if only in row.label]
        settings = Settings(environment="bench", database_url=address, secret_key=SECRET)
        self.app: Flask = create_app(settings)
        self.results: dict[tuple[str, int], Figures] = {}
        self.visitors: list[Visitor] = []

    def grow(self, size: int) -> Scene:
        """Add what is missing, and look what there is to ask for."""
        started = time.monotonic()
        grow(self.address, LARGE, size)
        derive(self.app)
        self.visitors = self.visitors or sign_in(self.app, self.address, LARGE)
        say(f"\n{size:,} ideas loaded in {time.monotonic() - started:.0f} s; load {os.getloadavg()[0]:.1f}")
        with self.app.app_context():
            db.session.remove()
        return scene(self.app, LARGE, self.visitors)

    def measure(self, size: int, present: Scene, running: Servers, offset: int) -> None:
        """All rows at one size."""
        for row in (BARE, REFERENCE, *self.rows):
            figures = measure(row, present, running, self.seconds, offset)
            self.results[row.label, size] = figures
            cached = f", cached {figures.cached_ratio:.2f}" if figures.cached_ratio else ""
            said = f"{figures.rate:8,.0f}/s  {figures.ratio:.2f} of the reference{cached}"
            say(f"  {row.label:34}{said}, {figures.answer.statements} queries")


def main() -> None:
    """Print the table, what is not as wanted, and keep both in build/bench.md."""
    wanted = _arguments()
    listen_for_the_end()
    BUILD.mkdir(exist_ok=True)
    with _database() as address:
        bench = Bench(address, wanted.seconds, wanted.only)
        prepare(bench.app, address)
        with servers(address) as running:
            weighed: dict[str, Weight] = {}
            for turn, size in enumerate(wanted.sizes):
                present = bench.grow(size)
                weighed = weighed or weights(
                    running.cached.port, f"{present.home}/", present.idea_paths(1)[0]
                )
                bench.measure(size, present, running, turn * ROUNDS_OF_A_SIZE)
    report = "\n".join(_report(bench, wanted.sizes, weighed))
    (BUILD / "bench.md").write_text(report + "\n")
    say("\n" + report)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of ideas, rising")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each row is measured")
    parser.add_argument("--only", default="", metavar="WORDS", help="rows whose name has these words in it")
    return parser.parse_args()


@contextmanager
def _database() -> Iterator[str]:
    system_packages.install()
    programs = system_packages.postgresql()
    assert programs is not None
    with cluster(programs, POSTGRES) as address:
        yield address


def _report(bench: Bench, sizes: list[int], weighed: dict[str, Weight]) -> Iterator[str]:
    yield f"{_machine()}; {bench.seconds:g} s a row. Load average at the end: {os.getloadavg()[0]:.1f}.\n"
    yield from lines(bench.results, bench.rows, sizes)
    yield ""
    yield from weight_lines(weighed)
    yield f"\n{ELSEWHERE}\n"
    found = list(misses(bench.results, bench.rows, sizes, weighed))
    yield "Not as wanted:" if found else "Everything is as wanted."
    yield from (f"- {miss}" for miss in found)


def _machine() -> str:
    """Processor, cores, Python; what the figures depend on."""
    told = Path("/proc/cpuinfo")
    names = (
        [line for line in told.read_text().splitlines() if line.startswith("model name")]
        if told.exists()
        else []
    )
    model = names[0].partition(": ")[2] if names else platform.processor()
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
