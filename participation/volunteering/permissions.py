"""Who may join, and who sees to those who did."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.foundation.clock import now
from participation.projects.models import Project
from participation.volunteering import rules
from participation.volunteering.models import Need, Volunteer


@permission("volunteering.join", writes=True)
def may_join(actor: Actor, project: Project) -> bool:
    return actor.actor_id is not None and project.meaning.is_open


@permission("volunteering.leave")
def may_leave(actor: Actor, volunteer: Volunteer) -> bool:
    return volunteer.person_id == actor.actor_id


@permission("volunteering.run")
def may_run(actor: Actor, project: Project) -> bool:
    """Ask for something, and count who comes: whoever runs the project."""
    return can(actor, "projects.run", project)


@permission("volunteering.see_contacts")
def may_see_contacts(actor: Actor, project: Project) -> bool:
    return may_run(actor, project) and rules.shows_contacts(project, now())


@permission("volunteering.remove")
def may_remove(actor: Actor, volunteer: Volunteer) -> bool:
    return may_run(actor, volunteer.need.project)


@permission("volunteering.edit_need")
def may_edit_need(actor: Actor, need: Need) -> bool:
    return may_run(actor, need.project)
