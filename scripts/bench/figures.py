"""Measuring a row beside the reference, and what the figures say."""

from dataclasses import dataclass
from statistics import quantiles

from scripts.bench.rows import REFERENCE, Row
from scripts.bench.scene import Scene
from scripts.bench.servers import Answer, Ports, ask
from scripts.bench.shots import Request, Shots, shoot

ROUNDS = 2
WARM_UP = 1.0
FINE = {"200", "302", "303", "304"}


@dataclass(frozen=True)
class Figures:
    """One row at one size. `ratio` is to the reference, measured in turns with it."""

    rate: float
    median: float
    slow: float
    ratio: float
    answer: Answer
    cached_rate: float | None
    cached_ratio: float | None


def measure(row: Row, scene: Scene, ports: Ports, seconds: float, offset: int) -> Figures:
    """Reference and row in turns; `offset` keeps posts of different sizes apart."""
    port = ports.reference if row.is_reference else ports.uncached
    plain, own, cached = [], [], []
    for turn in range(ROUNDS):
        requests = row.requests(scene, offset + turn)
        plain.append(_shoot(ports.reference, REFERENCE.requests(scene, 0), seconds))
        own.append(_shoot(port, requests, seconds))
        if row.is_public and not row.is_reference:
            cached.append(_shoot(ports.cached, requests, seconds))
    times = sorted(time for shots in own for time in shots.times)
    reference = _rate(plain)
    probe = row.requests(scene, offset + ROUNDS)[0]
    return Figures(
        rate=_rate(own),
        median=_percentile(times, 50),
        slow=_percentile(times, 95),
        ratio=_rate(own) / reference,
        answer=ask(port, probe),
        cached_rate=_rate(cached) if cached else None,
        cached_ratio=_rate(cached) / reference if cached else None,
    )


def _shoot(port: int, requests: list[Request], seconds: float) -> Shots:
    shots = shoot(port, requests, seconds / ROUNDS, WARM_UP / ROUNDS)
    odd = {status: count for status, count in shots.statuses.items() if status not in FINE}
    if odd or not shots.times:
        raise RuntimeError(f"{requests[0].path} answered {odd or 'nothing'}")
    return shots


def _rate(all_shots: list[Shots]) -> float:
    return sum(len(shots.times) for shots in all_shots) / sum(shots.seconds for shots in all_shots)


def _percentile(times: list[float], percent: int) -> float:
    """In milliseconds."""
    return quantiles(times, n=100, method="inclusive")[percent - 1] * 1000
