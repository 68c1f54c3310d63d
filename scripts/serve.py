"""`make run`: set up, load, then serve until Ctrl-C."""

import os
import socket

from scripts.console import Progress, give_up, say
from scripts.paths import ACCOUNTS, BIN, BYTECODE, PYTHON
from scripts.ports import answers
from scripts.set_up import STEPS, set_up
from scripts.supervisor import Stopped, Supervisor, listen_for_the_end

CONTENT_STEPS = 5
# As in participation/config.py, which cannot be imported before everything is installed.
SWITCHED_ON = frozenset({"1", "true", "yes"})
SERVER = (
    "--interface wsgi --workers 2 --blocking-threads 4 --respawn-failed-workers --workers-kill-timeout 5 "
    "--no-access-log --log-level warning"
).split()


def main() -> None:
    """Whatever the environment says wins over the demonstration's settings."""
    environment = os.environ.get("PARTICIPATION_ENV", "development")
    os.environ.setdefault("DEMO", "1" if environment == "development" else "0")
    host, port = os.environ.get("HOST", "127.0.0.1"), _port()
    address = f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}"
    os.environ.setdefault("BASE_URL", address)
    _keep_bytecode()
    _refuse_a_taken_port(host, port)
    listen_for_the_end()
    supervisor = Supervisor()
    try:
        _prepare(supervisor)
        _serve(supervisor, host, port, address)
    except Stopped:
        say("\nEnding …")
    finally:
        supervisor.end()


def _keep_bytecode() -> None:
    """Whatever the machine says: else each process of each start compiles everything anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(BYTECODE)


def _port() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdecimal() or not 0 < int(text) < 65536:
        give_up(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    return int(text)


def _refuse_a_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            give_up(
                f"Cannot listen on {host}, port {port}: {error.strerror}.\n"
                f"Another port: PORT={port + 1} make run"
            )


def _prepare(supervisor: Supervisor) -> None:
    total = STEPS + CONTENT_STEPS - (os.environ["DEMO"] not in SWITCHED_ON)
    progress = Progress(total)
    set_up(progress)
    code = supervisor.run("Loading", [PYTHON, "-m", "scripts.content", progress.done, total])
    if code:
        raise SystemExit(code)


def _serve(supervisor: Supervisor, host: str, port: int, address: str) -> None:
    listen = ["--host", host, "--port", port]
    supervisor.start("The web server", [BIN / "granian", *SERVER, *listen, "wsgi:app"])
    if supervisor.wait_until(lambda: answers(host, port)):
        # Not before: on a small machine its start would keep the first page waiting.
        supervisor.start("The worker", [BIN / "flask", "--app", "wsgi", "worker"])
        _welcome(address)
        supervisor.wait_until(lambda: False)
    give_up(f"{supervisor.ended()} ended by itself; see above. Ending the rest.")


def _welcome(address: str) -> None:
    say(f"\n  {address}/\n  {address}/en/   in English")
    if ACCOUNTS.is_file():
        say(f"\nDemonstration accounts, one click each on the sign-in page:\n{ACCOUNTS.read_text().rstrip()}")
    say("\nCtrl-C ends everything.")


if __name__ == "__main__":
    main()
