"""Who may do what with a project; `projects.move_start` and its like say whether a move can be made now."""

from collections.abc import Callable

from participation.foundation.actors import Actor
from participation.foundation.authorization import permission
from participation.projects.lifecycle import PROJECTS
from participation.projects.models import Project


@permission("projects.create")
def may_create(actor: Actor) -> bool:
    return actor.is_staff


@permission("projects.edit")
def may_edit(actor: Actor, project: Project) -> bool:
    return actor.is_staff


@permission("projects.link")
def may_link(actor: Actor, project: Project) -> bool:
    return actor.is_staff


@permission("projects.write_update")
def may_write_update(actor: Actor, project: Project) -> bool:
    return actor.is_staff


@permission("projects.move")
def may_move(actor: Actor, project: Project, name: str) -> bool:
    """Whether the move is the actor's to make, wherever the project stands now."""
    return "moderator" in PROJECTS.move(name).by and actor.is_staff


def _now(name: str) -> Callable[[Actor, Project], bool]:
    def may_make(actor: Actor, project: Project) -> bool:
        return may_move(actor, project, name) and project.status in PROJECTS.move(name).sources

    return may_make


for _move in PROJECTS.moves:
    permission(f"projects.move_{_move.name}")(_now(_move.name))
