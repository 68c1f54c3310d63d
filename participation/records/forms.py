"""The journal number, and the choice of a case file's kind."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, RadioField, ValidationError
from wtforms.validators import InputRequired

from participation.web.forms import Form, SelectChoice, line

NUMBER_LENGTH = 40


class JournalForm(Form):
    """A number of the municipality's own; an empty one takes it away."""

    number = line(
        lazy_gettext("Journal number"),
        most=NUMBER_LENGTH,
        description=lazy_gettext("The case's number in your journal, for example 26/1234."),
    )

    def validate_number(self, field: Any) -> None:
        if field.data and not field.data.isprintable():
            raise ValidationError(str(gettext("Use letters, digits and ordinary signs.")))


class CaseFileForm(Form):
    """HTML to read and to file, JSON for a system."""

    format_name = RadioField(
        lazy_gettext("Kind of file"),
        [InputRequired()],
        choices=[
            SelectChoice("html", lazy_gettext("A page to read, print and file (HTML)")),
            SelectChoice("json", lazy_gettext("For another system (JSON)")),
        ],
        default="html",
    )
    with_notes = BooleanField(
        lazy_gettext("With internal notes and colleagues' contributions"),
        description=lazy_gettext(
            "For the archive. Look at the rules of access to documents before you hand them out."
        ),
    )
