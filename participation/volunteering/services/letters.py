"""Writing to those who have joined."""

from dataclasses import asdict

from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.places.rules import LetterText
from participation.places.services.letters import send
from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.events import VolunteersWrittenTo
from participation.volunteering.models import Need, VolunteerLetter

MAIL = "volunteering.letter"
NOBODY = N_("Nobody has joined yet, so there is nobody to write to.")


def write_to_volunteers(
    *, actor: Actor, project: Project, text: LetterText, need: Need | None = None
) -> VolunteerLetter:
    """One mail each to those with a place, in the project or for one need; RuleViolation for nobody."""
    require(actor, "volunteering.see_contacts", project)
    assert actor.actor_id is not None
    people = queries.joined_people(project, need)
    if not people:
        raise RuleViolation(NOBODY)
    letter = VolunteerLetter(
        project_id=project.id,
        need_id=need.id if need else None,
        author_id=actor.actor_id,
        recipients=len(people),
        **asdict(text),
    )
    send(kind=MAIL, letter=letter, people=people)
    publish(VolunteersWrittenTo(project=project, letter=letter, actor=actor))
    return letter
