"""What an old goal becomes, as an administrator fills it in."""

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput

from participation.strategies.models import Goal
from participation.web import forms

REASON_LENGTH = 1000


class BecomesForm(forms.Form):
    """The new goals that it goes on in, or why it is dropped."""

    goals = SelectMultipleField(
        lazy_gettext("It goes on in"),
        [Optional()],
        option_widget=CheckboxInput(),
        coerce=int,
        description=lazy_gettext("Tick one, or several if the goal is split."),
    )
    taker = SelectField(
        lazy_gettext("The open ideas follow to"),
        [Optional()],
        description=lazy_gettext(
            "Only where you have ticked several. You can choose for single ideas afterwards."
        ),
    )
    is_dropped = BooleanField(lazy_gettext("The goal is dropped"))
    reason = forms.text(
        lazy_gettext("Why it is dropped"),
        most=REASON_LENGTH,
        description=lazy_gettext(
            "Everybody can read it on the goal's page, and the authors of its ideas get it."
        ),
    )

    def offer(self, goals: list[Goal]) -> None:
        """The goals of the new strategy."""
        self.goals.choices = [(goal.id, goal.title) for goal in goals]
        nobody = ("", gettext("None: the ideas stand outside the strategy"))
        self.taker.choices = [nobody, *((str(goal.id), goal.title) for goal in goals)]
