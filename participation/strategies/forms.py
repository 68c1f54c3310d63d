"""A strategy file to be loaded, and the version that somebody has looked at."""

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, HiddenField
from wtforms.validators import InputRequired

from participation.web import forms


class LoadForm(forms.Form):
    """One file, in UTF-8."""

    file = FileField(
        lazy_gettext("A strategy file"),
        [InputRequired(lazy_gettext("Choose a file with a strategy in it."))],
        description=lazy_gettext(
            "A YAML file of at most 1 MB. Nothing is shown to residents before you publish."
        ),
    )

    @property
    def content(self) -> str | None:
        """The file's text; None, with the reason at the field, when there is none that can be read."""
        content = self.file.data.read() if self.file.data else b""
        if self.file.data:
            self.file.data.close()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._refuse_file(gettext("The file is not written in UTF-8. Save it as UTF-8 and try again."))
            return None
        if not text.strip():
            self._refuse_file(gettext("Choose a file with a strategy in it."))
            return None
        return text

    def _refuse_file(self, message: str) -> None:
        self.file.errors = [*self.file.errors, message]


class VersionForm(forms.Form):
    """What a button beside a difference sends."""

    version = HiddenField()

    @property
    def seen_version(self) -> int:
        seen = str(self.version.data)
        return int(seen) if seen.isdecimal() else 0
