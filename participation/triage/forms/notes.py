"""What staff and colleagues fill in besides answers: notes, questions, contributions."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms.validators import Email, InputRequired

from participation.triage.forms import lies_ahead
from participation.triage.rules.contributions import NOTE_LENGTH, QUESTION_LENGTH
from participation.web.forms import DateField, Form, line, text


class NoteForm(Form):
    """A note."""

    body = text(lazy_gettext("Note"), most=NOTE_LENGTH, required=lazy_gettext("Write the note."))


class AskColleagueForm(Form):
    """Whom to ask, what, and until when."""

    recipient = line(
        lazy_gettext("The colleague's e-mail address"),
        most=254,
        required=lazy_gettext("Write the address."),
        description=lazy_gettext(
            "Only somebody in the administration. The link opens the idea without signing in."
        ),
    )
    question = text(
        lazy_gettext("What do you want to know?"),
        most=QUESTION_LENGTH,
        required=lazy_gettext("Write the question."),
    )
    due_on = DateField(
        lazy_gettext("Answer by"),
        [InputRequired(lazy_gettext("Choose a day ahead.")), lies_ahead],
        description=lazy_gettext("We remind your colleague on the working day before."),
    )

    def validate_recipient(self, field: Any) -> None:
        if field.data:
            Email(message=gettext("This does not look like an e-mail address."))(self, field)


class ContributionForm(Form):
    """What the colleague writes."""

    body = text(
        lazy_gettext("Your contribution"), most=NOTE_LENGTH, required=lazy_gettext("Write something.")
    )
    name = line(lazy_gettext("Your name"), most=80, required=lazy_gettext("Write your name."))
    department = line(
        lazy_gettext("Department"), most=120, required=lazy_gettext("Write which department you are in.")
    )
