"""The servers that are measured, started as in production, and one look at what each answers."""

import http.client
import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.shots import Request
from scripts.console import give_up
from scripts.paths import BIN, BUILD, ROOT
from scripts.ports import answers, free_port
from scripts.serve import SERVER

SECRET = "known to everybody, for a database that is thrown away"
PATIENCE = 60.0
# Places in what /proc tells of a process, counted from after its name.
GROUP, USER, SYSTEM = 2, 11, 12


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, and the process that leads its group."""

    port: int
    group: int

    def processor_seconds(self) -> float:
        """What all its processes have used so far; 0 where there is no /proc."""
        stats = (_stat(file) for file in Path("/proc").glob("[0-9]*/stat"))
        own = (stat for stat in stats if stat and int(stat[GROUP]) == self.group)
        return sum(int(stat[USER]) + int(stat[SYSTEM]) for stat in own) / os.sysconf("SC_CLK_TCK")


def _stat(file: Path) -> list[str]:
    """The fields after the name, which may hold anything; none when the process has just ended."""
    try:
        return file.read_text().rpartition(") ")[2].split()
    except OSError:
        return []


@dataclass(frozen=True)
class Servers:
    """Plain Flask, the application without its page cache, and as in production."""

    reference: Server
    uncached: Server
    cached: Server


@dataclass(frozen=True)
class Answer:
    """One answer as sent: bytes of the body, and what the application says of its statements."""

    status: int
    bytes: int
    statements: str


def environment(address: str, port: int = 0) -> dict[str, str]:
    """What the application is told; a cache of no seconds unless said otherwise."""
    return {
        "PARTICIPATION_ENV": "bench",
        "DATABASE_URL": address,
        "SECRET_KEY": SECRET,
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PAGE_CACHE_SECONDS": "0",
        "ALLOW_STAFF_WITHOUT_SECOND_FACTOR": "1",
    }


@contextmanager
def servers(address: str) -> Iterator[Servers]:
    """All three at once; those that nobody asks cost nothing."""
    ports = [free_port() for _ in range(3)]
    uncached, cached = environment(address, ports[1]), environment(address, ports[2])
    del cached["PAGE_CACHE_SECONDS"]
    with ExitStack() as stack:
        plain = _serving("scripts.bench.reference:app", ports[0], environment(address))
        yield Servers(
            reference=stack.enter_context(plain),
            uncached=stack.enter_context(_serving("wsgi:app", ports[1], uncached)),
            cached=stack.enter_context(_serving("wsgi:app", ports[2], cached)),
        )


def ask(port: int, request: Request) -> Answer:
    """One request, as a browser that reads compressed pages sends it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    method = "GET" if request.body is None else "POST"
    headers = {"Accept-Encoding": "gzip, br", **request.headers}
    if request.body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, request.path, request.body, headers)
    response = connection.getresponse()
    answer = Answer(response.status, len(response.read()), response.headers.get("X-Queries", "–"))
    connection.close()
    return answer


@contextmanager
def _serving(target: str, port: int, settings: Mapping[str, str]) -> Iterator[Server]:
    command = [str(BIN / "granian"), *SERVER, "--host", "127.0.0.1", "--port", str(port), target]
    with (BUILD / f"bench-{port}.log").open("w") as log:
        inherited = {name: value for name, value in os.environ.items() if name != "DEMO"}
        process = subprocess.Popen(
            command, cwd=ROOT, env={**inherited, **settings}, stdout=log, stderr=log, start_new_session=True
        )
        try:
            _wait_for(process, port, log.name)
            yield Server(port, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(process: subprocess.Popen[bytes], port: int, log: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if answers("127.0.0.1", port):
            return
        time.sleep(0.1)
    give_up(f"The server does not answer; see {log}.")
