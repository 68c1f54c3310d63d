"""The application as it really runs: granian with two processes, on a database of its own."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import IO

from scripts.ports import free_port
from tests.processes import hearing

SECRET = "a secret of the tests' own, long enough for production"


def environment(database_url: str, port: int, **more: str) -> dict[str, str]:
    """What the server and the worker are told."""
    own = {
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET,
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PARTICIPATION_ENV": "development",
        "PYTHONUNBUFFERED": "1",
    }
    return {**os.environ, **own, **more}


@contextmanager
def serving(database_url: str, *, workers: int = 2, **more: str) -> Iterator[str]:
    """The address of a running server; it has ended when the block has."""
    port = free_port()
    command = ["granian", "--interface", "wsgi", "--workers", str(workers)]
    # On a busy machine a worker has been seen that never ended by itself.
    command += ["--workers-kill-timeout", "10"]
    command += ["--blocking-threads", "4", "--host", "127.0.0.1", "--port", str(port), "wsgi:app"]
    with running(command, environment(database_url, port, **more), f"Started worker-{workers}"):
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"


def _wait_for(port: int, *, rounds: int = 600) -> None:
    """A worker says that it has started a moment before it listens."""
    for _ in range(rounds):
        with socket.socket() as visitor:
            if visitor.connect_ex(("127.0.0.1", port)) == 0:
                return
        Event().wait(0.05)
    raise RuntimeError("the server does not listen")


@contextmanager
def running(command: list[str], settings: dict[str, str], said: str = "") -> Iterator[None]:
    """A process that has said a certain text, if any; ended with all its children afterwards."""
    with hearing(*command, settings=settings) as (process, output):
        heard, lines = Event(), list[str]()
        # It reads to the end: a talkative server whose words nobody takes would wait for ever.
        reader = Thread(target=_listen, args=(output, said, heard, lines))
        reader.start()
        try:
            if said and not heard.wait(180):
                raise RuntimeError("the process has not started:\n" + "".join(lines))
            yield
        finally:
            process.terminate()
            process.join(timeout=30)
            assert process.exitcode is not None, "the process does not end"
            reader.join()


def _listen(output: IO[str], said: str, heard: Event, lines: list[str]) -> None:
    for line in output:
        lines.append(line)
        if said in line:
            heard.set()
