"""One row for each act, never changed afterwards."""

from datetime import datetime

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.moderation.models import ModerationAct, ModerationEntry
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate

KEYS = {
    Idea: "idea_id",
    Comment: "comment_id",
    ProjectUpdate: "update_id",
    Person: "person_id",
    Organisation: "organisation_id",
}


def write_entry(
    *,
    actor: Actor,
    act: ModerationAct,
    subject: Idea | Comment | ProjectUpdate | Person | Organisation,
    reason_code: str,
    sentence: str,
    until: datetime | None = None,
) -> ModerationEntry:
    """Note what was done to an idea, a comment or a person; a comment's row stays from now on."""
    if isinstance(subject, Comment):
        subject.is_kept = True
    entry = ModerationEntry(
        act=act,
        **{KEYS[type(subject)]: subject.id},
        reason_code=reason_code,
        sentence=sentence,
        actor_id=actor.actor_id,
        until=until,
    )
    db.session.add(entry)
    db.session.flush()
    return entry
