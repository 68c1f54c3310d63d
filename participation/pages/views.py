"""The public pages; each composes what several features know."""

from flask import Blueprint, Flask

from participation.pages import components, front

blueprint = Blueprint("pages", __name__, url_prefix="/<municipality>")
installation = Blueprint("installation", __name__)

installation.add_url_rule("/", "municipalities", front.municipalities)
installation.add_url_rule("/komponenter", "components", components.components)
blueprint.add_url_rule("/", "front", front.front)


def register(app: Flask) -> None:
    """Bind the blueprints."""
    blueprint = Blueprint("pages", __name__, url_prefix="/<municipality>")
    installation = Blueprint("installation", __name__)
    app.register_blueprint(installation)
    app.register_blueprint(blueprint)
