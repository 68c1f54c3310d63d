"""What the pages with the idea's form share: filling it in, reading it, the goals to choose among."""

from collections.abc import Collection
from datetime import timedelta

from flask import request, url_for

from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.ideas.forms import OUTSIDE, DraftForm, IdeaForm
from participation.ideas.models import Idea
from participation.ideas.services import behalf
from participation.ideas.services.versions import IdeaText
from participation.organisations import queries as organisations
from participation.strategies import queries as strategies
from participation.web import guards, limits
from participation.web.concerns import CPR, KINDS, Concern, concern_about
from participation.web.forms import SelectChoice
from participation.web.limits import Limit

DRAFT = "draft"
COMPARE = "compare"
WORDS = ("title", "body", "place")
WRITTEN = Limit("ideas.write", 60, timedelta(hours=1))
SENT = Limit("ideas.send", 10, timedelta(days=1))
HELD = Limit("ideas.hold", 30, timedelta(hours=1))


def action() -> str:
    """Which of the form's buttons was pressed."""
    return request.form.get("action", "")


def form_for(
    text: IdeaText | None = None,
    *,
    version: int | None = None,
    key: int | None = None,
    organisation_id: int | None = None,
) -> DraftForm:
    """The form, filled in with a text; a draft may lack what a finished idea has."""
    kind = DraftForm if action() == DRAFT else IdeaForm
    filled = {"title": text.title, "body": text.body, "place": text.place} if text else {}
    chosen = {"goal": _goal_value(text), "organisation": str(organisation_id or "")}
    form = kind(**filled, **chosen, version=version, key=str(key or ""))
    form.offer(_goals(text))
    form.offer_organisations(organisations.names_acting_for(guards.viewer().actor_id))
    return form


def choose_organisation(form: DraftForm, idea: Idea) -> None:
    """Let a draft be proposed on behalf of the one that was chosen; what has been sent stays whose it is."""
    if can(guards.viewer(), "ideas.choose_organisation", idea):
        chosen = organisations.find(form.organisation_id)
        behalf.choose_organisation(actor=guards.viewer(), idea=idea, organisation=chosen)


def is_meant(form: DraftForm) -> bool:
    """Whether it goes on: a draft always, a text with a CPR number when the author has been asked."""
    return action() == DRAFT or form.is_meant(*WORDS, kinds=(CPR,))


def concern_of(written: IdeaText, kinds: Collection[str] = KINDS) -> Concern | None:
    """What a text holds that seldom belongs in public, for the pages that show it before it is sent."""
    return concern_about({name: getattr(written, name) for name in WORDS}, kinds)


def text_of(form: DraftForm) -> IdeaText:
    """What was written."""
    return IdeaText(
        title=form.title.data or "",
        body=form.body.data or "",
        place=form.place.data or "",
        goal_id=form.goal_id,
        is_outside_strategy=form.is_outside_strategy,
    )


def _goal_value(text: IdeaText | None) -> str:
    if text is None:
        return ""
    return OUTSIDE if text.is_outside_strategy else str(text.goal_id or "")


def _goals(text: IdeaText | None) -> list[SelectChoice]:
    """The present strategy's goals under their themes, and the goal that the text already has."""
    groups = strategies.goal_choices()
    choices = [
        SelectChoice(str(goal_id), title, optgroup=theme or None)
        for theme, goals in groups.items()
        for goal_id, title in goals
    ]
    offered = {choice.value for choice in choices}
    if text is not None and text.goal_id is not None and str(text.goal_id) not in offered:
        goal = strategies.goal(text.goal_id)
        choices += [SelectChoice(str(goal.id), goal.title)] if goal else []
    return choices


def goal_title(text: IdeaText) -> str | None:
    """The chosen goal's title."""
    goal = strategies.goal(text.goal_id) if text.goal_id is not None else None
    return goal.title if goal else None


def spend(limit: Limit, viewer: Actor) -> None:
    """Count one more text by the account."""
    limits.spend(limit, f"{viewer.actor_id}")


def address_of(idea: Idea) -> str:
    """The idea's public page, which shows the author what is not public yet."""
    return url_for("pages.idea", idea_id=idea.id, slug=idea.slug)
