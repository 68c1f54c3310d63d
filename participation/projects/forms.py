"""What is written about a project, and what it is linked to."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput, HiddenInput

from participation.files.forms import document, pictures
from participation.projects.rules import LONGEST_NEWS, MOST_PICTURES
from participation.web.forms import DateField, Form, line, text


class VersionForm(Form):
    """The project as it was seen."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class TextPart(Form):
    """What a project says about itself."""

    title = line(lazy_gettext("Title"), most=120, required=lazy_gettext("Write a title."))
    description = text(
        lazy_gettext("What is the project?"), most=9000, required=lazy_gettext("Write what the project is.")
    )
    place = line(
        lazy_gettext("Where?"),
        most=160,
        description=lazy_gettext("In words, for example: along the path behind the school."),
    )
    steward = line(
        lazy_gettext("Contact person"), most=120, required=lazy_gettext("Write who answers questions.")
    )
    starts_on = DateField(lazy_gettext("Starts"), [Optional()])
    ends_on = DateField(lazy_gettext("Ends"), [Optional()])


class OwnerPart(Form):
    """Who carries it out."""

    organisation = SelectField(lazy_gettext("Who carries it out?"))


class OwnerForm(OwnerPart, VersionForm):
    """Who carries it out, who runs it here, and what readers are told."""

    email = line(
        lazy_gettext("The steward's e-mail address"),
        most=254,
        description=lazy_gettext(
            "The person writes news and can be asked for some. Without one, those who act for the "
            "association do."
        ),
    )
    steward = line(
        lazy_gettext("Contact person"), most=120, required=lazy_gettext("Write who answers questions.")
    )


class LinksPart(Form):
    """The ideas that a project comes from, and the goals that it serves."""

    ideas = SelectMultipleField(
        lazy_gettext("Which ideas does it come from?"), coerce=int, option_widget=CheckboxInput()
    )
    goals = SelectMultipleField(
        lazy_gettext("Which goals does it serve?"), coerce=int, option_widget=CheckboxInput()
    )


class CreateForm(LinksPart, OwnerPart, TextPart):
    """A new project."""


class EditForm(TextPart, VersionForm):
    """Another text."""


class LinkForm(LinksPart):
    """Other ideas and goals."""


class UpdateForm(Form):
    """News with pictures."""

    body = text(lazy_gettext("What is new?"), most=LONGEST_NEWS, required=lazy_gettext("Write what is new."))
    pictures = pictures(
        lazy_gettext("Pictures"),
        most=MOST_PICTURES,
        description=lazy_gettext(
            "At most 6. We take out where and when they were taken. Ask people before you show them."
        ),
    )


class WordsForm(Form):
    """News that are mended."""

    body = text(lazy_gettext("What is new?"), most=LONGEST_NEWS, required=lazy_gettext("Write what is new."))


class MilestoneForm(Form):
    """A step and its day."""

    title = line(
        lazy_gettext("What shall be done?"), most=120, required=lazy_gettext("Write what shall be done.")
    )
    due_on = DateField(lazy_gettext("By when?"), [Optional()])


class DocumentForm(Form):
    """A PDF and what it is called."""

    name = line(
        lazy_gettext("What is the document called?"),
        most=120,
        required=lazy_gettext("Write what it is called."),
    )
    file = document(lazy_gettext("The document, as PDF"), required=lazy_gettext("Choose a PDF."))


class ConfirmForm(Form):
    """A question that is answered with yes."""


class MoveForm(VersionForm):
    """A move that needs no words."""

    @property
    def fields(self) -> list[Any]:
        return [field for field in self if field.name not in ("version", "csrf_token")]

    @property
    def said(self) -> dict[str, Any]:
        return {name: self[name].data for name in ("sentence", "outcome", "resumes_on") if name in self}


class SentencePart(MoveForm):
    """Why."""

    sentence = text(lazy_gettext("Why?"), most=2000, required=lazy_gettext("Write a sentence about why."))


class OutcomePart(MoveForm):
    """What came of it."""

    outcome = text(
        lazy_gettext("What came of it?"), most=4000, required=lazy_gettext("Write what came of it.")
    )


class PausePart(SentencePart):
    """Why, and until when."""

    resumes_on = DateField(
        lazy_gettext("When are you back?"),
        [InputRequired(lazy_gettext("Choose the day on which you are back, after today."))],
        description=lazy_gettext("It stands on the page, and we remind you on the day."),
    )


# A move that asks for more than it needs.
FORMS_BY_MOVE: dict[str, type[MoveForm]] = {"pause": PausePart}
MOVE_FORMS: dict[frozenset[str], type[MoveForm]] = {
    frozenset(): MoveForm,
    frozenset({"sentence"}): SentencePart,
    frozenset({"outcome"}): OutcomePart,
}
