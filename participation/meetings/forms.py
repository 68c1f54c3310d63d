"""An arrangement, why it is cancelled, and a word from who comes."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, IntegerField, SelectField, TimeField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from participation.meetings import rules
from participation.places.lifecycle import MESSAGE_LENGTH
from participation.web.forms import DateField, Form, impersonal, line, text, without_cpr

EXAMPLES = lazy_gettext("For example “Dialogue meeting about the harbour” or “Work day in the garden”.")
NO_DAY = lazy_gettext("Write which day it is.")
NO_START = lazy_gettext("Write when it begins.")
NO_END = lazy_gettext("Write when it ends.")


class MeetingForm(Form):
    """What an arrangement says about itself."""

    title = line(
        lazy_gettext("What is it?"),
        most=120,
        required=lazy_gettext("Write what it is."),
        description=EXAMPLES,
    )
    day = DateField(lazy_gettext("Day"), [InputRequired(NO_DAY)])
    starts = TimeField(lazy_gettext("Begins at"), [InputRequired(NO_START)])
    ends = TimeField(lazy_gettext("Ends at"), [InputRequired(NO_END)])
    place = line(
        lazy_gettext("Where?"),
        most=200,
        required=lazy_gettext("Write where it is."),
        description=lazy_gettext("So that a stranger finds it: the house, the room, the entrance."),
    )
    description = text(
        lazy_gettext("What happens there?"),
        most=4000,
        description=lazy_gettext("What people should know, and bring. Is there access for wheelchairs?"),
    )
    takes_sign_ups = BooleanField(
        lazy_gettext("People sign up"),
        default=True,
        description=lazy_gettext("Leave it out when people can just come."),
    )
    capacity = IntegerField(
        lazy_gettext("Room for how many?"),
        [Optional(), NumberRange(1, rules.MOST_ROOM)],
        description=lazy_gettext("Leave it empty when there is room for everybody who wants to."),
    )
    sequence = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def validate_title(self, field: object) -> None:
        impersonal(self, field)
        without_cpr(self, field)

    def validate_place(self, field: object) -> None:
        impersonal(self, field)
        without_cpr(self, field)

    def validate_description(self, field: object) -> None:
        without_cpr(self, field)


class MunicipalMeetingForm(MeetingForm):
    """One of the municipality's own may be about a theme or a goal."""

    tie: Any = SelectField(lazy_gettext("Is it about a theme or a goal?"), [Optional()])


class CancelForm(Form):
    """Why."""

    reason = text(
        lazy_gettext("Why?"),
        most=500,
        required=lazy_gettext("Write a sentence about why."),
        description=lazy_gettext("It stands on the page, and everybody who signed up gets it by mail."),
    )

    def validate_reason(self, field: object) -> None:
        impersonal(self, field)
        without_cpr(self, field)


class SignUpForm(Form):
    """A word to whoever runs it; nothing else is asked."""

    message = text(
        lazy_gettext("A word to the organisers"),
        most=MESSAGE_LENGTH,
        description=lazy_gettext("For example that you come with a wheelchair. Only they read it."),
    )

    def validate_message(self, field: object) -> None:
        without_cpr(self, field)
