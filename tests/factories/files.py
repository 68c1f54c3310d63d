"""Stored files, and pictures and documents as people send them."""

from io import BytesIO
from typing import Any

import factory
from PIL import Image

from participation.files.models import FileKind, StoredFile
from participation.web import storage
from tests.factories.base import Factory

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture_bytes(form: str = "JPEG", size: tuple[int, int] = (80, 60), **options: Any) -> bytes:
    """A picture file, red on the left and blue on the right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    packed = BytesIO()
    image.save(packed, form, **options)
    return packed.getvalue()


class PictureFactory(Factory[StoredFile]):
    class Meta:
        model = StoredFile

    kind = FileKind.PICTURE
    media_type = "image/webp"
    digest = factory.LazyFunction(lambda: storage.keep(picture_bytes("WEBP")))
    byte_size = 100
    small_digest = factory.SelfAttribute("digest")
    small_byte_size = 100
    width = 80
    height = 60
    small_width = 80
    alternative_text = "Rødt og blåt"


class DocumentFactory(Factory[StoredFile]):
    class Meta:
        model = StoredFile

    kind = FileKind.DOCUMENT
    media_type = "application/pdf"
    digest = factory.LazyFunction(lambda: storage.keep(PDF))
    byte_size = len(PDF)
    name = "Tegning af stien"
