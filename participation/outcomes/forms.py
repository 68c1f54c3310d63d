"""What came of it; whether it helped; and what staff answer."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from participation.files.forms import pictures
from participation.outcomes.lifecycle import ANSWERS, LINE
from participation.outcomes.rules import LONGEST, MOST_KRONER, MOST_PICTURES
from participation.web.forms import Form, SelectChoice, line, text, without_cpr


class OutcomeForm(Form):
    """What came of it, told by whoever ran it."""

    version = IntegerField(validators=[Optional()], widget=HiddenInput())
    body = text(
        lazy_gettext("What came of it?"),
        most=LONGEST,
        required=lazy_gettext("Write what came of it."),
        description=lazy_gettext(
            "What is there now that was not there before? What went otherwise than planned?"
        ),
    )
    pictures = pictures(
        lazy_gettext("Pictures"),
        most=MOST_PICTURES,
        description=lazy_gettext("Before and after, if you have both. Ask people before you show them."),
    )
    people = line(
        lazy_gettext("Who took part?"),
        most=LINE,
        description=lazy_gettext("In words: we count those who joined here ourselves."),
    )
    cost = IntegerField(
        lazy_gettext("What did it cost, in kroner?"), [Optional(), NumberRange(0, MOST_KRONER)]
    )
    paid_by = line(lazy_gettext("Who paid?"), most=LINE)
    effect = text(
        lazy_gettext("What did it do for the goal?"),
        most=2000,
        description=lazy_gettext("Is it closer now? How can one tell?"),
    )
    shown_by: Any = SelectField(
        lazy_gettext("Is there a figure that shows it?"),
        [Optional()],
        description=lazy_gettext("Of the figures that are measured under the goal: the one it helped along."),
    )


class ConfirmForm(Form):
    """A question that is answered with yes."""


class HelpForm(Form):
    """Four answers, and a reason for those to whom it was no help."""

    class Meta(Form.Meta):
        # The link is the key: whoever holds it may use it, without a session.
        csrf = False

    answer = RadioField(
        lazy_gettext("Did it help?"),
        [InputRequired(lazy_gettext("Choose one of the four."))],
        choices=[SelectChoice(each.value, lazy_gettext(label)) for each, label in ANSWERS.items()],
    )
    reason = text(
        lazy_gettext("If it did not help: why not?"),
        most=2000,
        description=lazy_gettext("We read it and answer you. Others do not see it."),
    )

    def validate_reason(self, field: object) -> None:
        without_cpr(self, field)


class ReplyForm(Form):
    """The answer to somebody for whom it did not help."""

    words = text(
        lazy_gettext("Your answer"),
        most=4000,
        required=lazy_gettext("Write an answer."),
        description=lazy_gettext("The person gets it as a mail. You are not told who it is."),
    )
