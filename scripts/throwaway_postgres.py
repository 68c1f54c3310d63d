"""A PostgreSQL of our own in a temporary folder, gone afterwards; nobody's database is touched."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from scripts.console import give_up

ALWAYS = ("max_connections=200", "listen_addresses=")
# In a test nothing has to survive a crash, and there are many small transactions.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def cluster(programs: Path, settings: Sequence[str] = CARELESS) -> Iterator[str]:
    """Yield the address of an empty database, reachable through a socket in the cluster's own folder."""
    folder = Path(tempfile.mkdtemp(prefix="participation-postgres-"))
    try:
        _give_away(folder)
        _run(
            programs / "initdb", "--pgdata", folder / "data", "--username=postgres", "--auth=trust", *_LOCALE
        )
        options = " ".join(
            f"-c {setting}" for setting in (*ALWAYS, *settings, f"unix_socket_directories={folder}")
        )
        _run(programs / "pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options)
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _run(programs / "pg_ctl", "stop", "-D", folder / "data", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_LOCALE = ("--encoding=UTF8", "--no-locale", "--no-sync")


def _user() -> str | None:
    """PostgreSQL refuses to run as root, so root lends its place to the user `postgres`."""
    return "postgres" if os.geteuid() == 0 else None


def _give_away(folder: Path) -> None:
    user = _user()
    if user:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _run(*command: object) -> None:
    # To a file and not a pipe: the server would keep the pipe open and we would wait for it forever.
    with tempfile.TemporaryFile("w+") as output:
        finished = subprocess.run(
            [str(word) for word in command],
            cwd="/",
            user=_user(),
            group=_user(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            check=False,
        )
        if finished.returncode:
            output.seek(0)
            give_up(output.read())
