"""Which idea another may be merged with, and what exactly would happen."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, union

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.clock import now
from participation.foundation.numbers import row_id
from participation.foundation.text import N_
from participation.ideas import queries as ideas
from participation.ideas import rules
from participation.ideas.lifecycle import MERGEABLE, PUBLIC
from participation.ideas.models import Idea, Merge
from participation.ideas.queries.merging import merge_of, where_it_lives
from participation.search import queries as search
from participation.triage.queries import concerned_by
from participation.votes import queries as votes

MOST = 20
# `12`, `#12`, `ideer/12-flere-traeer`, or the whole address of a page or case.
NUMBER = re.compile(r"(?:^#?|ideer/|opgaver/)(\d{1,19})(?=$|[-/?#])")
PLANNED_OTHERWISE = N_("Another merging is planned for it. Give that up first.")


def number_in(query: str) -> int | None:
    """The idea's number in what somebody has typed or pasted."""
    found = NUMBER.search(query.strip())
    return row_id(found[1]) if found else None


def candidates(viewer: Actor, idea: Idea, query: str) -> list[Idea]:
    """The ideas with these words or this number; those that can still be merged first."""
    number, words = number_in(query), search.matching(query)
    if number is None and words is None:
        return []
    wanted = Idea.id == number if number is not None else Idea.id.in_(words)  # type: ignore[arg-type]
    rows = ideas.visible_to(viewer).where(wanted, Idea.id != idea.id, Idea.status.in_(MERGEABLE | PUBLIC))
    ordered = rows.order_by(Idea.status.in_(MERGEABLE).desc(), Idea.id.desc())
    return list(db.session.scalars(ordered.limit(MOST)))


@dataclass(frozen=True)
class Outlook:
    """What a merging would do: in numbers, from when on, and what stands against it."""

    supporters: int
    counted_once: int
    comments: int
    told: int
    due_at: datetime | None
    refusal: str | None
    refusal_other_way: str | None
    plan: Merge | None
    is_too_early: bool


def outlook(viewer: Actor, source: Idea, target: Idea) -> Outlook:
    """What happens if the source becomes a part of the target."""
    together = votes.supporters_together(source, target)
    is_public = not source.meaning.is_withheld
    plan = merge_of(source)
    is_elsewhere = plan is not None and plan.target_id != target.id
    due_at = plan.due_at if plan is not None else now() + rules.NOTICE
    return Outlook(
        supporters=together,
        counted_once=source.support_count + target.support_count - together,
        comments=source.discussion.comment_count if source.discussion and is_public else 0,
        told=people_told(viewer, source, target) if is_public else 1,
        due_at=due_at if is_public else None,
        refusal=PLANNED_OTHERWISE if is_elsewhere else rules.why_not_merged(source, target),
        refusal_other_way=rules.why_not_merged(target, source),
        plan=None if is_elsewhere else plan,
        is_too_early=plan is not None and plan.due_at is not None and plan.due_at > now(),
    )


def people_told(viewer: Actor, source: Idea, target: Idea) -> int:
    """How many hear that two ideas became one, each counted once."""
    both = union(concerned_by(source.id), concerned_by(target.id)).subquery()
    reached = select(func.count()).where(
        Person.id.in_(select(both.c[0])), Person.closed_at.is_(None), Person.id != viewer.actor_id
    )
    return db.session.scalar(reached) or 0


@dataclass(frozen=True)
class OutlookBack:
    """What undoing would do."""

    source_supporters: int
    target_supporters: int
    refusal: str | None
    lives_on_in: str


def outlook_back(merge: Merge) -> OutlookBack:
    """What each has again if the merging is undone."""
    return OutlookBack(
        source_supporters=votes.supporters_given_back(merge),
        target_supporters=votes.supporters_left(merge),
        refusal=rules.why_not_separated(merge),
        lives_on_in=where_it_lives(merge.target).title,
    )
