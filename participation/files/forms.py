"""Fields in which a picture or a document is chosen."""

from typing import Any

from flask_babel import lazy_gettext
from flask_wtf.file import FileField, MultipleFileField
from wtforms import ValidationError
from wtforms.validators import Optional

from participation.files.lifecycle import ALTERNATIVE_TEXT_LENGTH
from participation.web.forms import line
from participation.web.words import gettext

# Without HEIC on the list, an iPhone sends its pictures as JPEG.
PICTURES = "image/jpeg,image/png,image/webp,image/gif"
DOCUMENTS = "application/pdf,.pdf"


def picture(label: Any, **keywords: Any) -> FileField:
    """One picture; `contents` of the field gives its bytes."""
    return FileField(label, [Optional()], render_kw={"accept": PICTURES}, **keywords)


def pictures(label: Any, *, most: int, **keywords: Any) -> MultipleFileField:
    """Several pictures at once, from the telephone's camera or its album."""
    return MultipleFileField(label, [Optional(), _at_most(most)], render_kw={"accept": PICTURES}, **keywords)


def document(label: Any, *, required: Any) -> FileField:
    """One PDF; `required` is the sentence shown when it is missing."""

    def is_chosen(_form: Any, field: Any) -> None:
        if not contents(field):
            raise ValidationError(str(required))

    return FileField(label, [is_chosen], render_kw={"accept": DOCUMENTS})


def alternative_text() -> Any:
    """What the picture shows, for who cannot see it."""
    return line(
        lazy_gettext("What does the picture show?"),
        most=ALTERNATIVE_TEXT_LENGTH,
        description=lazy_gettext("One sentence for those who cannot see it."),
    )


def contents(field: Any) -> list[bytes]:
    """The bytes of what was chosen, in the order in which it was."""
    chosen = field.data if isinstance(field.data, list) else [field.data]
    read = [each.read() for each in chosen if each and getattr(each, "filename", "")]
    for each in chosen:
        if each:
            each.seek(0)
    return read


def _at_most(most: int) -> Any:
    def check(_form: Any, field: Any) -> None:
        if len(field.data or []) > most:
            raise ValidationError(gettext("Choose at most %(most)s pictures at a time.", most=most))

    return check
