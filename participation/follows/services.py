"""Following and ceasing to: the wanted state is said, so repeating it is harmless."""

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite

from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.ideas.models import Idea
from participation.ideas.queries.merging import family


def follow(*, actor: Actor, idea: Idea) -> None:
    """Hear what happens to the idea."""
    require(actor, "follows.follow", idea)
    dialect = postgresql if db.session.get_bind().dialect.name == "postgresql" else sqlite
    row = {
        "municipality_id": idea.municipality_id,
        "idea_id": idea.id,
        "person_id": actor.actor_id,
        "created_at": now(),
    }
    db.session.execute(dialect.insert(Follow).values(row).on_conflict_do_nothing())


def unfollow(*, actor: Actor, idea: Idea) -> None:
    """Hear no more of it, nor of what lives on in it."""
    require(actor, "follows.unfollow", idea)
    mine = (Follow.idea_id.in_(family(idea.id)), Follow.person_id == actor.actor_id)
    db.session.execute(delete(Follow).where(*mine), execution_options={"synchronize_session": False})
