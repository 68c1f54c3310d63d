"""Static files as in production: compressed once, cached for ever under an address that names the content.

`flask static compress` copies our own files to `static/compressed/VERSION/`, where the version is a hash of
all of them. Only a copy of exactly the present files is served, so nobody sees a stale one; where there is
none, while somebody works on a style sheet, Flask serves the files as they are.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from flask.cli import AppGroup
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from participation.config import ROOT
from participation.web import bundles

STATIC = ROOT / "static"
COMPRESSED = STATIC / "compressed"
OWN = ("*.css", "*.js", "*.svg", "img/*")
YEAR = 365 * 24 * 3600

commands = AppGroup("static", help="Our own style sheets, scripts and pictures.")


def register(app: Flask) -> None:
    """Serve the compressed copy if there is one of the present files."""
    app.cli.add_command(commands)
    bundles.build()
    version = content_version()
    if app.debug or not (COMPRESSED / version).is_dir():
        return
    rules = {"max_age": YEAR, "immutable_file_test": _is_immutable, "add_headers_function": _harden}
    server = WhiteNoise(app.wsgi_app, **rules)
    server.add_files(COMPRESSED / version, prefix=f"static/{version}/")
    server.add_files(STATIC / "vendor", prefix="static/vendor/")
    app.wsgi_app = server  # type: ignore[method-assign]
    app.config["STATIC_VERSION"] = version


@commands.command("compress")
def compress() -> None:
    """Make the copy; nothing to do when it is there."""
    target = COMPRESSED / content_version()
    if target.is_dir():
        return
    COMPRESSED.mkdir(exist_ok=True)
    making = Path(tempfile.mkdtemp(dir=COMPRESSED))
    compressor = Compressor(quiet=True)
    for file in _own_files():
        copy = making / file.relative_to(STATIC)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        if compressor.should_compress(file.name):
            compressor.compress(str(copy))
    making.chmod(0o755)
    # At once and last: a server that starts meanwhile sees the whole copy or none.
    os.replace(making, target)


def content_version() -> str:
    """A hash of the names and contents of all our own files."""
    digest = hashlib.sha256()
    for file in _own_files():
        digest.update(f"{file.relative_to(STATIC)}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def _own_files() -> list[Path]:
    return sorted(file for pattern in OWN for file in STATIC.glob(pattern) if file.is_file())


def _is_immutable(_path: str, _url: str) -> bool:
    # Every folder served here carries a version in its name.
    return True


def _harden(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
