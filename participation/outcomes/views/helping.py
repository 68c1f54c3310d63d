"""“Did it help?”: four answers by the link in a mail, without signing in."""

from datetime import timedelta
from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from werkzeug import Response

from participation.accounts import queries as accounts
from participation.accounts.models import Person
from participation.foundation.clock import today
from participation.foundation.errors import Missing, RuleViolation
from participation.outcomes import queries
from participation.outcomes.forms import HelpForm
from participation.outcomes.lifecycle import ANSWERS, Helped
from participation.outcomes.models import HelpAnswer
from participation.outcomes.rules.tickets import Ticket, ticket
from participation.outcomes.services import asking
from participation.outcomes.views.blueprint import blueprint
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.web import guards
from participation.web.limits import Limit, spend

TRIES = Limit("outcomes.help", 20, timedelta(hours=1))


@blueprint.route("/hjalp-det/<token>", methods=["GET", "POST"])
def help_by_link(token: str) -> Response:
    """The four answers, the one from the mail chosen; nothing is stored until it is sent."""
    mine, person, project = _asked(token)
    if queries.open_question(project) is None or mine.last_day < today():
        return _private(_page(mine, project, is_closed=True))
    given = queries.answer_of(project.id, person.id)
    form = _form(given)
    if form.validate_on_submit() and _stored(form, mine):
        return _private(redirect(url_for("outcomes.thanks", token=token), 303))
    return _private(_page(mine, project, form=form, given=given), form.response_code)


@blueprint.get("/hjalp-det/<token>/tak")
def thanks(token: str) -> Response:
    """It is stored; what happens now, and until when it can be changed."""
    mine, person, project = _asked(token)
    given = guards.found(queries.answer_of(project.id, person.id))
    words = {"given": given, "answer": ANSWERS[Helped(given.answer)], "last_day": mine.last_day}
    return _private(render_template("outcomes/thanks.html", project=project, token=token, **words))


@blueprint.get("/projekter/<id:project_id>/hjalp-det")
@guards.signed_in
def help_here(project_id: int) -> Response:
    """The same for who is signed in, from the message on the site."""
    project = guards.found(projects.find(project_id))
    question = guards.found(queries.question_of(project.id))
    person_id = guards.viewer().actor_id or 0
    guards.found(project if queries.is_asked(project.id, person_id) else None)
    token = Ticket(project.id, person_id, question.closes_on).token
    return redirect(url_for("outcomes.help_by_link", token=token))


def _page(mine: Ticket, project: Project, *, is_closed: bool = False, **more: Any) -> str:
    idea = queries.idea_that_was_wanted(mine.project_id, mine.person_id)
    return render_template(
        "outcomes/help_by_link.html",
        project=project,
        idea=idea,
        last_day=mine.last_day,
        is_closed=is_closed,
        **more,
    )


def _asked(token: str) -> tuple[Ticket, Person, Project]:
    """Who was asked about what; a closed account answers no more."""
    mine = guards.found(ticket(token))
    person = accounts.person(mine.person_id)
    if person is None or not person.is_active:
        raise Missing
    return mine, person, guards.found(projects.find(mine.project_id))


def _form(given: HelpAnswer | None) -> HelpForm:
    """Filled in with what the mail's button says, else with what was answered before."""
    if request.method == "POST":
        return HelpForm()
    pressed = request.args.get("svar", "")
    before = given.answer.value if given else ""
    answer = pressed if pressed in set(Helped) else before
    return HelpForm(data={"answer": answer, "reason": given.reason if given else ""})


def _stored(form: HelpForm, mine: Ticket) -> bool:
    spend(TRIES, f"{mine.project_id}:{mine.person_id}")
    person = guards.found(accounts.person(mine.person_id))
    project = guards.found(projects.find(mine.project_id))
    said, reason = Helped(form.answer.data), form.reason.data or ""
    try:
        asking.answer(person=person, project=project, said=said, reason=reason)
    except RuleViolation as violation:
        form.refuse(violation)
        return False
    return True


def _private(page: Any, code: int | None = None) -> Response:
    """One person's page, kept by nobody, whatever is known of the browser."""
    response = make_response(page)
    response.status_code = code or response.status_code
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
