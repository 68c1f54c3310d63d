"""Open ideas with where they go, and a choice for each of them."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from participation.foundation.numbers import row_id
from participation.strategies.models import Strategy
from participation.strategies.queries.successions import goals_in_order
from participation.successions import queries
from participation.successions.queries import Placement
from participation.successions.services import mapping as services
from participation.successions.views.blueprint import blueprint
from participation.successions.views.mapping import PLACE, present_and_next
from participation.web import guards
from participation.web.forms import Form

OUTSIDE = "outside"


@blueprint.route(f"{PLACE}/ideer", methods=["GET", "POST"])
@guards.signed_in
def place_ideas(strategy_id: int) -> Any:
    """A page of open ideas: of one goal, those without a place, or all."""
    present, coming = present_and_next(strategy_id)
    form, asked = Form(), _asked()
    found = queries.placements(present, coming, **asked)
    if form.is_submitted():
        services.place_ideas(actor=guards.viewer(), strategy=coming, wanted=_wanted(found[: queries.PAGE]))
        flash(gettext("Saved."), "success")
        return redirect(url_for("successions.mapping", strategy_id=coming.id))
    return render_template("successions/place_ideas.html", strategy=coming, **_shown(found, coming, asked))


def _asked() -> dict[str, Any]:
    """Which of the ideas the address asks for; what it does not know is left out."""
    goal, after = (row_id(request.args.get(name)) for name in ("goal", "after"))
    return {"goal_id": goal, "after": after or 0, "is_stranded": "stranded" in request.args}


def _wanted(found: list[Placement]) -> dict[int, int | str | None]:
    """What was chosen for each idea of the page; a choice that is no goal is refused by the service."""
    wanted: dict[int, int | str | None] = {}
    for placement in found:
        said = request.form.get(f"idea-{placement.idea.id}", "")
        if said:
            wanted[placement.idea.id] = None if said == OUTSIDE else row_id(said) or said
    return wanted


def _shown(found: list[Placement], coming: Strategy, asked: dict[str, Any]) -> dict[str, Any]:
    page = found[: queries.PAGE]
    return {
        "placements": [(each, _chosen(each)) for each in page],
        "goals": goals_in_order(coming),
        "more_href": _more(page[-1], coming, asked) if len(found) > queries.PAGE else None,
        "is_stranded": asked["is_stranded"],
    }


def _more(last: Placement, coming: Strategy, asked: dict[str, Any]) -> str:
    kept = {"goal": asked["goal_id"], "stranded": 1 if asked["is_stranded"] else None}
    return url_for("successions.place_ideas", strategy_id=coming.id, after=last.idea.id, **kept)


def _chosen(placement: Placement) -> str:
    if not placement.is_chosen:
        return services.FOLLOW
    return str(placement.goal.id) if placement.goal else OUTSIDE
