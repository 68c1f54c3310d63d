"""Which ideas a project comes from, and which goals it serves; the ideas follow (see subscribers)."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_
from participation.ideas.models import Idea
from participation.projects import queries
from participation.projects.events import IdeaLinked, IdeaUnlinked, ProjectChanged
from participation.projects.models import Project, ProjectGoal, ProjectIdea


def link_idea(*, actor: Actor, project: Project, idea: Idea) -> None:
    """Say that the project comes from a decided idea; nothing happens when it is said already."""
    require(actor, "projects.link", project)
    _lock(project)
    if db.session.get(ProjectIdea, (project.id, idea.id)) is not None:
        return
    if not idea.meaning.takes_projects:
        raise RuleViolation(N_("“%(title)s” has not been accepted."), title=idea.title)
    db.session.add(ProjectIdea(project_id=project.id, idea_id=idea.id))
    project.changed_at = now()
    db.session.flush()
    publish(IdeaLinked(project=project, idea=idea, actor=actor))


def unlink_idea(*, actor: Actor, project: Project, idea: Idea) -> None:
    """Take the link away; nothing happens when there is none."""
    require(actor, "projects.link", project)
    _lock(project)
    link = db.session.get(ProjectIdea, (project.id, idea.id))
    if link is None:
        return
    db.session.delete(link)
    project.changed_at = now()
    db.session.flush()
    publish(IdeaUnlinked(project=project, idea=idea, actor=actor))


def choose_ideas(*, actor: Actor, project: Project, ideas: Iterable[Idea]) -> None:
    """Let the project come from exactly these ideas."""
    require(actor, "projects.link", project)
    wanted = {idea.id: idea for idea in ideas}
    present = {idea.id: idea for idea in queries.linked_ideas(project)}
    for idea_id in sorted(wanted.keys() - present.keys()):
        link_idea(actor=actor, project=project, idea=wanted[idea_id])
    for idea_id in sorted(present.keys() - wanted.keys()):
        unlink_idea(actor=actor, project=project, idea=present[idea_id])


def choose_goals(*, actor: Actor, project: Project, goal_ids: Iterable[int]) -> None:
    """Let the project serve exactly these goals."""
    require(actor, "projects.link", project)
    wanted = set(goal_ids)
    present = set(db.session.scalars(select(ProjectGoal.goal_id).where(ProjectGoal.project_id == project.id)))
    surplus = (ProjectGoal.project_id == project.id, ProjectGoal.goal_id.in_(present - wanted))
    db.session.execute(delete(ProjectGoal).where(*surplus))
    db.session.add_all(ProjectGoal(project_id=project.id, goal_id=each) for each in sorted(wanted - present))
    project.changed_at = now()
    db.session.flush()
    publish(ProjectChanged(project=project, actor=actor))


def _lock(project: Project) -> None:
    """Links and moves of one project wait for each other, so that no idea is reckoned from half of them."""
    lock(project)
