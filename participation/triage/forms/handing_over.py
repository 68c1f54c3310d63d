"""To whom a case is given, why, and what the colleague should know."""

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from participation.cases.models import HandoverReason
from participation.web.forms import Form, text


class HandOverForm(Form):
    """Colleagues and reasons are passed in, for the words name people."""

    person = SelectField(lazy_gettext("To whom?"), [InputRequired(lazy_gettext("Choose a colleague."))])
    reason = RadioField(lazy_gettext("Why?"), default=HandoverReason.NONE.value)
    note = text(lazy_gettext("What should your colleague know?"), most=2000)
