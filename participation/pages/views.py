"""The public pages; each composes what several features know."""

from flask import Blueprint, Flask

from participation.pages import (
    adoptions,
    calendar,
    calendar_files,
    components,
    figures,
    frame,
    front,
    goals,
    idea,
    ideas,
    information,
    meeting,
    mine,
    organisations,
    outcomes,
    projects,
    strategy,
    succession,
)
from participation.pages.status import views as status

blueprint = Blueprint("pages", __name__, url_prefix="/<municipality>")
installation = Blueprint("installation", __name__)

installation.add_url_rule("/", "municipalities", front.municipalities)
installation.add_url_rule("/komponenter", "components", components.components)
blueprint.add_url_rule("/", "front", front.front)
blueprint.add_url_rule("/strategi/", "strategy", strategy.strategy)
blueprint.add_url_rule(
    "/strategi/<id:strategy_id>-<slug:slug>", "earlier_strategy", succession.earlier_strategy
)
blueprint.add_url_rule("/strategi/status", "status", status.status)
blueprint.add_url_rule("/strategi/status/word", "status_document", status.status_document)
blueprint.add_url_rule("/strategi/status/csv", "status_table", status.status_table)
blueprint.add_url_rule("/strategi/tema/<id:theme_id>-<slug:slug>", "theme", goals.theme)
blueprint.add_url_rule("/det-er-jeg-med-i", "mine", mine.mine)
blueprint.add_url_rule("/maal/", "goals", goals.goals)
blueprint.add_url_rule("/maal/<id:goal_id>-<slug:slug>", "goal", goals.goal)
blueprint.add_url_rule("/ideer/", "ideas", ideas.ideas)
blueprint.add_url_rule("/ideer/mangler-tovholder", "unadopted", adoptions.unadopted)
blueprint.add_url_rule("/ideer/<id:idea_id>-<slug:slug>", "idea", idea.idea)
blueprint.add_url_rule("/ideer/<id:idea_id>/versioner", "idea_versions", idea.idea_versions)
blueprint.add_url_rule("/projekter/", "projects", projects.projects)
blueprint.add_url_rule("/projekter/<id:project_id>-<slug:slug>", "project", projects.project)
blueprint.add_url_rule("/foreninger/", "organisations", organisations.organisations)
blueprint.add_url_rule(
    "/foreninger/<id:organisation_id>-<slug:slug>", "organisation", organisations.organisation
)
blueprint.add_url_rule(
    "/foreninger/<id:organisation_id>/indefra", "organisation_inside", organisations.organisation_inside
)
blueprint.add_url_rule("/kalender/", "calendar", calendar.calendar)
blueprint.add_url_rule("/kalender/<id:meeting_id>-<slug:slug>", "meeting", meeting.meeting)
blueprint.add_url_rule("/kalender.ics", "calendar_file", calendar_files.calendar_file)
blueprint.add_url_rule(
    "/kalender/<id:meeting_id>/arrangement.ics", "meeting_file", calendar_files.meeting_file
)
blueprint.add_url_rule("/projekter/<id:project_id>/versioner", "outcome_versions", outcomes.outcome_versions)
blueprint.add_url_rule("/svarer-vi-til-tiden", "figures", figures.figures)
blueprint.add_url_rule("/regler", "rules", information.rules)
blueprint.add_url_rule("/privatliv", "privacy", information.privacy)
blueprint.add_url_rule("/om", "about", information.about)
blueprint.add_url_rule("/kontakt", "contact", information.contact)
blueprint.add_url_rule("/was", "was", information.was)


def register(app: Flask) -> None:
    """Bind the blueprints and the frame."""
    app.register_blueprint(installation)
    app.register_blueprint(blueprint)
    app.context_processor(frame.context)
