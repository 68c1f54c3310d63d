"""What staff write about a project, and what it is linked to."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import DateField, IntegerField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, HiddenInput

from participation.web.forms import Form, line, text


class VersionForm(Form):
    """The project as it was seen."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class TextPart(Form):
    """What a project says about itself."""

    title = line(lazy_gettext("Title"), most=120, required=lazy_gettext("Write a title."))
    description = text(
        lazy_gettext("What is the project?"), most=6000, required=lazy_gettext("Write what the project is.")
    )
    steward = line(
        lazy_gettext("Contact person"), most=120, required=lazy_gettext("Write who answers questions.")
    )
    organisation = SelectField(lazy_gettext("Who carries it out?"))
    starts_on = DateField(lazy_gettext("Starts"), [Optional()])
    ends_on = DateField(lazy_gettext("Ends"), [Optional()])


class LinksPart(Form):
    """The ideas that a project comes from, and the goals that it serves."""

    ideas = SelectMultipleField(
        lazy_gettext("Which ideas does it come from?"), coerce=int, option_widget=CheckboxInput()
    )
    goals = SelectMultipleField(
        lazy_gettext("Which goals does it serve?"), coerce=int, option_widget=CheckboxInput()
    )


class CreateForm(LinksPart, TextPart):
    """A new project."""


class EditForm(TextPart, VersionForm):
    """Another text."""


class LinkForm(LinksPart):
    """Other ideas and goals."""


class UpdateForm(Form):
    """News."""

    body = text(lazy_gettext("What is new?"), most=4000, required=lazy_gettext("Write what is new."))


class MoveForm(VersionForm):
    """A move that needs no words."""

    @property
    def fields(self) -> list[Any]:
        return [field for field in self if field.name not in ("version", "csrf_token")]

    @property
    def said(self) -> dict[str, str]:
        return {name: self[name].data for name in ("sentence", "outcome") if name in self}


class SentencePart(MoveForm):
    """Why."""

    sentence = text(lazy_gettext("Why?"), most=2000, required=lazy_gettext("Write a sentence about why."))


class OutcomePart(MoveForm):
    """What came of it."""

    outcome = text(
        lazy_gettext("What came of it?"), most=4000, required=lazy_gettext("Write what came of it.")
    )


MOVE_FORMS: dict[frozenset[str], type[MoveForm]] = {
    frozenset(): MoveForm,
    frozenset({"sentence"}): SentencePart,
    frozenset({"outcome"}): OutcomePart,
}
