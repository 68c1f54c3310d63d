"""Support and withdraw: two buttons that work without JavaScript."""

from datetime import timedelta

from flask import Blueprint, Flask, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from participation.foundation.actors import Actor
from participation.foundation.errors import StaleVersion
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.ideas.queries import merging
from participation.votes import services
from participation.web import guards
from participation.web.limits import Limit, spend

blueprint = Blueprint("votes", __name__, url_prefix="/<municipality>")
CHANGES = Limit("votes.change", 120, timedelta(hours=1))
NOW_A_PART = N_("You support “%(title)s”, which that idea is a part of now.")


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.post("/ideer/<id:idea_id>/stoette")
def support(idea_id: int) -> Response:
    """Support the idea; a visitor signs in first, and supports by that."""
    viewer = guards.viewer()
    _spend(viewer)
    idea = guards.found(merging.find_living(viewer, idea_id))
    if viewer.actor_id is None:
        return redirect(url_for("accounts.sign_in", intent=f"votes.support:{idea.id}", next=address_of(idea)))
    try:
        services.support(actor=viewer, idea=idea)
    except StaleVersion:
        return _again()
    said = _("You support the idea.") if idea.id == idea_id else _(NOW_A_PART, title=idea.title)
    flash(said, "success")
    return redirect(address_of(idea))


@blueprint.post("/ideer/<id:idea_id>/stoette/fortryd")
@guards.signed_in
def withdraw(idea_id: int) -> Response:
    """Take the support back."""
    viewer = guards.viewer()
    _spend(viewer)
    idea = guards.found(merging.find_living(viewer, idea_id))
    try:
        services.withdraw(actor=viewer, idea=idea)
    except StaleVersion:
        return _again()
    flash(_("Your support is withdrawn."), "success")
    return redirect(address_of(idea))


@blueprint.post("/ideer/<id:idea_id>/stoette/forny")
@guards.signed_in
def renew(idea_id: int) -> Response:
    """Let a support of the period before stand in this one."""
    viewer = guards.viewer()
    idea = guards.found(merging.find_living(viewer, idea_id))
    _spend(viewer)
    services.renew(actor=viewer, idea=idea)
    flash(_("Your support stands in the new period too."), "success")
    is_from_list = request.form.get("back") == "list"
    return redirect(url_for("successions.mine") if is_from_list else address_of(idea))


def _again() -> Response:
    """The idea was merged in this very moment: sent once more, it goes to where the idea lives on.

    By another request, so that no lock is held on the one idea while the other is waited for.
    """
    assert request.endpoint is not None
    return redirect(url_for(request.endpoint, **request.view_args or {}), 307)


def address_of(idea: Idea) -> str:
    """The idea's page."""
    return url_for("pages.idea", idea_id=idea.id, slug=idea.slug)


def _spend(viewer: Actor) -> None:
    if viewer.actor_id is not None:
        spend(CHANGES, str(viewer.actor_id))
