"""Requests that many people send at the same moment, each with a session of their own."""

import http.client
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

from flask import Flask
from flask_wtf.csrf import generate_csrf

from tests.servers import serving


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
    return _post(address, path, cookie, token[1] if token else "", barrier)


def all_at_once(app: Flask, path: str, cookies: Sequence[str]) -> Counter[int]:
    """Everybody posts the same form when all are ready; how often each status was answered."""
    tokens, barrier = [form_token(app, cookie) for cookie in cookies], Barrier(len(cookies))
    url = app.config["SETTINGS"].database_url
    with serving(url) as address, ThreadPoolExecutor(len(cookies)) as pool:
        calls = [(address, path, *pair, barrier) for pair in zip(cookies, tokens, strict=True)]
        return Counter(pool.map(lambda call: _post(*call), calls))


def _post(address: str, path: str, cookie: str, token: str, barrier: Barrier) -> int:
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", path, urlencode({"csrf_token": token, "message": ""}), headers)
    status = connection.getresponse().status
    connection.close()
    return status
