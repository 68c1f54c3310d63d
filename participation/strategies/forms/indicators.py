"""Forms about what is measured: an indicator, a measurement, and a file of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import (
    FileField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Optional

from participation.foundation.clock import today
from participation.strategies.lifecycle import Direction
from participation.strategies.rules.indicators import IndicatorText, Measured
from participation.strategies.rules.measurements import NOTE_LENGTH, Unreadable, read_day, read_value
from participation.web import forms

DATE_HINT = lazy_gettext("For example 2026-03-31.")


def _is_number(_form: Any, field: Any) -> None:
    try:
        read_value(field.data or "")
    except Unreadable as problem:
        raise ValidationError(gettext(str(problem))) from None


def _is_past_day(_form: Any, field: Any) -> None:
    try:
        read_day(field.data.isoformat() if field.data else "", today())
    except Unreadable as problem:
        raise ValidationError(gettext(str(problem))) from None


def _written(value: Decimal | None) -> str:
    """A number as one writes it into a field."""
    return "" if value is None else f"{value:f}".replace(".", ",")


def number(label: Any, *, required: Any = None, **keywords: Any) -> StringField:
    """A number with a Danish or an English decimal sign."""
    presence = InputRequired(required) if required else Optional()
    return StringField(label, [presence, _is_number], filters=[forms.tidy], **keywords)


class IndicatorForm(forms.Form):
    """What is measured, where it begins, and where it is to end."""

    title = forms.line(
        lazy_gettext("What is measured?"), most=200, required=lazy_gettext("Write what is measured.")
    )
    unit = forms.line(
        lazy_gettext("Unit"),
        most=40,
        required=lazy_gettext("Write a unit."),
        description=lazy_gettext("As it stands behind the number: %, km, persons."),
    )
    direction = RadioField(
        lazy_gettext("Which way is better?"),
        choices=[
            forms.SelectChoice(Direction.UP.value, lazy_gettext("More is better")),
            forms.SelectChoice(Direction.DOWN.value, lazy_gettext("Less is better")),
        ],
        validators=[InputRequired(lazy_gettext("Choose one."))],
    )
    target = number(lazy_gettext("Target"), required=lazy_gettext("Write the target as a number."))
    target_on = forms.DateField(lazy_gettext("To be reached by"), [Optional()], description=DATE_HINT)
    baseline = number(
        lazy_gettext("Where it began"),
        description=lazy_gettext("The number from which the way to the target is reckoned."),
    )
    baseline_on = forms.DateField(lazy_gettext("It began on"), [Optional()], description=DATE_HINT)
    source = forms.line(
        lazy_gettext("Source"), most=300, description=lazy_gettext("Where the numbers come from.")
    )

    @property
    def indicator_text(self) -> IndicatorText:
        baseline = (self.baseline.data or "").strip()
        return IndicatorText(
            title=self.title.data or "",
            unit=self.unit.data or "",
            direction=Direction(self.direction.data),
            target=read_value(self.target.data or ""),
            target_on=self.target_on.data,
            baseline=read_value(baseline) if baseline else None,
            baseline_on=self.baseline_on.data,
            source=self.source.data or "",
        )

    @staticmethod
    def values_of(says: Any) -> dict[str, Any]:
        """What stands in the fields before somebody changes it."""
        names = ("title", "unit", "target_on", "baseline_on", "source")
        plain = {name: getattr(says, name) for name in names}
        numbers = {"target": _written(says.target), "baseline": _written(says.baseline)}
        return {**plain, **numbers, "direction": says.direction.value}


class MeasurementForm(forms.Form):
    """What was measured on a day; the same day again is a correction."""

    day = forms.DateField(
        lazy_gettext("Measured on"),
        [InputRequired(lazy_gettext("Write the date of the measurement.")), _is_past_day],
        description=lazy_gettext("A date that has a measurement already is corrected."),
    )
    value = number(lazy_gettext("Value"), required=lazy_gettext("Write the value as a number."))
    note = forms.line(
        lazy_gettext("Note"),
        most=NOTE_LENGTH,
        description=lazy_gettext("Residents can read it in the table."),
    )

    @property
    def measured(self) -> Measured:
        assert self.day.data is not None
        return Measured(self.day.data, read_value(self.value.data or ""), self.note.data or "")


class DayForm(forms.Form):
    """What the button beside a measurement sends."""

    day = HiddenField()

    @property
    def measured_on(self) -> date | None:
        try:
            return date.fromisoformat(str(self.day.data))
        except ValueError:
            return None


class UploadForm(forms.Form):
    """A table of measurements, as a file or as it is written here; the file wins."""

    file = FileField(
        lazy_gettext("A file with measurements"),
        description=lazy_gettext("CSV, as a spreadsheet saves it, with the columns date, value and note."),
    )
    table = TextAreaField(
        lazy_gettext("Or the table itself"),
        description=lazy_gettext("Copy it from a spreadsheet, or mend here what was in the file."),
    )

    @property
    def content(self) -> str | None:
        """The table's text, in UTF-8 or Windows' own letters; None, with the reason, when there is none.

        It stands in the field from then on, so that whoever has to mend it can do so there.
        """
        text = self._of_file() or str(self.table.data or "")
        if not text.strip():
            nothing = gettext("Choose a file with measurements in it, or write them.")
            self.file.errors = [*self.file.errors, nothing]
            return None
        self.table.data = text
        return text

    def _of_file(self) -> str:
        if not self.file.data:
            return ""
        raw = self.file.data.read()
        self.file.data.close()
        try:
            return str(raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return str(raw.decode("cp1252", errors="replace"))


class TableForm(forms.Form):
    """The file that was looked at, to be saved."""

    table = HiddenField()
