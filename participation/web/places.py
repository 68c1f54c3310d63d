"""Where each municipality is found: told to the web floor, so that mail and the worker can go there."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app


@dataclass(frozen=True)
class Place:
    """A municipality's first path segment, and its own host name where it has one."""

    municipality_id: int
    slug: str
    host: str | None

    def home(self, base_url: str) -> str:
        """The address before the path: its own host name, or that of the installation."""
        return f"{base_url.split('://')[0]}://{self.host}" if self.host else base_url


def register(app: Flask, everywhere: Callable[[], list[Place]]) -> None:
    """Tell which municipalities there are; asked anew each time."""
    app.extensions["places"] = everywhere


def everywhere() -> list[Place]:
    """All municipalities of the installation."""
    places: list[Place] = current_app.extensions["places"]()
    return places


def place(municipality_id: int) -> Place:
    """One of them; StopIteration when it does not exist."""
    return next(each for each in everywhere() if each.municipality_id == municipality_id)
