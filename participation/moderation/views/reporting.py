"""Report something, on a page of its own, and read what came of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.accounts.models import Person
from participation.discussions import queries as discussions
from participation.foundation.authorization import can
from participation.ideas import queries as ideas
from participation.moderation.forms import ReportForm, VisitorsReportForm
from participation.moderation.queries import appeals
from participation.moderation.queries import reports as queries
from participation.moderation.rules import Reportable
from participation.moderation.services import reports as services
from participation.moderation.services.reports import ReportText
from participation.moderation.views import words
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import hints
from participation.municipalities import queries as municipalities
from participation.organisations import queries as organisations
from participation.web import guards, limits
from participation.web.forms import SelectChoice
from participation.web.limits import Limit
from participation.web.locale import current_language

REPORTS = Limit("moderation.report", 10, timedelta(hours=1))
LIMIT = 2000


@dataclass(frozen=True)
class Seen:
    """What the reader saw, who wrote it if it was a person, and where."""

    subject: Reportable
    writer: Person | None
    title: str
    text: str
    place: str


@blueprint.route("/ideer/<id:idea_id>/anmeld", methods=["GET", "POST"])
def report_idea(idea_id: int) -> Any:
    """Report an idea, or its author."""
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    return _answer(Seen(idea, idea.author, idea.title, idea.body, f"ideer/{idea.id}-{idea.slug}"))


@blueprint.route("/kommentarer/<id:comment_id>/anmeld", methods=["GET", "POST"])
def report_comment(comment_id: int) -> Any:
    """Report a comment, or its writer."""
    comment = guards.found(discussions.find(guards.viewer(), comment_id))
    place = f"{comment.discussion.place}#kommentar-{comment.id}"
    return _answer(Seen(comment, comment.author, comment.discussion.subject_title, comment.body, place))


@blueprint.route("/foreninger/<id:organisation_id>/anmeld", methods=["GET", "POST"])
def report_organisation(organisation_id: int) -> Any:
    """Report an association."""
    organisation = guards.found(organisations.find_public(organisation_id))
    return _answer(Seen(organisation, None, organisation.name, organisation.purpose, ""))


@blueprint.get("/anmeldelser/tak")
def reported() -> str:
    """To a visitor: it has arrived."""
    return render_template("moderation/reported.html")


@blueprint.get("/anmeldelser/<id:matter_id>")
@guards.signed_in
def own_report(matter_id: int) -> str:
    """What the reader reported, and what came of it."""
    report = guards.found(queries.own_report(guards.viewer(), matter_id))
    matter = guards.found(queries.matter(matter_id))
    reason = municipalities.reason(matter.entry.reason_code) if matter.entry else None
    appeal = appeals.appeal_of(matter.entry) if matter.entry else None
    return render_template(
        "moderation/own_report.html",
        report=report,
        matter=matter,
        reported_reason=words.of(municipalities.reason(report.reason_code), "label"),
        reason=words.of(reason, "label"),
        is_overturned=appeal is not None and appeal.is_overturned,
    )


def _answer(seen: Seen) -> Any:
    guards.require("moderation.report", seen.subject)
    form = _form(seen)
    if not form.validate_on_submit():
        page = render_template("moderation/_report.html", seen=seen, form=form, hints=hints(), limit=LIMIT)
        return page, form.response_code
    made = _report(seen, form)
    if guards.viewer().actor_id is None:
        return redirect(url_for("moderation.reported"))
    flash(gettext("Thank you. We look at it, and you hear what comes of it."), "success")
    return redirect(url_for("moderation.own_report", matter_id=made.matter_id))


def _form(seen: Seen) -> ReportForm:
    form = VisitorsReportForm() if guards.viewer().actor_id is None else ReportForm()
    form.reason_code.choices = [
        SelectChoice(reason.code, words.of(reason, "label")) for reason in municipalities.reasons("hide")
    ]
    if seen.writer is None or not can(guards.viewer(), "moderation.report", seen.writer):
        del form.about
    return form


def _report(seen: Seen, form: ReportForm) -> Any:
    viewer = guards.viewer()
    limits.spend(REPORTS, limits.address() if viewer.actor_id is None else str(viewer.actor_id))
    said = form.data
    text = ReportText(
        reason_code=said["reason_code"],
        body=said["body"],
        email=said.get("email") or "",
        language=current_language(),
        place=seen.place,
    )
    subject = seen.writer if said.get("about") == "writer" and seen.writer else seen.subject
    return services.report(actor=viewer, subject=subject, text=text)
