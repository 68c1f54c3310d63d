"""What is said once for many ideas: the parts of a single act's form, without one idea's version."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import IntegerField, SelectField, ValidationError
from wtforms.validators import InputRequired, NumberRange

from participation.foundation.clock import today
from participation.foundation.numbers import row_id
from participation.triage.forms import OUTSIDE, PARTS, MoveForm
from participation.triage.rules.bulk import LONGEST
from participation.triage.rules.spreading import HIGHEST_RATE
from participation.web.forms import DateField, Form


class MissingGoalPart(MoveForm):
    """A goal for those ideas that have none."""

    goal = SelectField(
        lazy_gettext("Goal for the ideas that have none"),
        description=lazy_gettext("Every other idea keeps its goal."),
    )

    @property
    def said(self) -> dict[str, Any]:
        chosen = self.goal.data or ""
        goal_id = row_id(chosen)
        return super().said | {"goal_id": goal_id, "is_outside_strategy": chosen == OUTSIDE}


class ColleaguePart(MoveForm):
    """To whom the cases are given."""

    colleague = SelectField(lazy_gettext("To whom?"), [InputRequired(lazy_gettext("Choose a colleague."))])

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"colleague_id": int(self.colleague.data)}


@lru_cache
def bulk_form_for(needs: frozenset[str]) -> type[MoveForm]:
    """The form that asks for these needs, once for all."""
    by_need: dict[str, Sequence[type[MoveForm]]] = {
        **PARTS,
        "goal": [MissingGoalPart],
        "colleague": [ColleaguePart],
    }
    parts = [part for name in by_need if name in needs for part in by_need[name]]
    return type("BulkForm", (*parts, MoveForm), {"version": None})


class SpreadForm(Form):
    """How many answers a week, and by when the last."""

    rate = IntegerField(
        lazy_gettext("Answers a week"),
        [
            InputRequired(lazy_gettext("Write how many.")),
            NumberRange(1, HIGHEST_RATE, lazy_gettext("Write a number from 1 to 500.")),
        ],
    )
    latest = DateField(
        lazy_gettext("The last by"), [InputRequired(lazy_gettext("Choose a day ahead."))], default=today
    )

    def validate_latest(self, field: Any) -> None:
        if field.data and not today() < field.data <= today() + LONGEST:
            raise ValidationError(str(gettext("Choose a day within the next year.")))
