"""Who may arrange something, and who may sign up."""

from participation.foundation.actors import Actor
from participation.foundation.authorization import can, permission
from participation.foundation.clock import now
from participation.meetings import rules
from participation.meetings.models import Host, Meeting, SignUp
from participation.organisations.models import Organisation
from participation.projects.models import Project


@permission("meetings.arrange", writes=True)
def may_arrange(actor: Actor, host: Host) -> bool:
    """For a project whoever runs it, for an organisation who acts for it, for the municipality its staff."""
    if isinstance(host, Project):
        return can(actor, "projects.run", host)
    return actor.is_staff or (isinstance(host, Organisation) and can(actor, "organisations.act_for", host))


@permission("meetings.run", writes=True)
def may_run(actor: Actor, meeting: Meeting) -> bool:
    return can(actor, "meetings.arrange", meeting.host)


@permission("meetings.see_participants")
def may_see_participants(actor: Actor, meeting: Meeting) -> bool:
    """Names and addresses of those who signed up: no longer than they are needed."""
    return may_run(actor, meeting) and rules.shows_contacts(meeting.ends_at, now())


@permission("meetings.sign_up")
def may_sign_up(actor: Actor, meeting: Meeting) -> bool:
    return actor.actor_id is not None


@permission("meetings.withdraw")
def may_withdraw(actor: Actor, sign_up: SignUp) -> bool:
    return sign_up.person_id == actor.actor_id


@permission("meetings.remove")
def may_remove(actor: Actor, sign_up: SignUp) -> bool:
    return can(actor, "meetings.see_participants", sign_up.meeting)
