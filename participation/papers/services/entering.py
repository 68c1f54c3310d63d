"""Entering an idea that came on paper, by telephone or from a class: it counts as any other."""

from dataclasses import dataclass
from datetime import date

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import today
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules as promises
from participation.ideas.models import Channel, Idea
from participation.ideas.services import drafts, writing
from participation.ideas.services.moves import settle
from participation.ideas.services.versions import IdeaText
from participation.municipalities import queries as municipalities
from participation.papers import queries, rules
from participation.papers.events import IdeaEntered

NOT_THEN = N_("Choose the day on which it came in: today or a day in the last year.")


@dataclass(frozen=True)
class Sender:
    """Who sent it: the name as wished on the page or none, an address to tell them at or none."""

    channel: Channel
    received_on: date
    name: str = ""
    email: str = ""


def enter_idea(*, actor: Actor, text: IdeaText, sender: Sender, key: int | None = None) -> Idea:
    """Enter it in the name of a person without an account; promises count from the day it came in.

    The same text under the same `key` of a form is the same idea, as a double click sends it.
    """
    require(actor, "papers.enter")
    if not rules.is_receivable(sender.received_on, today()):
        raise RuleViolation(NOT_THEN)
    form = drafts.under(key=key or drafts.new_key())
    known = queries.entered_with(form, text)
    if known is None:
        known = _enter(text, sender)
        form.idea_id = known.id
        publish(IdeaEntered(actor=actor, idea=known))
    return known


def _enter(text: IdeaText, sender: Sender) -> Idea:
    person = Person(display_name=sender.name or None, email=sender.email or None, is_paper=True)
    db.session.add(person)
    db.session.flush()
    idea = writing.propose(actor=person, text=text)
    idea.channel, idea.received_on = sender.channel, sender.received_on
    writing.submit(actor=person, idea=idea)
    idea.submitted_at = rules.noon_of(sender.received_on)
    idea.review_due_at = promises.review_promise(idea.submitted_at, municipalities.settings())
    settle(idea=idea)
    return idea


def count_from_receipt(*, idea: Idea) -> None:
    """The answer was promised from the day the idea came in, not from the day it was published."""
    if idea.received_on is None or idea.published_at is None:
        return
    due = promises.answer_promise(rules.noon_of(idea.received_on), municipalities.settings())
    idea.answer_due_at = idea.first_answer_due_at = due
    settle(idea=idea)
