"""What is typed in from paper: an idea, a sheet of supports, a code."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import HiddenField, IntegerField, RadioField, ValidationError
from wtforms.validators import InputRequired, NumberRange, Optional

from participation.accounts.forms import sound_email
from participation.accounts.rules import refused_name
from participation.foundation.clock import today
from participation.ideas.forms import IdeaForm
from participation.ideas.models import Channel
from participation.papers import rules
from participation.web.forms import DateField, Form, SelectChoice, line, text

CHANNELS = [
    SelectChoice(Channel.PAPER.value, lazy_gettext("On paper")),
    SelectChoice(Channel.TELEPHONE.value, lazy_gettext("By telephone")),
    SelectChoice(Channel.CLASS.value, lazy_gettext("From a school class")),
    SelectChoice(Channel.VISIT.value, lazy_gettext("At a meeting")),
]


def came_in(_form: Any, field: Any) -> None:
    """A day on which something can have come in."""
    if field.data and not rules.is_receivable(field.data, today()):
        raise ValidationError(
            str(gettext("Choose the day on which it came in: today or a day in the last year."))
        )


def received_on() -> DateField:
    """The day on which it came in."""
    return DateField(lazy_gettext("Received on"), [InputRequired(), came_in], default=today)


class EntryForm(IdeaForm):
    """An idea that did not come by the site. `looked` is the title for which similar ideas were shown."""

    # Nobody writes on paper on behalf of an organisation of ours.
    organisation = None  # type: ignore[assignment]  # so WTForms leaves a field out
    channel = RadioField(
        lazy_gettext("How did it come?"), [InputRequired()], choices=CHANNELS, default=Channel.PAPER.value
    )
    received_on = received_on()
    name = line(
        lazy_gettext("Name on the page"),
        most=80,
        description=lazy_gettext("As the person wishes. Leave it empty when no name is to stand there."),
    )
    email = line(
        lazy_gettext("E-mail address"),
        most=254,
        description=lazy_gettext("Only if the person wants to hear from us. It is shown to nobody."),
    )
    looked = HiddenField()

    def validate_name(self, field: Any) -> None:
        """As of anybody who chooses a name of their own."""
        if refused_name(field.data or ""):
            words = gettext(
                "Everybody can see the name: "
                "no e-mail address, telephone number or CPR number can stand in it."
            )
            raise ValidationError(str(words))

    def validate_email(self, field: Any) -> None:
        """Mails go there."""
        if field.data:
            field.data = sound_email(field.data)


class SheetForm(Form):
    """A sheet: one line for each person, and how many cannot be compared. `seen` sheets were listed."""

    seen = IntegerField(validators=[Optional()])
    received_on = received_on()
    label = line(
        lazy_gettext("Which sheet?"),
        most=80,
        description=lazy_gettext("So that you find the paper again, for example “Sheet 3, the library”."),
    )
    lines = text(
        lazy_gettext("Name and address, one line for each person"),
        most=20_000,
        description=lazy_gettext(
            "We keep neither name nor address: only a fingerprint, so that nobody is counted twice."
        ),
    )
    others = IntegerField(
        lazy_gettext("How many more?"),
        [Optional(), NumberRange(0, rules.MOST_LINES)],
        default=0,
        description=lazy_gettext(
            "Supports without an address, for example a show of hands in a class. We cannot see doubles here."
        ),
    )


class InvalidateForm(Form):
    """Why a sheet does not count."""

    reason = line(
        lazy_gettext("Why does it not count?"),
        most=200,
        required=lazy_gettext("Write why the sheet does not count."),
    )


class ClaimForm(Form):
    """The code from a receipt."""

    code = line(
        lazy_gettext("The code"),
        most=40,
        required=lazy_gettext("Write the code that stands on your paper."),
        description=lazy_gettext("It looks like this: 127-K7MP-3XQA"),
    )
