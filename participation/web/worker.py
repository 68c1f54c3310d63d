"""`flask worker`: pieces of work that look for due rows, each in a thread of its own, until told to stop."""

import logging
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.web.places import Place, everywhere

Work = Callable[[], None]
log = logging.getLogger("participation.worker")


@dataclass(frozen=True)
class Piece:
    """Something to do every so many seconds, in each municipality, each time in a transaction of its own."""

    every: float
    work: Work

    @property
    def name(self) -> str:
        return f"{self.work.__module__}.{self.work.__name__}"


PIECES: list[Piece] = []


def register(*, every: float, work: Work) -> None:
    """Have `work` done; it finds its rows itself, so that several workers and a restart are harmless."""
    PIECES.append(Piece(every, work))


def do_now(work: Work) -> None:
    """Do one thing in every municipality, each in a session of its own; a command's own holds no lock."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    _everywhere(app, Piece(0, work))


def _everywhere(app: Flask, piece: Piece) -> None:
    for place in _places(app, piece):
        with app.app_context(), municipality_context(place.municipality_id):
            _attempt(piece, place.slug)


def _places(app: Flask, piece: Piece) -> list[Place]:
    try:
        with app.app_context():
            return everywhere()
    except Exception as error:
        report(piece.name, error)
        return []


def _attempt(piece: Piece, slug: str) -> None:
    """Whatever goes wrong in one piece and place, the others go on."""
    try:
        piece.work()
        db.session.commit()
    except Exception as error:
        db.session.rollback()
        report(f"{piece.name} in {slug}", error)


def report(what: str, error: Exception) -> None:
    """Log where it happened and what kind it was; an exception's own words may hold an address."""
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s failed: %s\n%s", what, type(error).__name__, places)


def run(app: Flask, stop: threading.Event) -> None:
    """Work until `stop` is set, then finish what has been begun."""
    threads = [threading.Thread(target=_repeat, args=(app, piece, stop)) for piece in PIECES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _repeat(app: Flask, piece: Piece, stop: threading.Event) -> None:
    while not stop.is_set():
        _everywhere(app, piece)
        stop.wait(piece.every)


@click.command("worker")
@click.pass_obj
def command(script: ScriptInfo) -> None:
    """Send mails and do whatever else waits, until told to stop."""
    stop = threading.Event()

    def end(_number: int, _frame: Any) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    run(script.load_app(), stop)
