"""The author's own list, and deleting a draft."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.ideas import queries
from participation.ideas.forms import ConfirmForm
from participation.ideas.queries.merging import merges_of_author
from participation.ideas.services import writing
from participation.ideas.views import words
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.changing import own_idea
from participation.web import guards


@blueprint.get("/mine-ideer")
@guards.signed_in
def mine() -> Any:
    """All one has written: what waits for oneself first."""
    viewer = guards.viewer()
    ideas = queries.ideas_of(viewer)
    waiting = [words.own_card(idea) for idea in ideas if idea.meaning.awaits_author]
    others = [words.own_card(idea) for idea in ideas if not idea.meaning.awaits_author]
    merges = [words.own_merge(viewer, merge) for merge in merges_of_author(viewer)]
    return render_template("ideas/mine.html", waiting=waiting, others=others, merges=merges)


@blueprint.route("/ideer/<id:idea_id>/slet", methods=["GET", "POST"])
@guards.signed_in
def delete(idea_id: int) -> Any:
    """Asked before a draft is deleted."""
    idea = own_idea(idea_id, "ideas.delete")
    form = ConfirmForm()
    if form.validate_on_submit():
        writing.delete_draft(actor=guards.viewer(), idea=idea)
        flash(gettext("The draft is deleted."), "success")
        return redirect(url_for("ideas.mine"))
    return render_template("ideas/delete.html", idea=idea, form=form), form.response_code
