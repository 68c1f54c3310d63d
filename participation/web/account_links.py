"""The signed-in reader's own links: each feature adds its own, and the frame shows them in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app

KEY = "account_links"


@dataclass(frozen=True)
class AccountLink:
    """`label` gives the words for this reader, None when the link is not for them; low `place` first."""

    place: int
    endpoint: str
    label: Callable[[Any], str | None]


def add(app: Flask, link: AccountLink) -> None:
    """Show the link to whoever is signed in."""
    app.extensions.setdefault(KEY, []).append(link)


def labelled(reader: Any) -> list[tuple[str, str]]:
    """Words and endpoint of each link that is for this reader."""
    links = sorted(current_app.extensions.get(KEY, []), key=lambda link: link.place)
    worded = ((link.label(reader), link.endpoint) for link in links)
    return [(label, endpoint) for label, endpoint in worded if label is not None]
