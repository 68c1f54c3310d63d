"""The language stands in the path: `/en/…` is English, everything else Danish.

The prefix becomes part of SCRIPT_NAME, so that url_for keeps the reader in the language.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

from flask import has_request_context, request
from flask_babel import force_locale

LANGUAGES = ("da", "en")
DEFAULT_LANGUAGE = "da"
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def language_prefix(wsgi: Wsgi) -> Wsgi:
    """Move a leading `/en` from the path to SCRIPT_NAME and note the language."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        environ["participation.language"] = DEFAULT_LANGUAGE
        if path == "/en" or path.startswith("/en/"):
            environ["participation.language"] = "en"
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + "/en"
            environ["PATH_INFO"] = path[3:] or "/"
        return wsgi(environ, start_response)

    return application


def current_language() -> str:
    """The language of the page that is being made."""
    return (
        str(request.environ.get("participation.language", DEFAULT_LANGUAGE))
        if has_request_context()
        else "da"
    )


def in_language(language: str) -> AbstractContextManager[None]:
    """Translate in a given language, for mail."""
    context: AbstractContextManager[None] = force_locale(language)
    return context


def path_in_language(path: str, language: str) -> str:
    """The same page of ours in that language; never `//…`, which is another site to a browser."""
    root = request.script_root.removesuffix("/en")
    rest = path.removeprefix(root)
    if rest == "/en" or rest.startswith("/en/"):
        rest = rest.removeprefix("/en")
    rest = "/" + rest.lstrip("/")
    return f"{root}{rest}" if language == DEFAULT_LANGUAGE else f"{root}/{language}{rest}"
