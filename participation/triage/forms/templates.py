"""A template of answers."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, SelectField

from participation.web.forms import VersionedForm, line, text

ANSWER_LENGTH = 4000


class TemplateForm(VersionedForm):
    """Its name, what it is for, and the three fields."""

    title = line(
        lazy_gettext("Name"),
        most=120,
        required=lazy_gettext("Write a name."),
        description=lazy_gettext("Seen by staff only."),
    )
    act = SelectField(lazy_gettext("For which answer?"))
    reason_code = SelectField(lazy_gettext("For which reason?"))
    doing = text(lazy_gettext("What we do"), most=ANSWER_LENGTH)
    why = text(lazy_gettext("Why"), most=ANSWER_LENGTH)
    next_steps = text(lazy_gettext("What happens now"), most=ANSWER_LENGTH)
    is_active = BooleanField(
        lazy_gettext("It can be chosen"),
        default=True,
        description=lazy_gettext("Take the tick away to retire it."),
    )

    @property
    def words(self) -> dict[str, Any]:
        """The template's columns as filled in."""
        names = ("title", "act", "reason_code", "doing", "why", "next_steps", "is_active")
        return {name: self[name].data or (False if name == "is_active" else "") for name in names}
