"""Processes of the application's own, forked from one that has imported it.

To import everything takes seconds, to fork takes none. What is started does the same as when it is called by
name: it has its own session and environment, and makes an application of its own.
"""

import multiprocessing
import os
import runpy
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import IO

from scripts.paths import ROOT

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.imported"])


def start(*words: str, settings: Mapping[str, str], output: Connection | None = None) -> BaseProcess:
    """`python -m` with these words, told these settings only; it writes to `output` where there is one."""
    process = _context.Process(target=_become, args=(words, dict(settings), output))
    process.start()
    return process


@contextmanager
def hearing(*words: str, settings: Mapping[str, str]) -> Iterator[tuple[BaseProcess, IO[str]]]:
    """The same, and what it says."""
    reader, writer = _context.Pipe(duplex=False)
    process = start(*words, settings=settings, output=writer)
    writer.close()
    with reader, open(reader.fileno(), encoding="utf-8", closefd=False) as heard:
        yield process, heard


def run(*words: str, settings: Mapping[str, str]) -> tuple[int | None, str]:
    """Its exit code and all that it said, once it has ended."""
    with hearing(*words, settings=settings) as (process, heard):
        said = heard.read()
        process.join()
    return process.exitcode, said


def _become(words: tuple[str, ...], settings: dict[str, str], output: Connection | None) -> None:
    os.setsid()
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(settings)
    if output is not None:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
        output.close()
    # As anywhere else on Linux: granian forks its workers.
    multiprocessing.set_start_method("fork", force=True)
    sys.argv[:] = words
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
