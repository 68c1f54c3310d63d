"""What an administrator fills in: settings, texts, reasons."""

import re
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, IntegerField, RadioField, SelectMultipleField, ValidationError
from wtforms.validators import Email, InputRequired, NumberRange
from wtforms.widgets import CheckboxInput

from participation.municipalities import rules
from participation.web import forms


def _whole_number(label: Any, least: int, most: int, **keywords: Any) -> IntegerField:
    message = lazy_gettext("Write a number from %(least)s to %(most)s.", least=least, most=most)
    present = InputRequired(message=message)
    return IntegerField(label, [present, NumberRange(least, most, message=message)], **keywords)


class ConfigureForm(forms.VersionedForm):
    """Names, contact, promises, access and colour."""

    name = forms.line(
        lazy_gettext("The municipality's name"), most=120, required=lazy_gettext("Write the name.")
    )
    short_name = forms.line(
        lazy_gettext("Short name"), most=80, required=lazy_gettext("Write the short name.")
    )
    site_name = forms.line(
        lazy_gettext("The site's name"),
        most=80,
        description=lazy_gettext("Stands at the top of every page. Leave it empty to use the short name."),
    )
    contact_phone = forms.line(lazy_gettext("Telephone"), most=40)
    contact_email = forms.line(lazy_gettext("E-mail address"), most=254)
    contact_address = forms.line(lazy_gettext("Postal address"), most=200)
    contact_hours = forms.line(lazy_gettext("When you answer the telephone"), most=200)
    appeal_address = forms.line(
        lazy_gettext("Who looks at it again when no colleague can"),
        most=254,
        description=lazy_gettext(
            "An e-mail address outside the group of moderators and administrators. "
            "What people ask to have looked at again goes there when nobody else can decide it."
        ),
    )
    contact_is_invented = BooleanField(
        lazy_gettext("The contact details are invented"),
        description=lazy_gettext("The contact page says so. Take the tick away when they are right."),
    )
    accessibility_url = forms.line(
        lazy_gettext("The accessibility statement's address"),
        most=500,
        description=lazy_gettext("From was.digst.dk. The link stands at the bottom of every page."),
    )
    fault_report_url = forms.line(
        lazy_gettext("Where faults are reported"),
        most=500,
        description=lazy_gettext("We lead people there who write about a hole in the road."),
    )
    review_working_days = _whole_number(lazy_gettext("Working days until you have looked at an idea"), 1, 30)
    appeal_working_days = _whole_number(
        lazy_gettext("Working days until a colleague has looked at something again"), 1, 30
    )
    answer_days = _whole_number(lazy_gettext("Days until an idea has its answer"), 7, 180)
    support_days = _whole_number(lazy_gettext("Days in which an idea can be supported"), 14, 365)
    closed_weeks = forms.line(
        lazy_gettext("Closed weeks"),
        most=200,
        description=lazy_gettext(
            "Week numbers with commas between, for example 29, 30, 52. They do not count towards the answer."
        ),
    )
    review = RadioField(
        lazy_gettext("When do you look at new ideas?"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        choices=[
            forms.SelectChoice("before", lazy_gettext("Before others can see them")),
            forms.SelectChoice("after", lazy_gettext("After they have been published")),
        ],
    )
    nudge_weeks = _whole_number(
        lazy_gettext("Weeks without news until we ask a project's contact person for some"), 2, 26
    )
    nudge_again_weeks = _whole_number(lazy_gettext("Weeks until we ask again"), 1, 12)
    least_age = _whole_number(lazy_gettext("Least age for taking part"), 0, 18)
    on_behalf = RadioField(
        lazy_gettext("How is it signed, what somebody writes for an association or group?"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        choices=[
            forms.SelectChoice("both", lazy_gettext("With the person's name and the organisation's")),
            forms.SelectChoice("organisation", lazy_gettext("With the organisation's name alone")),
        ],
        description=lazy_gettext("You yourselves always see who it was."),
    )
    silent_months = _whole_number(
        lazy_gettext("Months without any of its signatories until an organisation counts as silent"), 3, 60
    )
    accent = forms.line(
        lazy_gettext("Colour"),
        most=7,
        required=lazy_gettext("Write a colour."),
        description=lazy_gettext(
            "For buttons and links, as # and six digits or letters, for example #1d5c4d."
        ),
    )

    def validate_contact_email(self, field: Any) -> None:
        if field.data:
            Email(message=gettext("This does not look like an e-mail address."))(self, field)

    validate_appeal_address = validate_contact_email

    def validate_accessibility_url(self, field: Any) -> None:
        if field.data and not re.match(r"https?://\S+$", field.data):
            raise ValidationError(gettext("Write the whole address, beginning with https://."))

    validate_fault_report_url = validate_accessibility_url

    def validate_closed_weeks(self, field: Any) -> None:
        if rules.closed_weeks(field.data or "") is None:
            raise ValidationError(gettext(rules.CLOSED_WEEKS))

    def validate_accent(self, field: Any) -> None:
        field.data = field.data.lower()
        if refusal := rules.refused_colour(field.data):
            raise ValidationError(gettext(refusal))

    @property
    def settings(self) -> dict[str, Any]:
        """What was filled in, as the settings are stored."""
        filled = {
            name: value
            for name, value in self.data.items()
            if name in rules.MunicipalitySettings.model_fields
        }
        return filled | {"closed_weeks": rules.closed_weeks(self.closed_weeks.data or "")}


class WriteTextForm(forms.VersionedForm):
    """One text in both languages."""

    da = forms.text(lazy_gettext("In Danish"), most=20_000, required=lazy_gettext("Write the Danish text."))
    en = forms.text(lazy_gettext("In English"), most=20_000, required=lazy_gettext("Write the English text."))


class ReasonForm(forms.VersionedForm):
    """A reason in both languages, and what it can be given for."""

    label_da = forms.line(
        lazy_gettext("Short, in Danish"), most=120, required=lazy_gettext("Write it in a few Danish words.")
    )
    label_en = forms.line(
        lazy_gettext("Short, in English"), most=120, required=lazy_gettext("Write it in a few English words.")
    )
    text_da = forms.text(
        lazy_gettext("Explained, in Danish"), most=500, required=lazy_gettext("Explain it in Danish.")
    )
    text_en = forms.text(
        lazy_gettext("Explained, in English"), most=500, required=lazy_gettext("Explain it in English.")
    )
    moves = SelectMultipleField(
        lazy_gettext("When can it be chosen?"),
        [InputRequired(lazy_gettext("Choose at least one."))],
        choices=[forms.SelectChoice(move, lazy_gettext(words)) for move, words in rules.REASON_MOVES.items()],
        option_widget=CheckboxInput(),
    )
    is_active = BooleanField(
        lazy_gettext("It can be chosen"),
        default=True,
        description=lazy_gettext(
            "Without the tick it stays on what has been decided already, and is not offered."
        ),
    )

    @property
    def words(self) -> dict[str, Any]:
        """The reason's columns as filled in."""
        return {name: value for name, value in self.data.items() if name not in {"version", "csrf_token"}}


class PlaceReasonForm(forms.VersionedForm):
    """A reason one place up or down."""

    direction = RadioField(choices=[forms.SelectChoice("up", ""), forms.SelectChoice("down", "")])
