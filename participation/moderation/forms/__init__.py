"""Why something is hidden, or shown again."""

from flask_babel import lazy_gettext
from wtforms import RadioField
from wtforms.validators import InputRequired

from participation.web.forms import Form, text


class ShowForm(Form):
    """A sentence to the person."""

    sentence = text(
        lazy_gettext("A sentence to the person"),
        most=1000,
        required=lazy_gettext("Write a sentence about why."),
    )


class HideForm(ShowForm):
    """One of the municipality's published reasons, and a sentence."""

    reason_code = RadioField(lazy_gettext("Reason"), [InputRequired(lazy_gettext("Choose a reason."))])
