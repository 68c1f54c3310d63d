"""Pictures are made anew, and what is none is refused in words."""

import zlib
from io import BytesIO
from struct import pack
from typing import Any

import pytest
from PIL import Image

from participation.files.rules import documents, pictures
from participation.foundation.errors import RuleViolation
from tests.factories.files import PDF, picture_bytes

SCRIPT = b"<script>alert(1)</script>"
GPS = 0x8825
ORIENTATION = 0x0112


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def photograph(**tags: Any) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (55.0, 37.0, 12.0), 3: "E", 4: (12.0, 23.0, 6.0)}
    exif[0x010F] = "Geheimkamera"
    return picture_bytes(size=(2000, 1000), exif=exif, comment=SCRIPT, **tags)


def chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is huge."""
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 100_000))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


def moving(form: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    packed = BytesIO()
    frames[0].save(packed, form, save_all=True, append_images=frames[1:], duration=100)
    return packed.getvalue()


def test_a_photograph_loses_all_that_it_tells_and_stands_upright() -> None:
    made = pictures.made_anew(photograph())
    for content in (made.large, made.small):
        image = opened(content)
        assert image.format == "WEBP"
        assert not image.getexif()
        assert set(image.info) <= {"background", "loop", "duration", "timestamp"}
        assert b"Geheimkamera" not in content
        assert SCRIPT not in content
    assert (made.width, made.height, made.small_width) == (800, 1600, 320)


def test_rotation_is_applied_to_the_points_themselves() -> None:
    upright = opened(pictures.made_anew(photograph()).large).convert("RGB")
    red, _, blue = upright.getpixel((400, 100))  # type: ignore[misc]
    assert red > 200 > blue


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "MPO"])
def test_what_people_have_is_taken(form: str) -> None:
    assert pictures.made_anew(picture_bytes(form)).width == 80


def test_a_see_through_picture_stands_on_white() -> None:
    packed = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(packed, "PNG")
    made = opened(pictures.made_anew(packed.getvalue()).large).convert("RGB")
    assert min(made.getpixel((20, 20))) > 250  # type: ignore[type-var,arg-type]


REFUSED = {
    "nothing": (b"", pictures.EMPTY),
    "too many bytes": (b"x" * (pictures.MOST_BYTES + 1), pictures.TOO_LARGE),
    "a bomb": (bomb(30_000, 30_000), pictures.TOO_MANY_POINTS),
    "a smaller bomb": (bomb(9_000, 9_000), pictures.TOO_MANY_POINTS),
    "a line without end": (bomb(60_000, 1), pictures.TOO_MANY_POINTS),
    "half a picture": (photograph()[:4000], pictures.BROKEN),
    "a torn PNG": (bomb(200, 2_000), pictures.BROKEN),
    "a page": (b"<!doctype html>" + SCRIPT, pictures.UNKNOWN),
    "a drawing in SVG": (b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>", pictures.UNKNOWN),
    "a PDF": (PDF, pictures.UNKNOWN),
    "HEIC": (b"\0\0\0\x18ftypheic" + b"\0" * 40, pictures.FROM_APPLE),
    "a moving GIF": (moving("GIF"), pictures.MOVING),
    "a moving PNG": (moving("PNG"), pictures.MOVING),
    "a moving WebP": (moving("WEBP"), pictures.MOVING),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_shown_is_refused_in_words(case: str) -> None:
    content, message = REFUSED[case]
    with pytest.raises(RuleViolation) as refusal:
        pictures.made_anew(content)
    assert refusal.value.message == message


def test_of_a_file_that_is_a_picture_and_a_page_the_picture_alone_is_left() -> None:
    made = pictures.made_anew(picture_bytes("GIF") + SCRIPT + PDF)
    assert SCRIPT not in made.large + made.small
    assert b"%PDF" not in made.large + made.small


@pytest.mark.parametrize("content", [b"", SCRIPT + PDF, b"%PDF-1.4 and no end", b"MZ" + PDF, picture_bytes()])
def test_only_pdf_is_a_document(content: bytes) -> None:
    with pytest.raises(RuleViolation):
        documents.check(content)


def test_a_pdf_is_a_document_up_to_its_limit() -> None:
    documents.check(PDF)
    with pytest.raises(RuleViolation):
        documents.check(b"%PDF-" + b"x" * documents.MOST_BYTES + b"%%EOF")
