"""After the emergency brake: what it has held appears together."""

from collections.abc import Sequence
from dataclasses import dataclass

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.discussions.models import Comment
from participation.discussions.services import let_out
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import rules
from participation.ideas.models import Addition, Idea, IdeaVersion
from participation.ideas.services.holding import bring_back
from participation.ideas.services.writing import decide_version
from participation.ideas.services.writing import let_out as let_addition_out
from participation.moderation.events.holding import HeldReleased
from participation.moderation.queries import brake as queries
from participation.municipalities import queries as municipalities
from participation.projects.models import ProjectUpdate
from participation.projects.services.news import let_out as let_news_out

STILL_PULLED = N_("Release the brake first.")


@dataclass(frozen=True)
class Released:
    """How many texts are shown now, and the ideas whose new text waits for somebody who takes part in it."""

    shown: int
    left: list[Idea]


def release_held(*, actor: Actor) -> Released:
    """Show all that was held only because everything was. Anything else still waits."""
    require(actor, "municipalities.brake")
    if municipalities.settings().holds_everything:
        raise RuleViolation(STILL_PULLED)
    count = sum(_let_comment_out(comment) for comment in queries.comments())
    count += sum(_let_addition_out(addition, idea) for addition, idea in queries.additions())
    versions = queries.versions()
    left = [idea for _version, idea in versions if not can(actor, "ideas.decide_version", idea)]
    count += sum(_let_version_out(actor, version, idea) for version, idea in versions if idea not in left)
    count += sum(_let_news_out(update, author) for update, author in queries.updates())
    count += sum(_bring_back(idea) for idea in queries.ideas())
    db.session.flush()
    publish(HeldReleased(actor=actor, texts=count))
    return Released(count, left)


def _is_clear(author_of: Comment | Idea, texts: Sequence[str]) -> bool:
    """Whether there is no other reason to look at it."""
    return cases.reason_to_hold(author=author_of.author, texts=texts) is None


def _let_comment_out(comment: Comment) -> bool:
    is_clear = _is_clear(comment, [comment.waiting_body or comment.body])
    if is_clear:
        let_out(comment=comment)
    return is_clear


def _let_addition_out(addition: Addition, idea: Idea) -> bool:
    is_clear = _is_clear(idea, [addition.body])
    if is_clear:
        let_addition_out(idea=idea, addition=addition)
    return is_clear


def _let_version_out(actor: Actor, version: IdeaVersion, idea: Idea) -> bool:
    is_clear = _is_clear(idea, [version.title, version.body, version.place])
    if is_clear and rules.is_text_bound(idea):
        # So many support the old text that somebody agrees to the new one by itself.
        cases.let_go(thing=version)
    elif is_clear:
        decide_version(actor=actor, idea=idea, agrees=True)
    return is_clear


def _let_news_out(update: ProjectUpdate, author: Person) -> bool:
    is_clear = cases.reason_to_hold(author=author, texts=[update.body]) is None
    if is_clear:
        let_news_out(update=update)
    return is_clear


def _bring_back(idea: Idea) -> bool:
    bring_back(idea=idea)
    return idea.held_reason is None
