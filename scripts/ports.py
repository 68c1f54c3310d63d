"""Ports of this machine: one that is free, and whether anybody answers."""

import socket


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(host: str, port: int) -> bool:
    """Whether somebody listens there by now."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False
