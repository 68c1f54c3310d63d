"""The shape of what is typed to sign in and to change an account."""

import re
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired

from participation.accounts import rules
from participation.foundation.numbers import row_id
from participation.web.forms import Form, SelectChoice, line, tidy

LANGUAGES = [SelectChoice("da", "Dansk"), SelectChoice("en", "English")]
INTENT = re.compile(r"[a-z_]{1,20}\.[a-z_]{1,20}:([0-9]{1,19})")


def email_line(label: Any, **keywords: Any) -> StringField:
    """A line for an e-mail address, normalised where it can be read as one."""
    wanted = _l("Write your e-mail address.")
    return line(label, most=254, required=wanted, render_kw={"type": "email"}, **keywords)


def sound_email(text: str) -> str:
    """The address as mail servers write it; ValidationError for what is none."""
    try:
        sound = validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        words = _l("This does not look like an e-mail address. Example: navn@eksempel.dk")
        raise ValidationError(str(words)) from error
    return str(sound.ascii_email)


class EmailForm(Form):
    """The address that a code is mailed to."""

    email = email_line(_l("E-mail address"))

    def validate_email(self, field: StringField) -> None:
        field.data = sound_email(str(field.data))


def sound_intent(value: str | None) -> str:
    """The errand, when its number can be an id; nothing otherwise."""
    found = INTENT.fullmatch(value or "")
    return found[0] if found and row_id(found[1]) else ""


class SignInForm(EmailForm):
    """The address, and what the visitor was on the way to."""

    next = HiddenField()
    intent = HiddenField(filters=[sound_intent])


class CodeForm(Form):
    """The six digits; spaces and hyphens among them are no mistake."""

    code = line(
        _l("The code from the mail"),
        most=20,
        required=_l("Write the six digits from the mail."),
    )

    @property
    def digits(self) -> str:
        return re.sub(r"\D", "", str(self.code.data or ""))


class SignInCodeForm(CodeForm):
    """The six digits and the age."""

    is_old_enough = BooleanField()


class NameForm(Form):
    """The name that others see."""

    name = line(
        _l("Your name on the site"),
        most=rules.LONGEST_NAME,
        least=rules.SHORTEST_NAME,
        required=_l("Write the name that others shall see."),
        description=_l("It stands beside what you write. A first name or an invented name is fine."),
    )
    next = HiddenField(filters=[tidy])


class LanguageForm(Form):
    """The language of mails."""

    language = SelectField(_l("Language"), choices=LANGUAGES, validators=[InputRequired()])


class RoleForm(EmailForm):
    """Somebody's address, and the role they are to have."""

    email = email_line(
        _l("The person's e-mail address"), description=_l("The person must have signed in here once.")
    )
    role = RadioField(
        _l("Role"),
        [InputRequired(_l("Choose one of the two."))],
        choices=[
            SelectChoice(
                "moderator", _l("Moderator: looks at ideas, answers them, hides what breaks the rules")
            ),
            SelectChoice("administrator", _l("Administrator: settings, roles and strategy besides")),
        ],
    )


class TakeRoleForm(Form):
    """Nothing but the wish."""
