"""Putting something in the calendar, changing it, and cancelling it."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.foundation.clock import LOCAL
from participation.foundation.errors import RuleViolation
from participation.foundation.numbers import row_id
from participation.meetings import queries
from participation.meetings.forms import CancelForm, MeetingForm, MunicipalMeetingForm
from participation.meetings.models import Host, Meeting
from participation.meetings.rules.timing import span
from participation.meetings.services import arranging
from participation.meetings.services.arranging import MeetingText
from participation.meetings.views.blueprint import blueprint
from participation.organisations import queries as organisations
from participation.projects import queries as projects
from participation.strategies import queries as strategies
from participation.strategies.models import Strategy
from participation.web import guards
from participation.web.forms import Form, SelectChoice
from participation.web.limits import Limit, spend

ARRANGED = Limit("meetings.arrange", 30, timedelta(days=1))


@blueprint.route("/kalender/nyt", methods=["GET", "POST"])
@guards.signed_in
def arrange() -> Any:
    """A new one: `?project=7`, `?organisation=3`, or the municipality's own."""
    host = _host()
    guards.require("meetings.arrange", host)
    form = _form(host)
    if form.validate_on_submit():
        spend(ARRANGED, str(guards.viewer().actor_id))
        meeting = _arranged(form, host)
        if meeting is not None:
            return _done(meeting, gettext("It is in the calendar now."))
    return render_template("meetings/arrange.html", form=form, host=host), form.response_code


@blueprint.route("/kalender/<id:meeting_id>/ret", methods=["GET", "POST"])
@guards.signed_in
def edit(meeting_id: int) -> Any:
    """Another time, place, room or text."""
    meeting = _meeting(meeting_id)
    form = _form(meeting.host, _tie_of(meeting), **_present(meeting))
    if form.validate_on_submit() and _apply(
        form, arranging.edit, meeting=meeting, text=_text(form), seen_sequence=form.sequence.data
    ):
        return _done(meeting, gettext("Saved."))
    return render_template("meetings/edit.html", form=form, meeting=meeting), form.response_code


@blueprint.route("/kalender/<id:meeting_id>/aflys", methods=["GET", "POST"])
@guards.signed_in
def cancel(meeting_id: int) -> Any:
    """It does not take place."""
    meeting, form = _meeting(meeting_id), CancelForm()
    if form.validate_on_submit() and _apply(
        form, arranging.cancel, meeting=meeting, reason=form.reason.data or ""
    ):
        return _done(meeting, gettext("It is cancelled, and those who signed up are told."))
    return render_template("meetings/cancel.html", form=form, meeting=meeting), form.response_code


def _host() -> Host:
    """Whose it will be, by the address; missing when there is no such project or organisation."""
    project, organisation = request.args.get("project"), request.args.get("organisation")
    if project:
        return guards.found(projects.find(row_id(project) or 0))
    return guards.found(organisations.find(row_id(organisation))) if organisation else None


def _meeting(meeting_id: int) -> Meeting:
    meeting = guards.found(queries.find(meeting_id))
    guards.require("meetings.run", meeting)
    return meeting


def _form(host: Host, kept: SelectChoice | None = None, **present: Any) -> MeetingForm:
    if host is not None:
        return MeetingForm(data=present)
    form = MunicipalMeetingForm(data=present)
    form.tie.choices = _ties(strategies.current_strategy(), kept)
    return form


def _ties(strategy: Strategy | None, kept: SelectChoice | None) -> dict[str, list[SelectChoice]]:
    """Nothing, or under each theme the theme itself and its goals; and what it is tied to from before."""
    groups: dict[str, list[SelectChoice]] = {"": [SelectChoice("", gettext("No, neither"))]}
    for theme, goals in strategies.themes_with_goals(strategy) if strategy else []:
        own = [SelectChoice(f"theme:{theme.id}", gettext("The whole theme"))] if theme else []
        rest = [SelectChoice(f"goal:{goal.id}", goal.title) for goal in goals]
        groups[theme.title if theme else gettext("Goals")] = own + rest
    offered = {choice.value for choices in groups.values() for choice in choices}
    if kept is not None and kept.value not in offered:
        groups[gettext("From an earlier strategy")] = [kept]
    return groups


def _tie_of(meeting: Meeting) -> SelectChoice | None:
    """What it is about already, which a later strategy may have no more."""
    if meeting.goal is not None:
        return SelectChoice(f"goal:{meeting.goal_id}", meeting.goal.title)
    theme = meeting.theme
    return SelectChoice(f"theme:{meeting.theme_id}", theme.title) if theme else None


def _text(form: MeetingForm) -> MeetingText:
    day, starts, ends = form.day.data, form.starts.data, form.ends.data
    assert day is not None
    assert starts is not None
    assert ends is not None
    starts_at, ends_at = span(day, starts, ends)
    kind, _, number = (form.tie.data or "").partition(":") if "tie" in form else ("", "", "")
    return MeetingText(
        title=form.title.data or "",
        place=form.place.data or "",
        starts_at=starts_at,
        ends_at=ends_at,
        description=form.description.data or "",
        takes_sign_ups=bool(form.takes_sign_ups.data),
        capacity=form.capacity.data,
        theme_id=int(number) if kind == "theme" else None,
        goal_id=int(number) if kind == "goal" else None,
    )


def _present(meeting: Meeting) -> dict[str, Any]:
    """The arrangement as its form shows it."""
    starts, ends = meeting.starts_at.astimezone(LOCAL), meeting.ends_at.astimezone(LOCAL)
    tie = _tie_of(meeting)
    names = ("title", "place", "description", "takes_sign_ups", "capacity", "sequence")
    kept = {name: getattr(meeting, name) for name in names}
    times = {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
    return {**kept, **times, "tie": tie.value if tie else ""}


def _arranged(form: MeetingForm, host: Host) -> Meeting | None:
    try:
        return arranging.arrange(actor=guards.viewer(), host=host, text=_text(form))
    except RuleViolation as violation:
        form.refuse(violation)
        return None


def _apply(form: Form, service: Any, **arguments: Any) -> bool:
    """Call the service; what it refuses stands above the form, with everything kept."""
    try:
        service(actor=guards.viewer(), **arguments)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _done(meeting: Meeting, message: str) -> Response:
    flash(message, "success")
    return redirect(url_for("pages.meeting", meeting_id=meeting.id, slug=meeting.slug))
