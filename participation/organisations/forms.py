"""What is filled in: an application, an invitation, a role, a decision; and on whose behalf one writes."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, ValidationError
from wtforms.validators import Email, InputRequired, Optional

from participation.files.forms import alternative_text, picture
from participation.foundation.errors import RuleViolation
from participation.organisations import rules
from participation.organisations.lifecycle import (
    CONTACT_LENGTH,
    KINDS,
    NAME_LENGTH,
    PURPOSE_LENGTH,
    ROLES,
    OrganisationKind,
)
from participation.web.forms import Form, SelectChoice, impersonal, line, text, without_cpr

WRONG_EMAIL = _l("This does not look like an e-mail address.")
LEAVE = ""


class ContactForm(Form):
    """What people of an approved organisation change themselves."""

    purpose = text(
        _l("What do you do, and for whom?"),
        most=PURPOSE_LENGTH,
        description=_l("It stands on your page. Write it as you would say it to a new neighbour."),
    )
    picture = picture(
        _l("A picture for your page"),
        description=_l("What you do, or where you are. Ask people before you show them."),
    )
    alternative_text = alternative_text()
    contact_name = line(
        _l("Who can we speak to?"),
        most=CONTACT_LENGTH,
        required=_l("Write whom we can speak to."),
        description=_l("The name of a person who is 18 or older."),
    )
    contact_email = line(_l("The contact’s e-mail address"), most=254)
    contact_phone = line(_l("The contact’s telephone number"), most=40)
    shows_contact = BooleanField(
        _l("Show the contact on our page"),
        description=_l("Without the tick only the municipality sees it."),
    )

    def validate_contact_email(self, field: Any) -> None:
        if field.data:
            Email(message=str(WRONG_EMAIL))(self, field)

    def validate_purpose(self, field: Any) -> None:
        without_cpr(self, field)

    def validate_alternative_text(self, field: Any) -> None:
        without_cpr(self, field)


class OrganisationForm(ContactForm):
    """An application, or what staff change later."""

    name = line(_l("What are you called?"), most=NAME_LENGTH, required=_l("Write what you are called."))
    kind = RadioField(
        _l("What are you?"),
        [InputRequired(_l("Choose one of them."))],
        choices=[SelectChoice(kind.value, _l(meaning.label)) for kind, meaning in KINDS.items()],
    )
    cvr = line(
        _l("CVR number"),
        most=20,
        description=_l("Eight digits, if you have one. Many small associations have none."),
    )
    is_adult = BooleanField(_l("The contact is 18 or older"))

    def validate_name(self, field: Any) -> None:
        impersonal(self, field)
        without_cpr(self, field)

    def validate_cvr(self, field: Any) -> None:
        try:
            rules.sound_cvr(field.data)
        except RuleViolation as refusal:
            raise ValidationError(gettext(refusal.message)) from refusal

    def validate_is_adult(self, field: Any) -> None:
        if self.is_informal and not field.data:
            raise ValidationError(gettext("Somebody who is 18 or older must be the contact."))

    def validate_purpose(self, field: Any) -> None:
        super().validate_purpose(field)
        if self.kind.data and not self.is_informal and not field.data:
            raise ValidationError(gettext("Write what you do, and for whom."))

    @property
    def is_informal(self) -> bool:
        known = self.kind.data in set(OrganisationKind)
        return known and KINDS[OrganisationKind(self.kind.data)].is_informal


def kind_hints() -> dict[str, str]:
    """What stands under single kinds."""
    return {kind.value: gettext(meaning.hint) for kind, meaning in KINDS.items() if meaning.hint}


def role_hints() -> dict[str, str]:
    """What each role lets one do."""
    return {role.value: gettext(meaning.sentence) for role, meaning in ROLES.items()}


ROLE_CHOICES = [SelectChoice(role.value, _l(meaning.label)) for role, meaning in ROLES.items()]


class RoleForm(Form):
    """Another role."""

    role = RadioField(_l("Role"), [InputRequired(_l("Choose a role."))], choices=ROLE_CHOICES)


class AddressForm(Form):
    """Whom to write to."""

    email = line(
        _l("E-mail address"),
        most=254,
        required=_l("Write the e-mail address."),
        render_kw={"type": "email"},
    )

    def validate_email(self, field: Any) -> None:
        if field.data:
            Email(message=str(WRONG_EMAIL))(self, field)


class InviteForm(AddressForm, RoleForm):
    """Whom to invite, as what."""


class HandOverForm(AddressForm):
    """Who comes next, and what becomes of oneself."""

    left_role = RadioField(
        _l("And you?"),
        default=LEAVE,
        choices=[
            SelectChoice(LEAVE, _l("I leave when the new one has said yes")),
            SelectChoice("editor", _l("I stay as an editor")),
            SelectChoice("member", _l("I stay as a member")),
        ],
    )


class RescueForm(AddressForm):
    """Who takes over, and why."""

    reason = text(
        _l("Why, and how do you know who they are?"),
        most=1000,
        required=_l("Write why, and how you know who they are."),
        description=_l("The people who signed for it so far can read it."),
    )


class DecideForm(Form):
    """What staff answer."""

    move = RadioField(_l("What do you say?"), [InputRequired(_l("Choose one of the three."))])
    sentence = text(
        _l("A sentence to those who applied"),
        most=1000,
        description=_l("What is missing, or why not. Not needed when you approve."),
    )


class ConfirmForm(Form):
    """Nothing but the button."""


class ShowMeForm(Form):
    """Whether one's name stands on the page."""

    wanted = BooleanField(_l("Show my name and role on the page"))


class OnBehalf:
    """For a form whose words may be an organisation's: on whose behalf, chosen anew in each form."""

    organisation = SelectField(_l("On behalf of"), validators=[Optional()])

    def offer_organisations(self, names: Mapping[int, str]) -> None:
        """Let the writer choose among these; there is no such question for who acts for none."""
        choices = [SelectChoice(str(number), name) for number, name in names.items()]
        if choices:
            self.organisation.choices = [SelectChoice("", gettext("Only myself")), *choices]
        elif getattr(self, "organisation", None) is not None:
            del self.organisation

    @property
    def organisation_id(self) -> int | None:
        """The chosen one's number; None for oneself."""
        field = getattr(self, "organisation", None)
        return int(field.data) if field is not None and field.data else None
