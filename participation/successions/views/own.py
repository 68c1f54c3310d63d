"""What became of the ideas that the reader wrote or supports, and renewing support."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import ngettext

from participation.successions import queries
from participation.successions.views.blueprint import blueprint
from participation.votes import services as votes
from participation.web import guards
from participation.web.limits import Limit, spend

RENEWALS = Limit("successions.renew_all", 20, timedelta(hours=1))


@blueprint.get("/ny-strategi")
@guards.signed_in
def mine() -> str:
    """The reader's own ideas and supports that came over to the present strategy."""
    succession = queries.latest()
    journeys = queries.own_journeys(guards.viewer(), succession) if succession else []
    return render_template(
        "successions/mine.html",
        succession=succession,
        own=[each for each in journeys if each.is_own],
        supported=[each for each in journeys if not each.is_own],
        renewable=sum(each.is_renewable for each in journeys),
    )


@blueprint.post("/ny-strategi/forny")
@guards.signed_in
def renew_all() -> Any:
    """Let every support of the period before stand in this one."""
    viewer = guards.viewer()
    spend(RENEWALS, str(viewer.actor_id))
    renewed = votes.renew_all(actor=viewer)
    flash(
        ngettext("Your support of one idea stands.", "Your support of %(num)d ideas stands.", renewed),
        "success",
    )
    return redirect(url_for("successions.mine"))
