"""The public pages; each composes what several features know."""

from flask import Blueprint, Flask

from participation.pages import components, frame, front, idea

blueprint = Blueprint("pages", __name__, url_prefix="/<municipality>")
installation = Blueprint("installation", __name__)


def register(app: Flask) -> None:
    """Bind the blueprints and the frame."""
    installation.add_url_rule("/", "municipalities", front.municipalities)
    installation.add_url_rule("/komponenter", "components", components.components)
    blueprint.add_url_rule("/", "front", front.front)
    blueprint.add_url_rule("/ideer/<id:idea_id>-<slug:slug>", "idea", idea.idea)
    blueprint.add_url_rule("/ideer/<id:idea_id>/versioner", "idea_versions", idea.idea_versions)
    app.register_blueprint(installation)
    app.register_blueprint(blueprint)
    app.context_processor(frame.context)
