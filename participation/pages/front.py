"""The installation's front page, and a municipality's."""

from flask import render_template

from participation.municipalities import queries as municipalities_queries


def municipalities() -> str:
    """Choose a municipality."""
    return render_template(
        "pages/municipalities.html", municipalities=municipalities_queries.all_municipalities()
    )


def front() -> str:
    """A municipality's front page."""
    return render_template("pages/front.html")
