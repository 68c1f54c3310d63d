"""Who may do what with a project; `projects.move_start` and its like say whether a move can be made now."""

from collections.abc import Callable

from participation.cases.lifecycle import HeldState
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.projects.lifecycle import MODERATOR, PROJECTS
from participation.projects.models import Project, ProjectUpdate


@permission("projects.run", writes=True)
def may_run(actor: Actor, project: Project) -> bool:
    """Staff, the project's steward, and who acts for its organisation today."""
    if actor.is_staff:
        return True
    if actor.actor_id is None:
        return False
    return project.steward_id == actor.actor_id or _acts_for_organisation(actor, project)


def _acts_for_organisation(actor: Actor, project: Project) -> bool:
    organisation = project.organisation
    return organisation is not None and can(actor, "organisations.act_for", organisation)


@permission("projects.create")
def may_create(actor: Actor) -> bool:
    return actor.is_staff


@permission("projects.edit")
def may_edit(actor: Actor, project: Project) -> bool:
    return actor.is_staff


@permission("projects.link")
def may_link(actor: Actor, project: Project) -> bool:
    return actor.is_staff


@permission("projects.change_update", writes=True)
def may_change_update(actor: Actor, update: ProjectUpdate) -> bool:
    """Whoever runs the project today; not what staff have hidden or refused."""
    project = db.session.get_one(Project, update.project_id)
    is_refused = update.held_state is HeldState.REFUSED
    return may_run(actor, project) and _stands(update) and not is_refused


@permission("projects.see_update")
def may_see_update(actor: Actor, update: ProjectUpdate) -> bool:
    """What others cannot see: whoever runs the project what is held, staff also what is hidden."""
    project = db.session.get_one(Project, update.project_id)
    return update.deleted_at is None and (
        actor.is_staff or (update.hidden_at is None and may_run(actor, project))
    )


@permission("projects.take_back_update")
def may_take_back(actor: Actor, update: ProjectUpdate) -> bool:
    """Whoever wrote it, also while suspended, and whoever runs the project today."""
    is_own = actor.actor_id is not None and actor.actor_id == update.author_id
    project = db.session.get_one(Project, update.project_id)
    return update.deleted_at is None and (is_own or may_run(actor, project))


def _stands(update: ProjectUpdate) -> bool:
    return update.deleted_at is None and update.hidden_at is None


@permission("projects.move", writes=True)
def may_move(actor: Actor, project: Project, name: str) -> bool:
    """Whether the move is the actor's to make, wherever the project stands now."""
    by = PROJECTS.move(name).by
    return actor.is_staff if by == MODERATOR else may_run(actor, project)


def _now(name: str) -> Callable[[Actor, Project], bool]:
    def may_make(actor: Actor, project: Project) -> bool:
        return may_move(actor, project, name) and project.status in PROJECTS.move(name).sources

    return may_make


for _move in PROJECTS.moves:
    permission(f"projects.move_{_move.name}", writes=True)(_now(_move.name))
