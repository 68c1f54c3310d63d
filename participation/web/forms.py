"""Forms: Danish messages, trimmed text, and the limits that every field has."""

import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from flask import request
from flask_babel import get_domain, gettext, lazy_gettext, lazy_ngettext
from flask_wtf import FlaskForm
from wtforms import DateField as AnyDateField
from wtforms import HiddenField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice as SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, Optional

from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.numbers import row_id
from participation.foundation.personal import has_cpr, has_email, has_phone
from participation.web.concerns import KINDS, Concern, concern_about

# WTForms ships no Danish: its own messages go through our catalogue, listed here for extraction.
WTFORMS_MESSAGES = (
    lazy_gettext("This field is required."),
    lazy_gettext("Invalid email address."),
    lazy_gettext("Not a valid choice."),
    lazy_gettext("Not a valid integer value."),
    lazy_gettext("Number must be between %(min)s and %(max)s."),
    lazy_gettext("Not a valid date value."),
    lazy_gettext("Not a valid time value."),
    lazy_gettext("Invalid URL."),
    lazy_gettext("Invalid input."),
    lazy_gettext("Invalid Choice: could not coerce."),
    lazy_gettext("The CSRF token is missing."),
    lazy_gettext("CSRF token is invalid."),
    lazy_ngettext(
        "'%(value)s' is not a valid choice for this field.",
        "'%(value)s' are not valid choices for this field.",
        1,
    ),
)
FIRST_YEAR, LAST_YEAR = 1900, 2200


class _Translations:
    """What WTForms asks for its messages."""

    def gettext(self, message: str) -> str:
        return str(gettext(message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        # WTForms puts its values in afterwards; flask_babel.ngettext would miss them.
        return str(get_domain().get_translations().ungettext(singular, plural, number))


def tidy(value: str | None) -> str | None:
    """Trimmed, composed (NFC), unix line ends, without control characters that no keyboard makes."""
    if value is None:
        return None
    composed = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        letter for letter in composed if letter in "\n\t" or unicodedata.category(letter) != "Cc"
    ).strip()


class Form(FlaskForm):  # type: ignore[misc]
    """Every form's base."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def get_translations(self, _form: Any) -> _Translations:
            return _Translations()

    is_stale = False
    concern: Concern | None = None
    # Written by staff, whose texts nobody holds or masks.
    is_official = False

    @property
    def response_code(self) -> int:
        """What its page answers: 200 as first shown, 422 when it is refused, 409 when overtaken."""
        if self.is_stale:
            return 409
        return 422 if self.errors or self.concern else 200

    def is_meant(self, *names: str, kinds: Collection[str] = KINDS) -> bool:
        """Whether the words of these fields can be sent: with nothing personal in them, or after a warning.

        What a writer was warned of comes back as `seen`, so something new is asked about anew.
        """
        self.concern = concern_about({name: self[name].data or "" for name in names}, kinds)
        if self.concern is not None and request.form.get("seen") == self.concern.mark:
            self.concern = None
        return self.concern is None

    def refuse(self, violation: RuleViolation, field: str | None = None) -> None:
        """Show a rule's refusal at a field, or above the form."""
        self.is_stale = isinstance(violation, StaleVersion)
        text = gettext(violation.message, **violation.values)
        if field is None:
            self.form_errors.append(text)
        else:
            self[field].errors = [*self[field].errors, text]


class VersionedForm(Form):
    """One that remembers from which version its page was made."""

    version = HiddenField()

    @property
    def seen_version(self) -> int:
        """0, which nothing ever is, when the form does not say; a number before anything has been sent."""
        return row_id(str(self.version.data)) or 0


class DateField(AnyDateField):
    """A day that people plan or remember; reckoning with any other could leave the calendar."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and not FIRST_YEAR <= self.data.year <= LAST_YEAR:
            self.data = None
            raise ValueError(self.gettext("Not a valid date value."))


def line(label: Any, *, most: int, required: Any = None, least: int = 0, **keywords: Any) -> StringField:
    """A line of text of at most `most` characters; `required` is the sentence shown when it is missing."""
    return StringField(label, filters=[tidy], validators=_text_rules(most, least, required), **keywords)


def text(label: Any, *, most: int, required: Any = None, least: int = 0, **keywords: Any) -> TextAreaField:
    """Several lines of text of at most `most` characters."""
    return TextAreaField(label, filters=[tidy], validators=_text_rules(most, least, required), **keywords)


def impersonal(_form: Any, field: Any) -> None:
    """A short text that stands in lists and mails, where no address and no number can be taken out again."""
    if has_email(field.data or "") or has_phone(field.data or ""):
        raise ValidationError(
            str(
                gettext(
                    "No e-mail address or telephone number can stand here: this goes into mails and lists, "
                    "where it cannot be hidden. Write it in the text below, where nobody but us sees it."
                )
            )
        )


def without_cpr(_form: Any, field: Any) -> None:
    """What is shown at once and cannot be held."""
    if has_cpr(field.data or ""):
        raise ValidationError(str(gettext("This looks like a CPR number. It must not stand here.")))


def _text_rules(most: int, least: int, required: Any) -> list[Callable[..., Any]]:
    presence = InputRequired(message=required) if required else Optional()
    too_long = lazy_gettext("This is longer than %(most)s characters. Shorten it a little.", most=most)
    too_short = lazy_gettext("Write at least %(least)s characters.", least=least)
    rules: list[Callable[..., Any]] = [presence, Length(max=most, message=too_long), _not_blank(required)]
    return [*rules, Length(min=least, message=too_short)] if least else rules


def _not_blank(required: Any) -> Callable[[Any, Any], None]:
    def check(_form: Any, field: Any) -> None:
        if required and not field.data:
            raise ValidationError(str(required))

    return check
