"""The ideas of an organisation: for everybody, and for its own people."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from participation.extensions import db
from participation.ideas.lifecycle import DRAFTS
from participation.ideas.models import Idea
from participation.organisations.models import Organisation
from participation.strategies.models import Goal

MOST = 100


def public_of(organisation: Organisation) -> list[Idea]:
    """Those that everybody may see, the newest first."""
    return _newest(_of(organisation).where(Idea.is_listed))


def all_of(organisation: Organisation) -> list[Idea]:
    """Also those that are not published yet; a draft is its author's alone."""
    return _newest(_of(organisation).where(Idea.status.not_in(sorted(DRAFTS)), Idea.erased_at.is_(None)))


def _of(organisation: Organisation) -> Select[Idea]:
    goal = joinedload(Idea.goal).load_only(Goal.title)
    return select(Idea).where(Idea.organisation_id == organisation.id).options(goal)


def _newest(statement: Select[Idea]) -> list[Idea]:
    return list(db.session.scalars(statement.order_by(Idea.listed_at.desc(), Idea.id.desc()).limit(MOST)))
