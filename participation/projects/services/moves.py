"""Moving a project through its life: the only writer of its status."""

from dataclasses import dataclass
from datetime import date

from participation.cases.services.words import check_words
from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now, today
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.projects.events import ProjectMoved
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project, ProjectMove

FASTER = N_("A colleague was faster. Look at the project again.")
MISSING = {"sentence": N_("Write a sentence about why."), "outcome": N_("Write what came of it.")}
NOT_AHEAD = N_("Choose the day on which you are back, after today.")


@dataclass(frozen=True)
class Words:
    """What a move says: why, until which day a pause lasts, or what came of it."""

    sentence: str = ""
    outcome: str = ""
    resumes_on: date | None = None


def move(
    *, actor: Actor, project: Project, name: str, words: Words | None = None, seen_version: int | None = None
) -> ProjectMove:
    """Make a move: check, write, log, tell; linked ideas follow in the same transaction."""
    require(actor, "projects.move", project, name)
    words, wanted = words or Words(), PROJECTS.move(name)
    lock(project)
    if project.status not in wanted.sources or seen_version not in (None, project.version):
        raise StaleVersion(FASTER)
    for need in sorted(wanted.needs):
        if not getattr(words, need).strip():
            raise RuleViolation(MISSING[need])
    if words.resumes_on is not None and words.resumes_on <= today():
        raise RuleViolation(NOT_AHEAD)
    check_words(actor=actor, texts=[words.sentence, words.outcome])
    logged = ProjectMove(
        project_id=project.id,
        name=name,
        from_status=project.status,
        to_status=wanted.leads_to(),
        actor_id=actor.actor_id,
        sentence=words.sentence or words.outcome,
    )
    _write(project, logged, words)
    publish(ProjectMoved(project=project, move=logged, actor=actor))
    return logged


def _write(project: Project, logged: ProjectMove, words: Words) -> None:
    project.status, project.changed_at = logged.to_status, now()
    project.sentence, project.outcome = words.sentence, words.outcome
    project.resumes_on = words.resumes_on if project.meaning.is_resting else None
    project.nudges, project.nudged_at = 0, None
    project.completed_at = project.changed_at if project.meaning.is_completed else None
    db.session.add(logged)
    db.session.flush()
