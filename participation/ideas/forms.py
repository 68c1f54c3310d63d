"""The shape of what authors write."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, SelectField, StringField, ValidationError
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from participation.foundation.numbers import row_id
from participation.ideas import rules
from participation.organisations.forms import OnBehalf
from participation.web.forms import Form, SelectChoice, impersonal, line, text, without_cpr

OUTSIDE = "outside"


class DraftForm(OnBehalf, Form):
    """An idea that is not finished: it has a title."""

    title = line(
        _l("What would you like?"),
        most=rules.TITLE_LENGTH,
        required=_l("Write what you would like."),
        description=_l("One sentence is enough. It becomes the headline."),
    )
    body = text(_l("Why, and for whom?"), most=rules.BODY_LENGTH)
    place = line(
        _l("Where?"),
        most=rules.PLACE_LENGTH,
        description=_l("In words: a street, a school, or all of the municipality."),
    )
    goal = SelectField(_l("Which goal does it belong to?"))
    version = IntegerField(widget=HiddenInput(), validators=[Optional()])
    key = HiddenField()

    def validate_title(self, field: StringField) -> None:
        impersonal(self, field)

    def validate_place(self, field: StringField) -> None:
        impersonal(self, field)

    def offer(self, goals: list[SelectChoice]) -> None:
        """Let the author choose among the goals, or none of them."""
        self.goal.choices = [
            SelectChoice("", gettext("I don't know – you find one")),
            SelectChoice(OUTSIDE, gettext("None of them – it is outside the strategy")),
            *goals,
        ]

    @property
    def secret_number(self) -> int | None:
        return row_id(self.key.data)

    @property
    def goal_id(self) -> int | None:
        return int(self.goal.data) if self.goal.data and self.goal.data != OUTSIDE else None

    @property
    def is_outside_strategy(self) -> bool:
        return bool(self.goal.data == OUTSIDE)


class IdeaForm(DraftForm):
    """An idea that can be sent."""

    body = text(
        _l("Why, and for whom?"),
        most=rules.BODY_LENGTH,
        required=_l("Write why you want it, and for whom."),
    )


class SendForm(Form):
    """The name of a visitor who sends."""

    author_name = line(
        _l("Your name on the site"),
        most=rules.LONGEST_NAME,
        least=rules.SHORTEST_NAME,
        required=_l("Write the name that others shall see."),
        description=_l("It stands beside what you write. A first name or an invented name is fine."),
    )

    def validate_author_name(self, field: StringField) -> None:
        refusal = rules.refused_name(str(field.data))
        if refusal is not None:
            raise ValidationError(gettext(refusal))


class ConfirmForm(Form):
    """Nothing but the wish."""


class AdditionForm(Form):
    """Something new below the text."""

    body = text(
        _l("What do you want to add?"),
        most=rules.ADDITION_LENGTH,
        required=_l("Write what you want to add."),
        description=_l("It is shown with today's date below your text, which stays as it is."),
    )


class WithdrawForm(Form):
    """Why an idea is withdrawn, for those who support it."""

    explanation = text(
        _l("Why do you withdraw it?"),
        most=rules.ADDITION_LENGTH,
        required=_l("Write a few words to those who support the idea."),
        description=_l("Everybody can read it."),
    )

    def validate_explanation(self, field: StringField) -> None:
        without_cpr(self, field)


class ObjectionForm(Form):
    """Why two ideas should stay two."""

    words = text(
        _l("Why should they stay two ideas?"),
        most=rules.ADDITION_LENGTH,
        required=_l("Write a few words about why."),
        description=_l("The municipality reads it. It is not shown on the site."),
    )
