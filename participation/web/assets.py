"""Addresses of our own style sheets and scripts and of vendored packages."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from flask import current_app, request

from participation.web import bundles

STATIC = Path(__file__).resolve().parent.parent.parent / "static"


@lru_cache(maxsize=256)
def _version(path: str, _changed: float) -> str:
    return hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=1)
def _vendored() -> dict[str, str]:
    folders: dict[str, str] = json.loads((STATIC / "vendor" / "manifest.json").read_text())
    return folders


def asset(path: str) -> str:
    """The address of one of our own files, changing when the file changes."""
    if version := current_app.config.get("STATIC_VERSION"):
        return f"{_root()}/static/{version}/{path}"
    if current_app.debug:
        bundles.build()
    changed = (STATIC / path).stat().st_mtime if current_app.debug else 0.0
    return f"{_root()}/static/{path}?v={_version(path, changed)}"


def vendor(package: str, path: str) -> str:
    """The address of a file of a vendored package; its folder carries the version."""
    return f"{_root()}/static/vendor/{_vendored()[package]}/{path}"


def _root() -> str:
    """Static files have one address in all languages."""
    return request.script_root.removesuffix("/en")
