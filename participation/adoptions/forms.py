"""What is filled in: an offer, who joins in it, what staff answer, and an agreement."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    ValidationError,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, HiddenInput

from participation.adoptions.lifecycle import BODY_LENGTH, CONTACT_LENGTH
from participation.organisations.forms import OnBehalf
from participation.web.forms import DateField, Form, VersionedForm, line, text, without_cpr

LONG = 3000


class ChangeForm(Form):
    """How they mean to do it."""

    body = text(
        _l("How will you do it?"),
        most=BODY_LENGTH,
        required=_l("Write how you will do it."),
        description=_l("A few lines: what you do, when, and what you need from the municipality."),
    )

    def validate_body(self, field: Any) -> None:
        without_cpr(self, field)


class OfferForm(ChangeForm):
    """The same, and for whom."""

    organisation = SelectField(_l("Who offers?"), [InputRequired(_l("Choose who offers."))], coerce=int)


class JoinForm(OnBehalf, Form):
    """For oneself, or for another organisation."""


class ConfirmForm(Form):
    """Nothing but the button."""


class ShowForm(VersionedForm):
    """Nothing but the button, and the words that it is about."""


class DecideForm(VersionedForm):
    """What staff answer; `joined` are the other offers that become part of the project."""

    move = RadioField(_l("What do you say?"), [InputRequired(_l("Choose one of the three."))])
    joined = SelectMultipleField(
        _l("Which of the other offers become part of the project?"),
        coerce=int,
        option_widget=CheckboxInput(),
        description=_l("Only when you agree. Those who are not ticked get a kind word."),
    )
    sentence = text(
        _l("A sentence to those who offer"),
        most=1000,
        description=_l("What is missing, or why not. Not needed when you agree."),
    )


class AgreementForm(Form):
    """What the two agree about."""

    seen = IntegerField(widget=HiddenInput(), default=0, validators=[InputRequired()])
    contact = line(
        _l("The municipality’s contact"),
        most=CONTACT_LENGTH,
        required=_l("Write who the contact is."),
        description=_l("Name and department, with a telephone number or an e-mail address."),
    )
    provides = text(
        _l("What does the municipality provide?"),
        most=LONG,
        required=_l("Write what the municipality provides."),
        description=_l("For example a room, tools, money, somebody who opens the door."),
    )
    permits = text(
        _l("Permits"),
        most=LONG,
        description=_l("Which are needed, and who sees to them: for example a road, food, noise, a fire."),
    )
    insurance = text(_l("Insurance"), most=LONG, required=_l("Write who is insured, and by whom."))
    has_children = BooleanField(_l("Children under 15 take part"))
    certificates = text(
        _l("Children’s certificates"),
        most=LONG,
        description=_l(
            "Only when children take part: who gets the certificates for whom, and when. "
            "Write no name and no CPR number."
        ),
    )
    ends_on = DateField(_l("The agreement ends on"), [InputRequired(_l("Choose the day on which it ends."))])

    def validate_certificates(self, field: Any) -> None:
        if self.has_children.data and not field.data:
            raise ValidationError(gettext("Write who sees to the children’s certificates."))
