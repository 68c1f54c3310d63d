"""Letters: a mail's texts, written outside any request as if on the municipality's own front page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import current_app, render_template, url_for

from participation.foundation.tenancy import current_municipality_id
from participation.web.locale import DEFAULT_LANGUAGE, in_language
from participation.web.places import place


@dataclass(frozen=True)
class Letter:
    """What a mail says; `headers` are those that belong to its kind, such as List-Unsubscribe."""

    subject: str
    text: str
    html: str
    headers: Mapping[str, str] = field(default_factory=dict)


Renderer = Callable[[Mapping[str, Any], str], Letter | None]
RENDERERS: dict[str, Renderer] = {}


def renderer(kind: str) -> Callable[[Renderer], Renderer]:
    """Register the function that writes a kind of mail from its context and language, when it is sent.

    It returns None when the mail is not wanted any more.
    """

    def register(write: Renderer) -> Renderer:
        if kind in RENDERERS:
            raise ValueError(f"mail {kind!r} is written twice")
        RENDERERS[kind] = write
        return write

    return register


@contextmanager
def desk(language: str) -> Iterator[None]:
    """Write in a language: inside, `url_for(…, _external=True)` gives the municipality's public addresses."""
    here = place(current_municipality_id())
    home = here.home(current_app.config["SETTINGS"].base_url)
    prefix = "" if language == DEFAULT_LANGUAGE else f"/{language}"
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    pretended = app.test_request_context(
        f"/{here.slug}/",
        base_url=home + prefix,
        environ_overrides={"participation.language": language},
    )
    # Babel remembers a language for the worker's whole round, and the next mail may be in another.
    with pretended, in_language(language):
        app.preprocess_request()
        yield


def public_address(endpoint: str, **values: Any) -> str:
    """A page's whole address, for a mail; only at a `desk`."""
    return url_for(endpoint, _external=True, **values)


def letter(name: str, *, headers: Mapping[str, str] | None = None, **context: Any) -> Letter:
    """Render `emails/<name>/{subject.txt,body.txt,body.html}`; only at a `desk`."""
    parts = [render_template(f"emails/{name}/{part}", **context) for part in PARTS]
    return Letter(" ".join(parts[0].split()), parts[1].strip() + "\n", parts[2], headers or {})


PARTS = ("subject.txt", "body.txt", "body.html")
