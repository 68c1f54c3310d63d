"""Writing an idea: proposing, sending, changing, adding to it, deleting a draft."""

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.lifecycle import HoldReason
from participation.extensions import db
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas import queries, rules
from participation.ideas.events import IdeaAddedTo, IdeaChangeProposed, IdeaChangeRejected, IdeaTextChanged
from participation.ideas.models import Addition, Idea, IdeaVersion, VersionState
from participation.ideas.services.behalf import require_voice
from participation.ideas.services.moves import move, settle
from participation.ideas.services.versions import IdeaText, keep_version
from participation.municipalities import queries as municipalities
from participation.search import services as search

OVERTAKEN = N_(
    "The idea has changed since you opened it. Your text is still here: look at it and save again."
)


def propose(*, actor: Actor, text: IdeaText) -> Idea:
    """Begin an idea, as a draft that the author alone sees."""
    require(actor, "ideas.propose")
    assert actor.actor_id is not None
    idea = Idea(author_id=actor.actor_id)
    text.put_into(idea)
    db.session.add(idea)
    db.session.flush()
    settle(idea=idea)
    return idea


def submit(*, actor: Actor, idea: Idea, seen_version: int | None = None) -> None:
    """Send it; where the municipality reviews afterwards and the goal is known, it is public at once."""
    require(actor, "ideas.move", idea, "submit")
    if not (idea.title.strip() and idea.body.strip()):
        raise RuleViolation(N_("Write why you want it, and for whom."))
    require_voice(actor=actor, idea=idea)
    move(actor=actor, idea=idea, name="submit", seen_version=seen_version)
    idea.held_reason = _reason_to_hold(idea, IdeaText.of(idea))
    publish_unseen(idea=idea)


def publish_unseen(*, idea: Idea) -> None:
    """Where the municipality reviews afterwards it is public at once, unless somebody has to look first."""
    is_wanted = municipalities.settings().review == "after" and IdeaText.of(idea).is_placed
    if is_wanted and idea.held_reason is None:
        move(actor=SYSTEM, idea=idea, name="publish")


def _reason_to_hold(idea: Idea, text: IdeaText, actor: Actor | None = None) -> HoldReason | None:
    texts = [text.title, text.body, text.place]
    return cases.reason_to_hold(author=_writer(idea, actor), texts=texts)


def _writer(idea: Idea, actor: Actor | None) -> Person:
    """Who writes now: the author, or somebody else who acts for the organisation."""
    return actor if isinstance(actor, Person) else idea.author


def edit(*, actor: Actor, idea: Idea, text: IdeaText, seen_version: int | None = None) -> IdeaVersion | None:
    """Change the text: at once before publication, afterwards as a version that may wait for a moderator."""
    require(actor, "ideas.edit", idea)
    if seen_version is not None and seen_version != idea.version:
        raise StaleVersion(OVERTAKEN)
    if text == IdeaText.of(idea):
        return None
    if idea.meaning.is_open:
        return _change_published(actor, idea, text)
    text.put_into(idea)
    settle(idea=idea)
    if idea.meaning.awaits_review:
        _look_again(idea, actor)
    return None


def _look_again(idea: Idea, actor: Actor) -> None:
    """What was held for its words is published unseen once they are mended; anything else still waits."""
    before = idea.held_reason
    was_for_words = before in (HoldReason.CPR, HoldReason.LINK)
    reason = _reason_to_hold(idea, IdeaText.of(idea), actor)
    idea.held_reason = reason or (None if was_for_words else before)
    if was_for_words:
        publish_unseen(idea=idea)


def _change_published(actor: Actor, idea: Idea, text: IdeaText) -> IdeaVersion:
    if not text.is_placed:
        raise RuleViolation(N_("Choose a goal, or “outside the strategy”."))
    waiting, reason = queries.proposed_version(idea), _reason_to_hold(idea, text, actor)
    if reason is None and not rules.is_text_bound(idea):
        _replace(waiting)
        is_material = text.says_something_else(IdeaText.of(idea))
        text.put_into(idea)
        version = keep_version(idea=idea, changed_by_id=actor.actor_id)
        settle(idea=idea)
        publish(IdeaTextChanged(idea=idea, actor=actor, is_material=is_material))
        return version
    version = waiting or keep_version(idea=idea, state=VersionState.PROPOSED, changed_by_id=actor.actor_id)
    text.put_into(version)
    version.created_at = now()
    db.session.flush()
    if reason is not None:
        cases.hold(thing=version, reason=reason, title=idea.safe_title, place=f"opgaver/{idea.id}")
    publish(IdeaChangeProposed(idea=idea, version=version, actor=actor))
    return version


def _replace(waiting: IdeaVersion | None) -> None:
    """A later change counts at once, so the one that waited does not any more."""
    if waiting is not None:
        waiting.state = VersionState.REJECTED
        cases.let_go(thing=waiting)


def decide_version(*, actor: Actor, idea: Idea, agrees: bool) -> IdeaVersion:
    """Agree to the changed text that waits, or let the old one stand."""
    require(actor, "ideas.decide_version", idea)
    version = queries.proposed_version(idea)
    if version is None:
        raise StaleVersion(N_("A colleague was faster. Look at the idea again."))
    cases.let_go(thing=version)
    if not agrees:
        version.state = VersionState.REJECTED
        publish(IdeaChangeRejected(idea=idea, version=version, actor=actor))
        return version
    version.state, version.created_at = VersionState.CURRENT, now()
    is_material = IdeaText.of(version).says_something_else(IdeaText.of(idea))
    IdeaText.of(version).put_into(idea)
    settle(idea=idea)
    publish(IdeaTextChanged(idea=idea, actor=actor, is_material=is_material))
    return version


def add_to(*, actor: Actor, idea: Idea, body: str) -> Addition:
    """Add something dated below the text, which itself stays as it was supported."""
    require(actor, "ideas.add_to", idea)
    writer = _writer(idea, actor)
    addition = Addition(idea_id=idea.id, author=writer, body=body)
    db.session.add(addition)
    db.session.flush()
    reason = cases.reason_to_hold(author=writer, texts=[body])
    if reason is None:
        let_out(idea=idea, addition=addition)
    else:
        addition.held_at = now()
        cases.hold(thing=addition, reason=reason, title=idea.safe_title)
    return addition


def let_out(*, idea: Idea, addition: Addition) -> None:
    """An addition is there for everybody: found by its words, and told to supporters."""
    cases.let_go(thing=addition)
    settle(idea=idea)
    publish(IdeaAddedTo(idea=idea, addition=addition, actor=addition.author or idea.author))


def mend_addition(*, actor: Actor, idea: Idea, addition: Addition, body: str) -> None:
    """Change an addition that is held; mended, it is there for everybody."""
    require(actor, "ideas.mend_addition", idea, addition)
    was_for_words = addition.held_reason in (HoldReason.CPR, HoldReason.LINK)
    reason = cases.reason_to_hold(author=_writer(idea, actor), texts=[body])
    addition.body = body
    if reason is None and was_for_words:
        let_out(idea=idea, addition=addition)
    else:
        kept = reason or HoldReason(addition.held_reason or HoldReason.EVERYTHING)
        cases.hold(thing=addition, reason=kept, title=idea.safe_title)
    db.session.flush()


def delete_draft(*, actor: Actor, idea: Idea) -> None:
    """Delete a draft for good: nobody else has seen it."""
    require(actor, "ideas.delete", idea)
    search.remove(subject_id=idea.id)
    db.session.delete(idea)
    db.session.flush()
