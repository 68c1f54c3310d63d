"""Bytes in the folder of files, called by their own SHA-256, under their municipality."""

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from flask import current_app

from participation.foundation.tenancy import current_municipality_id

HALF = ".half"


def keep(content: bytes) -> str:
    """Write the bytes, so that they outlive a crash from here on, and give back what they are called.

    They are there whole or not at all; the same bytes twice are one file.
    """
    digest = hashlib.sha256(content).hexdigest()
    path = _path(digest)
    if path.exists():
        # Whoever sweeps at this moment goes by the file's age.
        os.utime(path)
        return digest
    path.parent.mkdir(parents=True, exist_ok=True)
    # On the same shelf, so that whoever sweeps finds it by its name.
    half = path.with_name(f"{_shelf(digest)}{uuid4().hex}{HALF}")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    _settle(path.parent)
    return digest


def bytes_of(digest: str) -> bytes:
    """What lies under that name; FileNotFoundError when nothing does."""
    return _path(digest).read_bytes()


def is_whole(digest: str) -> bool:
    """Whether the bytes are there and still what they are called."""
    try:
        return hashlib.sha256(bytes_of(digest)).hexdigest() == digest
    except FileNotFoundError:
        return False


def remove(name: str) -> None:
    """Take the bytes away; nothing happens when they are gone."""
    _path(name).unlink(missing_ok=True)


def kept() -> Iterator[tuple[str, datetime]]:
    """What lies in the municipality's folder, half-written files too, and since when."""
    for path in _folder().glob("??/*"):
        try:
            written = path.stat().st_mtime
        except FileNotFoundError:
            continue
        yield path.name, datetime.fromtimestamp(written, UTC)


def _folder() -> Path:
    root: Path = current_app.config["SETTINGS"].files_folder
    return root / str(current_municipality_id())


def _path(name: str) -> Path:
    return _folder() / _shelf(name) / name


def _shelf(name: str) -> str:
    return name[:2]


def _settle(folder: Path) -> None:
    """The name itself survives a crash only when its folder is written too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
