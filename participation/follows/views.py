"""Follow and unfollow: two buttons that work without JavaScript."""

from datetime import timedelta

from flask import Blueprint, Flask, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug import Response

from participation.follows import services
from participation.ideas.models import Idea
from participation.ideas.queries import merging
from participation.web import guards
from participation.web.limits import Limit, spend

blueprint = Blueprint("follows", __name__, url_prefix="/<municipality>")
CHANGES = Limit("follows.change", 120, timedelta(hours=1))


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.post("/ideer/<id:idea_id>/foelg")
def follow(idea_id: int) -> Response:
    """Follow the idea; a visitor signs in first, and follows by that."""
    viewer = guards.viewer()
    idea = guards.found(merging.find_living(viewer, idea_id))
    if viewer.actor_id is None:
        errand = f"follows.follow:{idea.id}"
        return redirect(url_for("accounts.sign_in", intent=errand, next=_address(idea)))
    spend(CHANGES, str(viewer.actor_id))
    services.follow(actor=viewer, idea=idea)
    flash(_("You follow the idea, and hear when something happens."), "success")
    return redirect(_address(idea))


@blueprint.post("/ideer/<id:idea_id>/foelg/stop")
@guards.signed_in
def unfollow(idea_id: int) -> Response:
    """Follow the idea no longer."""
    viewer = guards.viewer()
    idea = guards.found(merging.find_living(viewer, idea_id))
    spend(CHANGES, str(viewer.actor_id))
    services.unfollow(actor=viewer, idea=idea)
    flash(_("You do not follow the idea any more."), "success")
    return redirect(_address(idea))


def _address(idea: Idea) -> str:
    return url_for("pages.idea", idea_id=idea.id, slug=idea.slug)
