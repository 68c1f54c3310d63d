"""The one table, as Markdown, and what of it is not as wanted."""

from collections.abc import Iterator, Mapping, Sequence

from scripts.bench.figures import Figures
from scripts.bench.rows import BARE, REFERENCE, Row
from scripts.bench.weight import Weight

MOST_STATEMENTS = 12
MOST_GROWTH = 1.3
MOST_BYTES = {"first visit": 150_000, "next page": 15_000}
HEAD = (
    "",
    "ideas",
    "requests/s",
    "p50 ms",
    "p95 ms",
    "CPU ms",
    "queries",
    "bytes",
    "of reference",
    "cached/s",
    "of ref.",
)
# Measured before on the same kind of machine, with adhocracy+ as it comes.
ELSEWHERE = """For comparison, adhocracy+ on the same kind of machine: its list of ideas takes 153 queries and
1.6 s at 10,000 ideas, 17 s at 100,000; its idea page 0.15 s; a first visit weighs 1.24 MB."""

Results = Mapping[tuple[str, int], Figures]


def lines(results: Results, rows: Sequence[Row], sizes: list[int]) -> Iterator[str]:
    """The table; a last column says how the largest size compares to the smallest."""
    first, last = sizes[0], sizes[-1]
    growth = [f"{last:,} against {first:,}"] if last > first else []
    yield _line([*HEAD, *growth])
    yield _line(["---", *["---:"] * (len(HEAD) - 1 + len(growth))])
    for row in (BARE, REFERENCE, *rows):
        for size in sizes:
            cells = _cells(row, size, results[row.label, size])
            more = [f"{slower(results, row, sizes):.2f} ×" if size == last else ""] if growth else []
            yield _line([*cells, *more])


def weight_lines(weights: Mapping[str, Weight]) -> Iterator[str]:
    """What a browser fetches."""
    for name, weight in weights.items():
        parts = ", ".join(f"{kind} {count:,}" for kind, count in weight.by_kind.items())
        yield f"{name}: {weight.total:,} bytes ({parts}); wanted: at most {MOST_BYTES[name]:,}"


def misses(
    results: Results, rows: Sequence[Row], sizes: list[int], weights: Mapping[str, Weight]
) -> Iterator[str]:
    """What is not as wanted, in words."""
    for row in rows:
        for size in sizes:
            yield from _row_misses(row, size, results[row.label, size])
        if not row.may_grow and slower(results, row, sizes) > MOST_GROWTH:
            yield f"{row.label}: {slower(results, row, sizes):.2f} times slower at {sizes[-1]:,} ideas"
    for name, weight in weights.items():
        if weight.total > MOST_BYTES[name]:
            yield f"{name}: {weight.total:,} bytes"


def slower(results: Results, row: Row, sizes: list[int]) -> float:
    """How many times slower the largest size is; each beside its own reference, so that noise counts less."""
    return results[row.label, sizes[0]].ratio / results[row.label, sizes[-1]].ratio


def _row_misses(row: Row, size: int, figures: Figures) -> Iterator[str]:
    if row.wanted is not None and figures.ratio < row.wanted:
        cached = f" ({figures.cached_ratio:.2f} with the page cache)" if figures.cached_ratio else ""
        yield f"{row.label}, {size:,} ideas: {figures.ratio:.2f} of the reference{cached}, not {row.wanted}"
    if row.slowest is not None and figures.median > row.slowest:
        yield f"{row.label}, {size:,} ideas: {figures.median:,.0f} ms, not {row.slowest:,.0f}"
    if row.late is not None and figures.slow > row.late:
        yield f"{row.label}, {size:,} ideas: p95 {figures.slow:,.0f} ms, not {row.late:,.0f}"
    if int(figures.answer.statements) > MOST_STATEMENTS:
        yield f"{row.label}, {size:,} ideas: {figures.answer.statements} queries"


def _cells(row: Row, size: int, figures: Figures) -> list[str]:
    cached = ["–", "–"]
    if figures.cached_rate is not None and figures.cached_ratio is not None:
        cached = [f"{figures.cached_rate:,.0f}", f"{figures.cached_ratio:.2f}"]
    return [
        row.label,
        f"{size:,}",
        f"{figures.rate:,.0f}",
        f"{figures.median:.1f}",
        f"{figures.slow:.1f}",
        f"{figures.work:.1f}",
        figures.answer.statements,
        f"{figures.answer.bytes:,}",
        f"{figures.ratio:.2f}",
        *cached,
    ]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
