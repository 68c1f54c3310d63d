"""The form to print for a goal, the same for everybody."""

import segno
from flask import current_app, render_template

from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import slugify
from participation.papers.views.blueprint import blueprint
from participation.strategies import queries as strategies
from participation.web import guards
from participation.web.addresses import url_for
from participation.web.places import place

SUPPORT_LINES = 10


@blueprint.get("/maal/<id:goal_id>/papir")
def print_form(goal_id: int) -> str:
    """A sheet for an idea and ten supports, and where to hand it in."""
    goal = guards.found(strategies.goal(goal_id))
    path = url_for("pages.goal", goal_id=goal.id, slug=slugify(goal.title))
    address = on_paper(path)
    return render_template(
        "papers/print_form.html",
        goal=goal,
        href=path,
        address=address,
        square=square(address),
        lines=range(1, SUPPORT_LINES + 1),
    )


def on_paper(path: str) -> str:
    """The whole address of a page, for whoever has nothing but the paper."""
    home: str = place(current_municipality_id()).home(current_app.config["SETTINGS"].base_url)
    return home + path


def claim_address() -> str:
    """Where a code from paper is written."""
    return on_paper(url_for("papers.claim"))


def square(address: str) -> tuple[int, str]:
    """An address as a QR code: how many squares wide, and the dark ones as the path of a drawing."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return len(rows), "".join(dark)
