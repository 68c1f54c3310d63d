"""What the author's pages say in words: what happens next, what was changed, why it came back."""

from typing import Any

from flask import url_for

from participation.foundation.actors import Actor
from participation.foundation.text import difference, shorten
from participation.ideas import queries, rules
from participation.ideas.models import Idea, IdeaVersion, Merge
from participation.ideas.services.versions import IdeaText
from participation.ideas.views.writing_form import address_of, concern_of, goal_title
from participation.municipalities import queries as municipalities
from participation.web.concerns import EMAIL, PHONE
from participation.web.locale import current_language
from participation.web.markup import plain
from participation.web.templating import show_date
from participation.web.words import gettext, ngettext

SUMMARY_LENGTH = 160


def next_steps(idea: Idea) -> list[tuple[str, str]]:
    """What happens, when and by whom, for the receipt."""
    settings, name = municipalities.settings(), municipalities.current().name
    reading = gettext(
        "Somebody at %(municipality)s reads it by %(date)s.", municipality=name, date=_review(idea)
    )
    answer_days = ngettext(
        "You get an answer within %(num)d day of publication.",
        "You get an answer within %(num)d days of publication.",
        settings.answer_days,
    )
    if idea.published_at is None:
        published = gettext("Then it is published, or we write to you about what to change.")
        return [
            (gettext("We read your idea."), reading),
            (gettext("Others can support it."), published),
            (gettext("The municipality answers."), answer_days),
        ]
    return [
        (gettext("Your idea is public now."), gettext("Others can support it and write about it.")),
        (gettext("We read your idea."), reading),
        (gettext("The municipality answers."), _answer(idea)),
    ]


def _review(idea: Idea) -> str:
    return show_date(idea.review_due_at) if idea.review_due_at else ""


def _answer(idea: Idea) -> str:
    date = show_date(idea.answer_due_at) if idea.answer_due_at else ""
    return gettext("You get an answer by %(date)s.", date=date)


def changes(before: IdeaText, after: IdeaText) -> list[tuple[str, Any]]:
    """What is another now, part by part, for components/difference.html."""
    rows = (
        (gettext("Title"), before.title, after.title),
        (gettext("Text"), before.body, after.body),
        (gettext("Place"), before.place, after.place),
        (gettext("Goal"), _goal(before), _goal(after)),
    )
    return [(label, difference(old, new)) for label, old, new in rows if old != new]


def compared(before: IdeaText, after: IdeaText | None) -> dict[str, Any]:
    """For the look at a change before it is saved, and at what of it others will not see."""
    if after is None:
        return {"changes": None, "concern": None}
    return {"changes": changes(before, after), "concern": concern_of(after, (EMAIL, PHONE))}


def _goal(text: IdeaText) -> str:
    if text.is_outside_strategy:
        return gettext("Outside the strategy")
    return goal_title(text) or gettext("Not chosen yet")


def before_editing(idea: Idea, waiting: IdeaVersion | None) -> dict[str, Any]:
    """What the author should know first: why it came back, and whether a change waits or will wait."""
    last = next((move for move in reversed(queries.moves_of(idea, whole=True)) if move.reason_code), None)
    came_back = last if idea.meaning.awaits_author and not idea.meaning.is_draft else None
    reason = municipalities.reason(came_back.reason_code) if came_back else None
    return {
        "returned": came_back,
        "reason": reason.label_in(current_language()) if reason else "",
        "waiting": waiting,
        "is_bound": idea.meaning.is_open and rules.is_text_bound(idea),
        "href": address_of(idea),
    }


def own_card(idea: Idea) -> dict[str, Any]:
    """An idea in its author's own list, leading to what the author can do next."""
    waits = idea.meaning.awaits_author
    return {
        "title": idea.title,
        "href": url_for("ideas.edit", idea_id=idea.id) if waits else address_of(idea),
        "badge": {"label": gettext(idea.meaning.label), "tone": idea.meaning.tone},
        "goal": idea.goal.title if idea.goal else None,
        "summary": shorten(plain(idea.body), SUMMARY_LENGTH),
        "support_count": None if idea.meaning.is_withheld else idea.support_count,
        "note": _promise(idea),
    }


def own_merge(author: Actor, merge: Merge) -> tuple[str, str]:
    """A merging of the author's own idea in a sentence, and where the author answers."""
    title = (merge.source if merge.source.author_id == author.actor_id else merge.target).title
    if merge.is_planned and merge.due_at:
        said = gettext("“%(title)s” is to be merged on %(date)s.", title=title, date=show_date(merge.due_at))
    else:
        said = gettext("“%(title)s” has been merged with another idea.", title=title)
    return said, url_for("ideas.merge", merge_id=merge.id)


def _promise(idea: Idea) -> str | None:
    if idea.meaning.awaits_author:
        return gettext("Finish it and send it.")
    if idea.meaning.awaits_review:
        return gettext("We read it by %(date)s.", date=_review(idea))
    return _answer(idea) if idea.meaning.awaits_answer else None
