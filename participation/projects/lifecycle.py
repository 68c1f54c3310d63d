"""A project's life: planned, active, paused, completed, or cancelled with a reason."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.lifecycle import Lifecycle, Move
from participation.foundation.text import N_


class ProjectStatus(StrEnum):
    """Where a project stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class ProjectMeaning:
    """What a status means; `is_begun` is work that is being or has been done, `is_going_on`
    work that is being done now, `is_resting` work that waits to be taken up again.
    """

    label: str
    tone: str
    is_open: bool = False
    is_begun: bool = False
    is_going_on: bool = False
    is_resting: bool = False
    is_completed: bool = False
    is_cancelled: bool = False


S = ProjectStatus
MODERATOR = frozenset({"moderator"})
# Whoever runs the project: its steward, who acts for its organisation, staff.
RUNNER = frozenset({"steward", "moderator"})

PROJECTS: Lifecycle[ProjectStatus, ProjectMeaning] = Lifecycle(
    meanings={
        S.PLANNED: ProjectMeaning(N_("Planned"), "open", is_open=True),
        S.ACTIVE: ProjectMeaning(N_("In progress"), "active", is_open=True, is_begun=True, is_going_on=True),
        S.PAUSED: ProjectMeaning(N_("Paused"), "wait", is_open=True, is_begun=True, is_resting=True),
        S.COMPLETED: ProjectMeaning(N_("Completed"), "done", is_begun=True, is_completed=True),
        S.CANCELLED: ProjectMeaning(N_("Cancelled"), "no", is_cancelled=True),
    },
    moves=(
        Move("start", N_("Start the project"), frozenset({S.PLANNED}), S.ACTIVE, RUNNER),
        Move("pause", N_("Pause"), frozenset({S.ACTIVE}), S.PAUSED, RUNNER, frozenset({"sentence"})),
        Move("resume", N_("Go on"), frozenset({S.PAUSED}), S.ACTIVE, RUNNER),
        Move(
            "complete",
            N_("Mark as completed"),
            frozenset({S.ACTIVE, S.PAUSED}),
            S.COMPLETED,
            RUNNER,
            frozenset({"outcome"}),
        ),
        Move(
            "cancel",
            N_("Cancel"),
            frozenset({S.PLANNED, S.ACTIVE, S.PAUSED}),
            S.CANCELLED,
            RUNNER,
            frozenset({"sentence"}),
        ),
        Move("reopen", N_("Take it up again"), frozenset({S.COMPLETED, S.CANCELLED}), S.ACTIVE, MODERATOR),
    ),
)
