"""The figures that can show what a project did for its goal, as a form offers them."""

from datetime import date
from typing import Any

from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.outcomes import queries
from participation.outcomes.forms import OutcomeForm
from participation.outcomes.models import Outcome
from participation.outcomes.services.writing import NO_FIGURE
from participation.projects.models import Project
from participation.strategies.queries.indicators import Reading
from participation.web.forms import SelectChoice
from participation.web.templating import show_date, show_number


def offer(form: OutcomeForm, project: Project) -> OutcomeForm:
    """Each indicator of the project's goals with its measurements; no field where nothing is measured."""
    readings = queries.readings_for(project)
    if not readings:
        del form.shown_by
        return form
    none = {"": [SelectChoice("", gettext("No, not a figure"))]}
    form.shown_by.choices = none | {each.says.title: _choices(each) for each in readings}
    return form


def chosen(form: OutcomeForm) -> dict[str, Any]:
    """`indicator_id` and `measured_on` as chosen."""
    value = form.shown_by.data if "shown_by" in form else ""
    number, _, day = (value or "").partition(":")
    return {
        "indicator_id": int(number) if number else None,
        "measured_on": date.fromisoformat(day) if day else None,
    }


def refuse(form: OutcomeForm, violation: RuleViolation) -> None:
    """Beside the field that it is about."""
    form.refuse(violation, "shown_by" if violation.message == NO_FIGURE and "shown_by" in form else None)


def present(outcome: Outcome) -> str:
    """What the field shows as chosen."""
    return f"{outcome.indicator_id}:{outcome.measured_on or ''}" if outcome.indicator_id else ""


def _choices(reading: Reading) -> list[SelectChoice]:
    rows = [
        SelectChoice(
            f"{reading.indicator_id}:{each.day}",
            gettext(
                "%(value)s on %(date)s",
                value=f"{show_number(float(each.value))}\N{NO-BREAK SPACE}{reading.says.unit}",
                date=show_date(each.day),
            ),
        )
        for each in reading.measurements[::-1]
    ]
    return [*rows, SelectChoice(f"{reading.indicator_id}:", gettext("It has not been measured since"))]
