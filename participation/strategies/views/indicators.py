"""The pages of staff about what is measured: indicators, and measurements by hand."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.strategies import queries
from participation.strategies.forms.indicators import DayForm, IndicatorForm, MeasurementForm
from participation.strategies.models import Goal, Indicator
from participation.strategies.queries import indicators as readings
from participation.strategies.queries.indicators import Reading
from participation.strategies.rules.indicators import LABELS, TONES
from participation.strategies.services import indicators as services
from participation.strategies.views.blueprint import blueprint
from participation.web import guards


def measured(indicator_id: int) -> tuple[Indicator, Reading]:
    """The indicator and what it says, for whoever may write measurements."""
    guards.require("strategies.measure")
    indicator = guards.found(readings.find(indicator_id))
    return indicator, guards.found(readings.reading_of(indicator))


@blueprint.get("/indikatorer/")
@guards.signed_in
def indicators() -> str:
    """Every indicator of the present strategy under its goal."""
    guards.require("strategies.measure")
    strategy = guards.found(queries.current_strategy())
    goals = [goal for _, goals in queries.themes_with_goals(strategy) for goal in goals]
    found = readings.readings([goal.id for goal in goals])
    return render_template(
        "strategies/indicators.html",
        groups=[(goal, found[goal.id]) for goal in goals if goal.id in found],
        labels=LABELS,
        tones=TONES,
    )


@blueprint.route("/indikatorer/nyt/<id:goal_id>", methods=["GET", "POST"])
@guards.signed_in
def define_indicator(goal_id: int) -> Any:
    """Something more to measure under a goal."""
    guards.require("strategies.define_indicator")
    goal, form = guards.found(queries.goal(goal_id)), IndicatorForm()
    if form.validate_on_submit() and (made := _define(form, goal)) is not None:
        flash(gettext("Saved."), "success")
        return redirect(url_for("strategies.indicator", indicator_id=made.id))
    page = render_template("strategies/define_indicator.html", form=form, goal=goal)
    return page, form.response_code


def _define(form: IndicatorForm, goal: Goal) -> Indicator | None:
    try:
        return services.define(actor=guards.viewer(), goal=goal, text=form.indicator_text)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None


@blueprint.route("/indikatorer/<id:indicator_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def change_indicator(indicator_id: int) -> Any:
    """Say something else of it from now on."""
    guards.require("strategies.define_indicator")
    indicator, reading = measured(indicator_id)
    form = IndicatorForm(data=IndicatorForm.values_of(reading.says))
    if form.validate_on_submit() and _change(form, indicator):
        flash(gettext("Saved."), "success")
        return redirect(url_for("strategies.indicator", indicator_id=indicator.id))
    page = render_template(
        "strategies/change_indicator.html", form=form, indicator=indicator, reading=reading
    )
    return page, form.response_code


def _change(form: IndicatorForm, indicator: Indicator) -> bool:
    try:
        services.change(actor=guards.viewer(), indicator=indicator, text=form.indicator_text)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


@blueprint.post("/indikatorer/<id:indicator_id>/tag-ud")
@guards.signed_in
def take_out_indicator(indicator_id: int) -> Any:
    """Show it no more."""
    guards.require("strategies.define_indicator")
    indicator, _ = measured(indicator_id)
    services.take_out(actor=guards.viewer(), indicator=indicator)
    flash(gettext("The indicator is taken out. Its measurements are kept."), "success")
    return redirect(url_for("strategies.indicators"))


@blueprint.route("/indikatorer/<id:indicator_id>", methods=["GET", "POST"])
@guards.signed_in
def indicator(indicator_id: int) -> Any:
    """Its measurements, one more by hand, and everything that was ever recorded."""
    found, reading = measured(indicator_id)
    form = MeasurementForm()
    if form.validate_on_submit():
        services.record(actor=guards.viewer(), indicator=found, measurements=[form.measured])
        flash(gettext("The measurement is saved."), "success")
        return redirect(url_for("strategies.indicator", indicator_id=found.id))
    return render_template(
        "strategies/indicator.html", form=form, **_shown(found, reading)
    ), form.response_code


def _shown(indicator: Indicator, reading: Reading) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "reading": reading,
        "goal": guards.found(queries.goal(indicator.goal_id)),
        "history": readings.history_of(indicator),
        "label": LABELS[reading.verdict],
        "tone": TONES[reading.verdict],
    }


@blueprint.post("/indikatorer/<id:indicator_id>/slet-maaling")
@guards.signed_in
def take_out_measurement(indicator_id: int) -> Any:
    """Say that a day's measurement does not count."""
    found, _ = measured(indicator_id)
    day = guards.found(DayForm().measured_on)
    services.take_out_measurement(actor=guards.viewer(), indicator=found, day=day)
    flash(gettext("The measurement is taken out. The history below still has it."), "success")
    return redirect(url_for("strategies.indicator", indicator_id=found.id))
