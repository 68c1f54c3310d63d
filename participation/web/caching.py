"""Public pages from memory, and compressed.

What a visitor without a session is shown is the same for everybody, holds no token and sets no cookie
(web/headers says which answers those are). So it may be answered again for a few seconds, by every process
from a memory of its own, and compressed without giving a secret away by its length. Personal pages are left
as they are in both respects.
"""

import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from time import time
from typing import Any

import brotli
from werkzeug.datastructures import Headers
from werkzeug.http import parse_accept_header, parse_etags
from werkzeug.test import run_wsgi_app

from participation.web.headers import PUBLIC

MOST_PAGES = 2_000
MOST_BYTES = 32 * 1024 * 1024
SMALLEST = 500
ABOUT_THE_BODY = ("Content-Type", "Content-Length")
Environ = dict[str, Any]
StartResponse = Callable[..., Any]


def _gzip(body: bytes) -> bytes:
    packer = zlib.compressobj(6, wbits=31)
    return packer.compress(body) + packer.flush()


# In order of preference.
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=5)),
    "gzip": _gzip,
}


@dataclass
class PublicPage:
    """An answer as made, and its body in each encoding that somebody has asked for."""

    headers: Headers
    body: bytes
    made_at: float
    encoded: dict[str, bytes] = field(default_factory=dict)

    def answer(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The page, or a 304 for who has it."""
        if parse_etags(environ.get("HTTP_IF_NONE_MATCH")).contains_weak(self._etag()):
            kept = [(name, value) for name, value in self.headers if name not in ABOUT_THE_BODY]
            start_response("304 NOT MODIFIED", kept)
            return []
        headers, body = Headers(self.headers), self.body
        if encoding := self._encoding(environ):
            body = self._encoded(encoding)
            headers["Content-Encoding"] = encoding
        headers["Content-Length"] = str(len(body))
        start_response("200 OK", list(headers))
        return [body]

    def _etag(self) -> str:
        return self.headers.get("ETag", "").removeprefix("W/").strip('"')

    def _encoding(self, environ: Environ) -> str | None:
        accepted = parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"))
        is_worth_it = len(self.body) >= SMALLEST
        return next((name for name in ENCODINGS if is_worth_it and accepted[name] > 0), None)

    def _encoded(self, encoding: str) -> bytes:
        if encoding not in self.encoded:
            self.encoded[encoding] = ENCODINGS[encoding](self.body)
        return self.encoded[encoding]


class Memory:
    """The pages of the last seconds, at most so many and so large; the one not asked for longest goes."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        self._pages: OrderedDict[tuple[str, ...], PublicPage] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def find(self, key: tuple[str, ...]) -> PublicPage | None:
        """The page, unless it has become too old."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None and not 0 <= time() - page.made_at < self.seconds:
                self._remove(key)
                return None
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def keep(self, key: tuple[str, ...], page: PublicPage) -> None:
        """Remember a page, and forget others for it."""
        with self._lock:
            if key in self._pages:
                self._remove(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while len(self._pages) > MOST_PAGES or self._bytes > MOST_BYTES:
                self._remove(next(iter(self._pages)))

    def _remove(self, key: tuple[str, ...]) -> None:
        self._bytes -= len(self._pages.pop(key).body)


class PublicPages:
    """The WSGI application around the other; `seconds` of 0 remembers nothing, and still compresses."""

    def __init__(self, wsgi: Any, *, seconds: int, cookie: str) -> None:
        self.wsgi = wsgi
        self.cookie = cookie
        self.memory = Memory(seconds)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "GET" or self.cookie in environ.get("HTTP_COOKIE", ""):
            return self._pass_on(environ, start_response)
        key = self._key(environ)
        page = self.memory.find(key)
        return page.answer(environ, start_response) if page else self._make(key, environ, start_response)

    def _pass_on(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        passed: Iterable[bytes] = self.wsgi(environ, start_response)
        return passed

    def _make(self, key: tuple[str, ...], environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Whether the reader has the page already is asked here, so that a whole page is made to keep."""
        plain = {name: value for name, value in environ.items() if name != "HTTP_IF_NONE_MATCH"}
        body, status, headers = run_wsgi_app(self.wsgi, plain, buffered=True)
        if not status.startswith("200") or headers.get("Cache-Control") != PUBLIC or "Set-Cookie" in headers:
            start_response(status, list(headers))
            return body
        headers["Vary"] = f"{headers.get('Vary', 'Cookie')}, Accept-Encoding"
        page = PublicPage(headers, b"".join(body), time())
        if self.memory.seconds:
            self.memory.keep(key, page)
        return page.answer(environ, start_response)

    def _key(self, environ: Environ) -> tuple[str, ...]:
        names = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
        return tuple(environ.get(name, "") for name in names)
