"""Public pages from memory: what is kept, for whom, how long, and compressed how."""

import gzip
from collections.abc import Callable
from typing import Any

import brotli
import pytest
import time_machine
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from participation.web import caching
from participation.web.caching import PublicPages
from participation.web.headers import PUBLIC

WORDS = "en side " * 200
Pages = Callable[..., Client]


@pytest.fixture
def pages() -> Pages:
    """A client of numbered pages behind the memory."""

    def make(seconds: int = 5, status: int = 200, rule: str = PUBLIC, cookie: str | None = None) -> Client:
        made = []

        @Request.application
        def application(request: Request) -> Response:
            made.append(request.path)
            response = Response(f"{len(made)}: {WORDS}", status)
            response.headers.update({"Cache-Control": rule, "Vary": "Cookie"})
            if cookie:
                response.headers["Set-Cookie"] = cookie
            response.add_etag(weak=True)
            return response

        return Client(PublicPages(application, seconds=seconds, cookie="session"), use_cookies=False)

    return make


def number(client: Client, path: str = "/", **headers: Any) -> int:
    return int(client.get(path, headers=headers).text.partition(":")[0])


def test_a_page_is_made_once_within_its_seconds(pages: Pages) -> None:
    client = pages()
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as clock:
        assert (number(client), number(client)) == (1, 1)
        clock.shift(4)
        assert number(client) == 1
        clock.shift(1)
        assert number(client) == 2


def test_without_seconds_nothing_is_kept(pages: Pages) -> None:
    client = pages(seconds=0)
    assert (number(client), number(client)) == (1, 2)


@pytest.mark.parametrize("other", [{"path": "/?a=1"}, {"path": "/en/"}, {"Host": "ideer.example.dk"}])
def test_another_address_is_another_page(other: dict[str, str], pages: Pages) -> None:
    client = pages()
    assert (number(client), number(client, **other)) == (1, 2)


def test_whoever_has_a_session_is_asked_about_anew(pages: Pages) -> None:
    client = pages()
    assert (number(client), number(client, Cookie="a=b; session=c"), number(client)) == (1, 2, 1)


@pytest.mark.parametrize("answer", [{"rule": "no-store"}, {"cookie": "session=x"}, {"status": 404}])
def test_what_is_not_for_everybody_is_neither_kept_nor_compressed(
    answer: dict[str, Any], pages: Pages
) -> None:
    client = pages(**answer)
    response = client.get("/", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in response.headers
    assert number(client) == 2


@pytest.mark.parametrize(
    ("accepted", "read", "name"),
    [
        ("gzip, br", brotli.decompress, "br"),
        ("gzip, br;q=0", gzip.decompress, "gzip"),
        ("identity", bytes, None),
    ],
)
def test_a_page_is_compressed_as_the_reader_accepts(
    accepted: str, read: Callable[[bytes], bytes], name: str | None, pages: Pages
) -> None:
    client = pages()
    for _ in range(2):
        response = client.get("/", headers={"Accept-Encoding": accepted})
        assert response.headers.get("Content-Encoding") == name
        assert int(response.headers["Content-Length"]) == len(response.data)
        assert read(response.data).decode() == f"1: {WORDS}"
        assert response.vary.as_set() == {"cookie", "accept-encoding"}


def test_whoever_has_the_page_is_told_so(pages: Pages) -> None:
    client = pages()
    etag = client.get("/").headers["ETag"]
    response = client.get("/", headers={"If-None-Match": etag})
    assert (response.status_code, response.data, response.headers["ETag"]) == (304, b"", etag)


def test_the_first_to_ask_may_have_the_page_already(pages: Pages) -> None:
    etag = pages().get("/").headers["ETag"]
    client = pages()
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 304
    assert number(client) == 1


def test_the_memory_has_a_limit(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_PAGES", 2)
    client = pages()
    first = [number(client, f"/{path}") for path in "abac"]
    assert first == [1, 2, 1, 3]
    assert number(client, "/a") == 1
    assert number(client, "/b") == 4


def test_the_memory_has_a_size(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_BYTES", len(WORDS))
    client = pages()
    assert (number(client), number(client)) == (1, 2)
