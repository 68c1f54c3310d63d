"""Remembering what a step was last done for, so that a second call has nothing to do."""

import fcntl
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.paths import BUILD


def fingerprint(files: Iterable[Path]) -> str:
    """Names and contents of the files, as sixteen hexadecimal digits."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


class Stamp:
    """A small file holding the fingerprint of what was used."""

    def __init__(self, file: Path, inputs: Iterable[Path]) -> None:
        self.file = file
        self.wanted = fingerprint(inputs)

    def is_current(self) -> bool:
        """True when the step was finished for exactly these inputs."""
        return self.file.is_file() and self.file.read_text() == self.wanted

    def set(self) -> None:
        """To be called last, when the step is wholly done."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.wanted)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two calls of `make` in one working copy wait for each other here."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
