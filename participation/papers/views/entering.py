"""Entering an idea for somebody, and the receipt to give them."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from participation.foundation.errors import RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Channel, Idea
from participation.ideas.queries.drafts import pending_draft
from participation.ideas.queries.similar import similar_to
from participation.ideas.services import drafts
from participation.ideas.services.versions import IdeaText
from participation.papers.forms import EntryForm
from participation.papers.queries import code_of, entered_with
from participation.papers.services.entering import Sender, enter_idea
from participation.papers.views.blueprint import blueprint
from participation.papers.views.printing import claim_address
from participation.strategies import queries as strategies
from participation.web import guards
from participation.web.forms import SelectChoice


@blueprint.route("/opgaver/papir", methods=["GET", "POST"])
@guards.signed_in
def enter() -> Any:
    """The idea's form with who sent it; similar ideas are looked at once before it is saved."""
    guards.require("papers.enter")
    form = EntryForm(key=str(drafts.new_key()))
    form.offer(_goals())
    similar = _similar(form)
    if form.validate_on_submit() and (not similar or _is_looked_at(form)):
        idea = _entered(form)
        if idea is not None:
            return redirect(url_for("papers.receipt", idea_id=idea.id))
    form.looked.data = form.title.data
    return render_template("papers/enter.html", form=form, similar=similar), form.response_code


@blueprint.get("/opgaver/<id:idea_id>/papirkvittering")
@guards.signed_in
def receipt(idea_id: int) -> str:
    """What to print for the person: what was received, what happens now, and the code."""
    guards.require("papers.enter")
    idea = guards.found(ideas.find(guards.viewer(), idea_id))
    code = code_of(idea.author) if idea.author.is_paper else None
    return render_template("papers/receipt.html", idea=idea, code=code, address=claim_address())


def _is_looked_at(form: EntryForm) -> bool:
    """Similar ideas have been shown; not the one that this form has just become, as by a double click."""
    begun = pending_draft(form.secret_number or 0)
    return form.looked.data == form.title.data or entered_with(begun, _text(form)) is not None


def _text(form: EntryForm) -> IdeaText:
    title, body, place = (str(form[name].data or "") for name in ("title", "body", "place"))
    return IdeaText(title, body, place, form.goal_id, form.is_outside_strategy)


def _entered(form: EntryForm) -> Idea | None:
    written: dict[str, Any] = form.data
    sender = Sender(
        Channel(written["channel"]), written["received_on"], written["name"] or "", written["email"] or ""
    )
    try:
        idea = enter_idea(actor=guards.viewer(), text=_text(form), sender=sender, key=form.secret_number)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None
    flash(gettext("Saved. Here is the receipt for the person."), "success")
    return idea


def _goals() -> list[SelectChoice]:
    groups = strategies.goal_choices()
    return [
        SelectChoice(str(number), title, optgroup=theme or None)
        for theme, goals in groups.items()
        for number, title in goals
    ]


def _similar(form: EntryForm) -> list[dict[str, Any]]:
    title = form.title.data or ""
    return [
        {
            "title": idea.title,
            "badge": {"label": gettext(idea.meaning.label), "tone": idea.meaning.tone},
            "support_count": None if idea.meaning.is_withheld else idea.support_count,
            "links": [(gettext("Open the case"), url_for("triage.case", idea_id=idea.id))],
        }
        for idea in (similar_to(guards.viewer(), title, form.body.data or "") if title else [])
    ]
