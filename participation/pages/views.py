"""The public pages; each composes what several features know."""

from flask import Blueprint, Flask

from participation.pages import components, front, information

blueprint = Blueprint("pages", __name__, url_prefix="/<municipality>")
installation = Blueprint("installation", __name__)

installation.add_url_rule("/", "municipalities", front.municipalities)
installation.add_url_rule("/komponenter", "components", components.components)
blueprint.add_url_rule("/", "front", front.front)
blueprint.add_url_rule("/regler", "rules", information.rules)
blueprint.add_url_rule("/privatliv", "privacy", information.privacy)
blueprint.add_url_rule("/om", "about", information.about)
blueprint.add_url_rule("/kontakt", "contact", information.contact)
blueprint.add_url_rule("/was", "was", information.was)


def register(app: Flask) -> None:
    """Bind the blueprints."""
    app.register_blueprint(installation)
    app.register_blueprint(blueprint)
