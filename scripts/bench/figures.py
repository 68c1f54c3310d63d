"""Measuring a row beside the reference, and what the figures say."""

from dataclasses import dataclass
from statistics import quantiles

from scripts.bench.rows import REFERENCE, Row
from scripts.bench.scene import Scene
from scripts.bench.servers import Answer, Server, Servers, ask
from scripts.bench.shots import Request, Shots, shoot

ROUNDS = 2
WARM_UP = 1.0
FINE = {"200", "302", "303", "304"}


@dataclass(frozen=True)
class Figures:
    """One row at one size. `ratio` is to the reference, measured in turns with it.

    `median` and `slow` are milliseconds until the answer is there, `work` those of a processor for each.
    """

    rate: float
    median: float
    slow: float
    work: float
    ratio: float
    answer: Answer
    cached_rate: float | None
    cached_ratio: float | None


@dataclass(frozen=True)
class Burst:
    """Some shots, and the processor seconds that the server spent on one answer."""

    shots: Shots
    work: float


def measure(row: Row, scene: Scene, servers: Servers, seconds: float, offset: int) -> Figures:
    """Reference and row in turns; `offset` keeps posts of different sizes apart."""
    server = servers.reference if row.is_reference else servers.uncached
    plain, own, cached = [], [], []
    for turn in range(ROUNDS):
        requests = row.requests(scene, offset + turn)
        plain.append(_shoot(servers.reference, REFERENCE.requests(scene, 0), seconds))
        own.append(_shoot(server, requests, seconds))
        if row.is_public and not row.is_reference:
            cached.append(_shoot(servers.cached, requests, seconds))
    times = sorted(time for burst in own for time in burst.shots.times)
    reference = _rate(plain)
    return Figures(
        rate=_rate(own),
        median=_percentile(times, 50),
        slow=_percentile(times, 95),
        work=sum(burst.work for burst in own) / len(own) * 1000,
        ratio=_rate(own) / reference,
        answer=ask(server.port, row.requests(scene, offset + ROUNDS)[0]),
        cached_rate=_rate(cached) if cached else None,
        cached_ratio=_rate(cached) / reference if cached else None,
    )


def _shoot(server: Server, requests: list[Request], seconds: float) -> Burst:
    before = server.processor_seconds()
    shots = shoot(server.port, requests, seconds / ROUNDS, WARM_UP / ROUNDS)
    spent = server.processor_seconds() - before
    odd = {status: count for status, count in shots.statuses.items() if status not in FINE}
    if odd or not shots.times:
        raise RuntimeError(f"{requests[0].path} answered {odd or 'nothing'}")
    return Burst(shots, spent / (len(shots.times) + shots.before))


def _rate(bursts: list[Burst]) -> float:
    return sum(len(burst.shots.times) for burst in bursts) / sum(burst.shots.seconds for burst in bursts)


def _percentile(times: list[float], percent: int) -> float:
    """In milliseconds."""
    return quantiles(times, n=100, method="inclusive")[percent - 1] * 1000
