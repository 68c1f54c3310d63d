"""Giving a file to whoever may see what it belongs to."""

from flask import Blueprint, Flask, Response, make_response, request

from participation.files import queries
from participation.files.models import FileKind, StoredFile
from participation.foundation.errors import Missing
from participation.foundation.text import slugify
from participation.web import guards, storage

blueprint = Blueprint("files", __name__, url_prefix="/<municipality>/filer")
# Kept by the reader's own browser and by nothing between: what is hidden is gone for all who come later.
CACHING = "private, max-age=31536000, immutable"
POLICY = "default-src 'none'; sandbox"


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.get("/<id:file_id>-<digest>/<size>")
def show(file_id: int, digest: str, size: str) -> Response:
    """One size of a picture, or a document to take home."""
    stored = guards.found(queries.find(guards.viewer(), file_id))
    wanted = guards.found(_sizes(stored).get(size))
    if digest != stored.digest:
        raise Missing
    response = make_response(_content(wanted))
    response.headers["Content-Type"] = stored.media_type
    response.headers["Content-Disposition"] = _disposition(stored)
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = CACHING
    response.set_etag(wanted)
    response.make_conditional(request)
    return response


def _sizes(stored: StoredFile) -> dict[str, str | None]:
    """What each part of the address names."""
    if stored.kind is FileKind.DOCUMENT:
        return {"fil": stored.digest}
    return {"stor": stored.digest, "lille": stored.small_digest}


def _content(digest: str) -> bytes:
    try:
        return storage.bytes_of(digest)
    except FileNotFoundError as error:
        raise Missing from error


def _disposition(stored: StoredFile) -> str:
    """A document never opens inside a page of ours; its name holds no sign that a header could mistake."""
    if stored.kind is FileKind.DOCUMENT:
        return f'attachment; filename="{slugify(stored.name) or "dokument"}.pdf"'
    return "inline"
