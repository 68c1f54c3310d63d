"""Who may do what with an idea; `ideas.move_publish` and its like say whether a move can be made now."""

from collections.abc import Callable

from participation.cases.lifecycle import HeldState
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Addition, Idea, Merge
from participation.ideas.rules import is_possible


def is_author(actor: Actor, idea: Idea) -> bool:
    """Whether it is the actor's own idea."""
    return actor.actor_id is not None and actor.actor_id == idea.author_id


def speaks_for(actor: Actor, idea: Idea) -> bool:
    """Its author; what was sent on behalf of an organisation is in the hands of whoever acts for it today.

    A draft is its author's alone, and an organisation that has closed leaves its ideas to theirs.
    """
    organisation = None if idea.meaning.is_draft else idea.organisation
    if organisation is None or not organisation.is_active:
        return is_author(actor, idea)
    return can(actor, "organisations.act_for", organisation)


def takes_part(actor: Actor, idea: Idea) -> bool:
    """Whether one of the staff may decide about it: who is disqualified may not (forvaltningsloven § 3).

    Nobody decides about the own idea, nor about that of an association that they act for.
    """
    is_apart = is_author(actor, idea) or speaks_for(actor, idea)
    return actor.is_system or (actor.is_staff and not is_apart and can(actor, "cases.work", idea.case))


@permission("ideas.propose", writes=True)
def may_propose(actor: Actor) -> bool:
    return actor.actor_id is not None


@permission("ideas.edit", writes=True)
def may_edit(actor: Actor, idea: Idea) -> bool:
    is_changeable = idea.meaning.is_mendable or idea.meaning.is_open
    return speaks_for(actor, idea) and is_changeable and not idea.is_hidden


@permission("ideas.choose_organisation", writes=True)
def may_choose_organisation(actor: Actor, idea: Idea) -> bool:
    """On whose behalf it is sent: until it is."""
    return is_author(actor, idea) and idea.meaning.is_draft


@permission("ideas.delete")
def may_delete(actor: Actor, idea: Idea) -> bool:
    return is_author(actor, idea) and idea.meaning.is_draft


@permission("ideas.add_to", writes=True)
def may_add_to(actor: Actor, idea: Idea) -> bool:
    return speaks_for(actor, idea) and idea.meaning.is_open and not idea.is_hidden


@permission("ideas.mend_addition", writes=True)
def may_mend_addition(actor: Actor, idea: Idea, addition: Addition) -> bool:
    """What is shown stays as it is; what is held can be mended until staff have refused it."""
    return may_add_to(actor, idea) and addition.is_held and addition.held_state is not HeldState.REFUSED


@permission("ideas.confirm_review")
def may_confirm_review(actor: Actor, idea: Idea) -> bool:
    return takes_part(actor, idea) and idea.meaning.is_open and idea.reviewed_at is None


@permission("ideas.decide_version")
def may_decide_version(actor: Actor, idea: Idea) -> bool:
    return takes_part(actor, idea)


@permission("ideas.answer_for_now")
def may_answer_for_now(actor: Actor, idea: Idea) -> bool:
    return takes_part(actor, idea) and idea.meaning.awaits_answer


@permission("ideas.undo")
def may_undo(actor: Actor, idea: Idea) -> bool:
    """Take back what a colleague or oneself has just done; whether it still can be, the service says."""
    return takes_part(actor, idea)


@permission("ideas.correct_answer")
def may_correct_answer(actor: Actor, idea: Idea) -> bool:
    return takes_part(actor, idea) and not idea.meaning.is_withheld


@permission("ideas.see_history")
def may_see_whole_history(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff or is_author(actor, idea) or speaks_for(actor, idea)


@permission("ideas.see_receipt")
def may_see_receipt(actor: Actor, idea: Idea) -> bool:
    """Whoever has sent it: the author, or a colleague of the organisation's who has mended it."""
    return (is_author(actor, idea) or speaks_for(actor, idea)) and not idea.meaning.is_draft


@permission("ideas.hide")
def may_hide(actor: Actor, idea: Idea) -> bool:
    """What is not published yet is returned or refused instead."""
    return takes_part(actor, idea) and not idea.meaning.is_withheld and idea.erased_at is None


@permission("ideas.link")
def may_link(actor: Actor, idea: Idea) -> bool:
    """Refer two ideas to each other; what nobody has published yet refers to nothing."""
    return actor.is_staff and idea.published_at is not None and not idea.meaning.leads_on


@permission("ideas.unlink")
def may_unlink(actor: Actor, idea: Idea) -> bool:
    return actor.is_staff


@permission("ideas.see_merge")
def may_see_merge(actor: Actor, merge: Merge) -> bool:
    return actor.actor_id is not None and merge.side_of(actor.actor_id) is not None


@permission("ideas.object")
def may_object(actor: Actor, merge: Merge) -> bool:
    return may_see_merge(actor, merge) and merge.is_planned


@permission("ideas.stand_together")
def may_stand_together(actor: Actor, merge: Merge) -> bool:
    """One author of two ideas has nobody to agree with."""
    is_one = merge.source.author_id == merge.target.author_id
    return may_see_merge(actor, merge) and merge.is_done and not is_one


@permission("ideas.move", writes=True)
def may_move(actor: Actor, idea: Idea, name: str) -> bool:
    """Whether the move is the actor's to make, wherever the idea stands now."""
    by = IDEAS.move(name).by
    return ("author" in by and speaks_for(actor, idea)) or ("moderator" in by and takes_part(actor, idea))


def _now(name: str) -> Callable[[Actor, Idea], bool]:
    def may_make(actor: Actor, idea: Idea) -> bool:
        return may_move(actor, idea, name) and is_possible(idea, IDEAS.move(name))

    return may_make


for _move in IDEAS.moves:
    permission(f"ideas.move_{_move.name}", writes=True)(_now(_move.name))
