"""A strategy file to be loaded, and the forms of the editor."""

import re
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import (
    BooleanField,
    FileField,
    IntegerField,
    SelectField,
    SelectMultipleField,
)
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import CheckboxInput

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.web import forms

TITLE_LENGTH, TEXT_LENGTH = 200, 10_000
TITLE = lazy_gettext("Write a title.")
HALF_ADOPTED = N_("Write both when it was adopted and by whom, or neither.")


# By the end of a file's name; anything else is read as YAML. A spreadsheet may write Windows' own letters.
FORMS = {".csv": "csv", ".md": "md", ".markdown": "md"}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class LoadForm(forms.Form):
    """One file, in UTF-8; a table as a spreadsheet saves it."""

    file = FileField(
        lazy_gettext("A strategy file"),
        [InputRequired(lazy_gettext("Choose a file with a strategy in it."))],
        description=lazy_gettext(
            "YAML, CSV or Markdown, at most 1 MB. Nothing is shown to residents before you publish."
        ),
    )

    @property
    def content(self) -> str | None:
        """The file's text; None, with the reason at the field, when there is none that can be read."""
        content = self.file.data.read() if self.file.data else b""
        if self.file.data:
            self.file.data.close()
        try:
            text = self._decoded(content)
        except UnicodeDecodeError:
            self._refuse_file(gettext("The file is not written in UTF-8. Save it as UTF-8 and try again."))
            return None
        if not text.strip():
            self._refuse_file(gettext("Choose a file with a strategy in it."))
            return None
        return text

    @property
    def form_name(self) -> str:
        """In which form the file is written."""
        name = (self.file.data.filename or "").lower()
        return next((form for end, form in FORMS.items() if name.endswith(end)), "yaml")

    def _decoded(self, content: bytes) -> str:
        if self.form_name == "csv" and content.startswith(UTF_16):
            return content.decode("utf-16")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            if self.form_name == "csv":
                return content.decode("cp1252")
            raise

    def _refuse_file(self, message: str) -> None:
        self.file.errors = [*self.file.errors, message]


def _year(label: Any, **keywords: Any) -> IntegerField:
    message = lazy_gettext("Write a year with four digits.")
    return IntegerField(
        label, [InputRequired(message=message), NumberRange(1900, 2200, message=message)], **keywords
    )


class BeginForm(forms.Form):
    """What the next strategy is called, and for how long it applies."""

    title = forms.line(lazy_gettext("Title"), most=TITLE_LENGTH, required=TITLE)
    first_year = _year(lazy_gettext("First year"))
    last_year = _year(lazy_gettext("Last year"))


class AboutForm(forms.VersionedForm):
    """What goes for the whole strategy."""

    title = forms.line(lazy_gettext("Title"), most=TITLE_LENGTH, required=TITLE)
    slogan = forms.line(lazy_gettext("Slogan"), most=TITLE_LENGTH)
    first_year = _year(lazy_gettext("First year"))
    last_year = _year(lazy_gettext("Last year"))
    adopted_on = forms.DateField(lazy_gettext("Adopted on"), [Optional()])
    adopted_by = forms.line(lazy_gettext("Adopted by"), most=TITLE_LENGTH)
    source_title = forms.line(
        lazy_gettext("Where the document can be read"),
        most=TITLE_LENGTH,
        required=lazy_gettext("Write what the page or the document is called."),
    )
    source_url = forms.line(
        lazy_gettext("Its address"),
        most=500,
        required=lazy_gettext("Write an address that begins with https://."),
    )
    vision_title = forms.line(lazy_gettext("The vision's heading"), most=TITLE_LENGTH)
    vision = forms.text(
        lazy_gettext("Vision"),
        most=TEXT_LENGTH,
        description=lazy_gettext("An empty line begins a new paragraph."),
    )

    def validate(self, *arguments: Any, **keywords: Any) -> bool:
        """A day alone, or a name alone, is no adoption: it is not left out in silence."""
        if not super().validate(*arguments, **keywords):
            return False
        if bool(self.adopted_on.data) == bool(self.adopted_by.data):
            return True
        self.refuse(RuleViolation(HALF_ADOPTED), "adopted_by" if self.adopted_on.data else "adopted_on")
        return False


class StatementForm(forms.VersionedForm):
    """A goal, an effort or a challenge."""

    title = forms.line(lazy_gettext("Title"), most=TITLE_LENGTH, required=TITLE)
    title_editorial = BooleanField(
        lazy_gettext("The title is the editors'"),
        description=lazy_gettext("Tick it when the title does not stand in the document that was adopted."),
    )
    text = forms.text(
        lazy_gettext("Text"),
        most=TEXT_LENGTH,
        required=lazy_gettext("Write the text."),
        description=lazy_gettext("Word for word as it was adopted."),
    )
    theme = SelectField(lazy_gettext("Theme"))

    @property
    def values(self) -> dict[str, Any]:
        return {
            "title": self.title.data,
            "title_editorial": bool(self.title_editorial.data),
            "text": self.text.data,
        }


class ThemeForm(forms.VersionedForm):
    """A theme."""

    title = forms.line(lazy_gettext("Title"), most=TITLE_LENGTH, required=TITLE)
    title_editorial = BooleanField(
        lazy_gettext("The title is the editors'"),
        description=lazy_gettext("Tick it when the title does not stand in the document that was adopted."),
    )
    motto = forms.line(lazy_gettext("Motto"), most=TITLE_LENGTH)
    vision = forms.text(
        lazy_gettext("Vision"),
        most=TEXT_LENGTH,
        description=lazy_gettext("An empty line begins a new paragraph."),
    )

    @property
    def values(self) -> dict[str, Any]:
        return {
            "title": self.title.data,
            "title_editorial": bool(self.title_editorial.data),
            "motto": self.motto.data or None,
            "vision": paragraphs(self.vision.data),
        }


class SplitForm(forms.VersionedForm):
    """One part made two; a theme has no texts, but goals and efforts that go with the second."""

    title = forms.line(lazy_gettext("Title of the first"), most=TITLE_LENGTH, required=TITLE)
    text = forms.text(lazy_gettext("Text of the first"), most=TEXT_LENGTH)
    second_title = forms.line(lazy_gettext("Title of the second"), most=TITLE_LENGTH, required=TITLE)
    second_text = forms.text(lazy_gettext("Text of the second"), most=TEXT_LENGTH)
    moving = SelectMultipleField(
        lazy_gettext("What goes with the second"), option_widget=CheckboxInput(), validators=[Optional()]
    )


class JoinForm(forms.VersionedForm):
    """Which other part comes in."""

    other = SelectField(
        lazy_gettext("Join it with"), [InputRequired(lazy_gettext("Choose another part of the same kind."))]
    )


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a text in which empty lines stand between them."""
    return [part.strip() for part in re.split(r"\n\s*\n", text or "") if part.strip()]
