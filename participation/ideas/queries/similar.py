"""Ideas that wish for the same as a text, as far as the reader may see them."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select
from sqlalchemy.orm import load_only
from sqlalchemy.sql.base import ExecutableOption

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.lifecycle import DRAFTS, IDEAS, WITHHELD
from participation.ideas.models import Idea
from participation.ideas.queries import visible_to
from participation.search import queries as search

MOST = 5
# So many are looked at, because some of them may not be seen.
LOOKED_AT = 30
WHOSE = Idea.author_id, Idea.organisation_id
# What is shown of each, and whose it is.
READ = (
    *(Idea.status, Idea.title, Idea.support_count, Idea.decided_support),
    *(Idea.author_id, Idea.organisation_id),
)
DISCUSSED = IDEAS.statuses_where("takes_comments")


def similar_to(
    viewer: Actor,
    title: str,
    text: str = "",
    *,
    excluding: Collection[int] = (),
    options: Sequence[ExecutableOption] = (),
) -> list[Idea]:
    """The likest first: public ones, and for staff those that wait as well.

    In the place of a merged idea stands the one that it became part of; a withdrawn one is not among them.
    `options` say what is loaded with them.
    """
    ranked = search.similar(title, text, limit=LOOKED_AT, excluding=excluding)
    if not ranked:
        return []
    joined = _joined(viewer, ranked)
    wanted = dict.fromkeys(joined.get(each, each) for each in ranked)
    shown = _shown_to(viewer).where(Idea.id.in_(wanted)).options(*options)
    found = {each.id: each for each in db.session.scalars(shown).unique()}
    return [found[each] for each in wanted if each in found and each not in excluding][:MOST]


def _joined(viewer: Actor, ids: list[int]) -> dict[int, int]:
    """For those that are part of another idea, that one's id; an idea that is hidden leads nowhere."""
    merged = visible_to(viewer).with_only_columns(Idea.id, Idea.merged_into_id)
    rows = merged.where(Idea.id.in_(ids), Idea.merged_into_id.is_not(None), Idea.hidden_at.is_(None))
    return {idea_id: other for idea_id, other in db.session.execute(rows) if other is not None}


def _shown_to(viewer: Actor) -> Select[Idea]:
    statuses = DISCUSSED | (WITHHELD - DRAFTS if viewer.is_staff else frozenset())
    shown = visible_to(viewer).where(Idea.status.in_(sorted(statuses)), Idea.hidden_at.is_(None))
    return shown.options(load_only(Idea.status, Idea.title, Idea.support_count, Idea.decided_support, *WHOSE))
