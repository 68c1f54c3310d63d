"""Requests that many people send at the same moment, each with a session of their own."""

import http.client
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

from flask import Flask
from flask_wtf.csrf import generate_csrf

from participation.accounts.models import SignIn
from participation.extensions import db
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.servers import serving


def signed_in(size: int) -> list[str]:
    """The cookies of so many new people of this municipality; the caller commits."""
    cookies = [f"one-of-many-{number}-".ljust(48, "x") for number in range(size)]
    db.session.add_all(
        SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=PersonFactory().id)
        for cookie in cookies
    )
    return cookies


def form_token(app: Flask, cookie: str) -> str:
    """What a form of theirs would carry."""
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def pressed_at_once(address: str, path: str, cookies: Sequence[str]) -> Counter[int]:
    """Everybody has opened the page with the form, and presses its button at the same moment."""
    barrier = Barrier(len(cookies))
    with ThreadPoolExecutor(len(cookies)) as pool:
        return Counter(pool.map(lambda cookie: _open_and_press(address, path, cookie, barrier), cookies))


def _open_and_press(address: str, path: str, cookie: str, barrier: Barrier) -> int:
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    connection.request("GET", path, headers={"Cookie": f"session={cookie}"})
    page = connection.getresponse().read().decode()
    connection.close()
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
    said = {"csrf_token": token[1] if token else "", "message": ""}
    return _post(address, path, cookie, said, barrier)


FormPost = tuple[str, str, dict[str, str]]


def all_at_once(app: Flask, path: str, cookies: Sequence[str]) -> Counter[int]:
    """Everybody posts the same form when all are ready; how often each status was answered."""
    posts = [(path, cookie, {"message": ""}) for cookie in cookies]
    return next(rounds_at_once(app, [posts]))


def rounds_at_once(app: Flask, rounds: Iterable[Sequence[FormPost]]) -> Iterator[Counter[int]]:
    """Round by round: where each form is sent, whose cookie goes with it, and what it says."""
    with serving(app.config["SETTINGS"].database_url) as address:
        for posts in rounds:
            yield _at_once(app, address, posts)


def _at_once(app: Flask, address: str, posts: Sequence[FormPost]) -> Counter[int]:
    tokens, barrier = [form_token(app, cookie) for _path, cookie, _said in posts], Barrier(len(posts))
    calls = [
        (address, path, cookie, {**said, "csrf_token": token}, barrier)
        for (path, cookie, said), token in zip(posts, tokens, strict=True)
    ]
    with ThreadPoolExecutor(len(posts)) as pool:
        return Counter(pool.map(lambda call: _post(*call), calls))


def _post(address: str, path: str, cookie: str, said: dict[str, str], barrier: Barrier) -> int:
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", path, urlencode(said), headers)
    status = connection.getresponse().status
    connection.close()
    return status
