"""What a project asks for, a word from who joins, and to whom a letter goes."""

from flask_babel import lazy_gettext
from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, NumberRange, Optional

from participation.places.forms import LetterForm
from participation.places.lifecycle import MESSAGE_LENGTH
from participation.volunteering import rules
from participation.volunteering.lifecycle import TITLE_LENGTH, NeedKind
from participation.web.forms import DateField, Form, SelectChoice, impersonal, line, text, without_cpr

KINDS = [
    SelectChoice(NeedKind.PEOPLE.value, lazy_gettext("People who help")),
    SelectChoice(NeedKind.THING.value, lazy_gettext("A thing")),
]


class NeedForm(Form):
    """One thing that is needed."""

    kind = RadioField(
        lazy_gettext("What do you need?"),
        [InputRequired()],
        choices=KINDS,
        default=NeedKind.PEOPLE.value,
    )
    title = line(
        lazy_gettext("In a few words"),
        most=TITLE_LENGTH,
        required=lazy_gettext("Write what you need."),
        description=lazy_gettext("For example “Dig holes on Saturday” or “A party tent”."),
    )
    capacity = IntegerField(
        lazy_gettext("How many?"),
        [Optional(), NumberRange(1, rules.MOST_ROOM)],
        description=lazy_gettext("Leave it empty when there is room for everybody who wants to."),
    )
    day = DateField(lazy_gettext("On which day?"), [Optional()])
    details = text(
        lazy_gettext("What should they know?"),
        most=1000,
        description=lazy_gettext("Where to meet, what to bring, how long it takes."),
    )

    def validate_title(self, field: object) -> None:
        impersonal(self, field)
        without_cpr(self, field)

    def validate_details(self, field: object) -> None:
        without_cpr(self, field)


class JoinForm(Form):
    """A word to the steward; nothing else is asked."""

    message = text(
        lazy_gettext("A word to the steward"),
        most=MESSAGE_LENGTH,
        description=lazy_gettext("For example what you bring, or when you can come. Only they read it."),
    )

    def validate_message(self, field: object) -> None:
        without_cpr(self, field)


class VolunteerLetterForm(LetterForm):
    """To whom, and what."""

    need = SelectField(lazy_gettext("To whom?"))
