"""The load generator, a process of its own: `python -m scripts.bench.shots`, plan on stdin, times on stdout.

A fixed number of connections is kept open; each sends its next request when its answer is there.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from itertools import cycle
from typing import Any

from scripts.console import give_up
from scripts.paths import PYTHON, ROOT

CONNECTIONS = 8
END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True)
class Request:
    """One request; `body` only with POST."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None

    def on_wire(self, host: str) -> bytes:
        """The bytes that are sent."""
        method = "GET" if self.body is None else "POST"
        headers = {"Host": host, **self.headers}
        if self.body is not None:
            form = "application/x-www-form-urlencoded"
            headers |= {"Content-Type": form, "Content-Length": str(len(self.body.encode()))}
        lines = [f"{method} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n" + (self.body or "")).encode()


@dataclass(frozen=True)
class Shots:
    """What came back within `seconds`: seconds each answer took, and how many had which status.

    `before` counts the answers of the warm-up.
    """

    seconds: float
    times: list[float]
    statuses: dict[str, int]
    before: int


def shoot(port: int, requests: list[Request], seconds: float, warm_up: float) -> Shots:
    """Send the requests round and round for `warm_up` + `seconds`, and count the latter."""
    plan = {"port": port, "seconds": seconds, "warm_up": warm_up, "requests": [asdict(r) for r in requests]}
    done = subprocess.run(
        [PYTHON, "-m", "scripts.bench.shots"],
        cwd=ROOT,
        input=json.dumps(plan),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        give_up(done.stderr)
    return Shots(**json.loads(done.stdout))


class Connection(asyncio.Protocol):
    """One connection that always has one request under way."""

    def __init__(self, gun: "Gun") -> None:
        self.gun = gun
        self.received = b""
        self.sent_at = 0.0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, end, body = self.received.partition(END_OF_HEAD)
        if end and len(body) >= _length(head):
            self.gun.note(head[9:12].decode(), time.perf_counter() - self.sent_at)
            self.received = b""
            self._send()

    def connection_lost(self, _error: Exception | None) -> None:
        self.gun.is_broken = True

    def _send(self) -> None:
        self.sent_at = time.perf_counter()
        self.transport.write(next(self.gun.requests))


class Gun:
    """What the connections share."""

    def __init__(self, requests: list[bytes]) -> None:
        self.requests = cycle(requests)
        self.is_broken = False
        self.forget()

    def forget(self) -> None:
        """Leave the warm-up behind."""
        self.started = time.perf_counter()
        self.times: list[float] = []
        self.statuses: Counter[str] = Counter()

    def note(self, status: str, seconds: float) -> None:
        """One answer is whole."""
        self.times.append(seconds)
        self.statuses[status] += 1


def _length(head: bytes) -> int:
    start = head.lower().find(b"content-length:")
    return int(head[start + 15 :].split(b"\r\n", 1)[0]) if start >= 0 else 0


async def _fire(plan: dict[str, Any]) -> Shots:
    host = f"127.0.0.1:{plan['port']}"
    gun = Gun([Request(**each).on_wire(host) for each in plan["requests"]])
    loop = asyncio.get_running_loop()
    for _ in range(CONNECTIONS):
        await loop.create_connection(lambda: Connection(gun), "127.0.0.1", plan["port"])
    await asyncio.sleep(plan["warm_up"])
    before = len(gun.times)
    gun.forget()
    await asyncio.sleep(plan["seconds"])
    # On a machine with other work one answer can take longer than the whole time.
    while not gun.times and not gun.is_broken:
        await asyncio.sleep(0.05)
    if gun.is_broken:
        raise ConnectionError("the server closed a connection")
    return Shots(time.perf_counter() - gun.started, gun.times, dict(gun.statuses), before)


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(_fire(json.load(sys.stdin))))))
