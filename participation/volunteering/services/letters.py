"""Writing to those who have joined; the addresses stay with the outbox."""

from dataclasses import dataclass

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.mail import services as mail
from participation.projects.models import Project
from participation.volunteering import queries
from participation.volunteering.events import VolunteersWrittenTo
from participation.volunteering.models import Need, VolunteerLetter

MAIL = "volunteering.letter"
NOBODY = N_("Nobody has joined yet, so there is nobody to write to.")


@dataclass(frozen=True)
class LetterText:
    """What is written; with `takes_replies` an answer reaches the writer's own address."""

    subject: str
    body: str
    takes_replies: bool = True


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
        subject=text.subject,
        body=text.body,
        takes_replies=text.takes_replies,
        recipients=len(people),
    )
    db.session.add(letter)
    db.session.flush()
    for person in people:
        _post(letter, person.id, person.email or "", person.language)
    publish(VolunteersWrittenTo(project=project, letter=letter, actor=actor))
    return letter


def _post(letter: VolunteerLetter, person_id: int, email: str, language: str) -> None:
    context = {"letter_id": letter.id, "person_id": person_id}
    key = f"volunteer_letter:{letter.id}:{person_id}"
    mail.post(kind=MAIL, recipient=email, language=language, context=context, key=key)
