"""A letter to those who have a place."""

from flask_babel import lazy_gettext
from wtforms import BooleanField

from participation.places.lifecycle import SUBJECT_LENGTH
from participation.places.rules import LetterText
from participation.web.forms import Form, line, text, without_cpr


class LetterForm(Form):
    """What is written to them."""

    subject = line(
        lazy_gettext("Subject"), most=SUBJECT_LENGTH, required=lazy_gettext("Write what it is about.")
    )
    body = text(lazy_gettext("Your message"), most=4000, required=lazy_gettext("Write something to them."))
    takes_replies = BooleanField(
        lazy_gettext("They can answer me"),
        default=True,
        description=lazy_gettext("Then they see your e-mail address."),
    )

    @property
    def letter(self) -> LetterText:
        return LetterText(self.subject.data or "", self.body.data or "", bool(self.takes_replies.data))

    def validate_subject(self, field: object) -> None:
        without_cpr(self, field)

    def validate_body(self, field: object) -> None:
        without_cpr(self, field)
