"""An idea's life in one table: what each status means, and the moves between them."""

from dataclasses import dataclass
from enum import StrEnum

from participation.foundation.lifecycle import Lifecycle, Move
from participation.foundation.text import N_


class IdeaStatus(StrEnum):
    """Where an idea stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    NOT_ADMITTED = "not_admitted"
    PUBLISHED = "published"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    NOT_REALISED = "not_realised"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True)
class IdeaMeaning:
    """What a status means for everybody who looks at the idea.

    `tone` is the badge's look. `stage` is where the chain stands: idea, answer, project, outcome.
    `is_withheld` is a status before publication, which author and staff alone see. `takes_offers` is an idea
    that somebody can offer to carry out, as long as nobody does.
    """

    label: str
    tone: str
    stage: str
    is_withheld: bool = False
    is_draft: bool = False
    takes_votes: bool = False
    takes_comments: bool = False
    awaits_review: bool = False
    awaits_answer: bool = False
    awaits_author: bool = False
    is_decided: bool = False
    goes_forward: bool = False
    is_broken: bool = False
    is_mendable: bool = False
    is_open: bool = False
    takes_projects: bool = False
    takes_offers: bool = False
    leads_on: bool = False
    is_withdrawn: bool = False


S = IdeaStatus

MEANINGS = {
    S.DRAFT: IdeaMeaning(
        N_("Draft"), "quiet", "idea", is_withheld=True, is_draft=True, is_mendable=True, awaits_author=True
    ),
    S.SUBMITTED: IdeaMeaning(
        N_("Received"), "quiet", "idea", is_withheld=True, awaits_review=True, is_mendable=True
    ),
    S.RETURNED: IdeaMeaning(
        N_("To be mended"), "wait", "idea", is_withheld=True, is_mendable=True, awaits_author=True
    ),
    S.NOT_ADMITTED: IdeaMeaning(N_("Not published"), "no", "idea", is_withheld=True, is_broken=True),
    S.PUBLISHED: IdeaMeaning(
        N_("Open for support"),
        "open",
        "idea",
        takes_votes=True,
        takes_comments=True,
        awaits_answer=True,
        is_open=True,
    ),
    S.UNDER_REVIEW: IdeaMeaning(
        N_("Under review"),
        "wait",
        "answer",
        takes_votes=True,
        takes_comments=True,
        awaits_answer=True,
        is_open=True,
    ),
    S.ACCEPTED: IdeaMeaning(
        N_("Goes forward"),
        "yes",
        "answer",
        takes_comments=True,
        is_decided=True,
        goes_forward=True,
        takes_projects=True,
        takes_offers=True,
    ),
    S.DECLINED: IdeaMeaning(
        N_("Does not go forward"), "no", "answer", takes_comments=True, is_decided=True, is_broken=True
    ),
    S.IN_PROGRESS: IdeaMeaning(
        N_("In progress"),
        "active",
        "project",
        takes_comments=True,
        is_decided=True,
        goes_forward=True,
        takes_projects=True,
        takes_offers=True,
    ),
    S.COMPLETED: IdeaMeaning(
        N_("Completed"),
        "done",
        "outcome",
        takes_comments=True,
        is_decided=True,
        goes_forward=True,
        takes_projects=True,
    ),
    S.NOT_REALISED: IdeaMeaning(
        N_("Came to nothing"),
        "no",
        "project",
        takes_comments=True,
        is_decided=True,
        is_broken=True,
        takes_projects=True,
    ),
    S.WITHDRAWN: IdeaMeaning(N_("Withdrawn"), "quiet", "idea", is_broken=True, is_withdrawn=True),
    S.MERGED: IdeaMeaning(N_("Merged"), "quiet", "idea", is_broken=True, leads_on=True),
}

AUTHOR, MODERATOR, SYSTEM = (frozenset({role}) for role in ("author", "moderator", "system"))


def _move(
    name: str,
    label: str,
    sources: set[IdeaStatus],
    target: IdeaStatus | None,
    by: frozenset[str],
    *needs: str,
    is_public: bool = True,
) -> Move[IdeaStatus]:
    return Move(name, label, frozenset(sources), target, by, frozenset(needs), is_public)


UNDECIDED = {S.SUBMITTED, S.PUBLISHED, S.UNDER_REVIEW}

# `published` is a source of return and refuse only while the idea has not been reviewed (ideas/rules.py).
MOVES = (
    _move("submit", N_("Send"), {S.DRAFT, S.RETURNED}, S.SUBMITTED, AUTHOR, is_public=False),
    _move("publish", N_("Publish"), {S.SUBMITTED}, S.PUBLISHED, MODERATOR | SYSTEM, "goal"),
    _move(
        "return",
        N_("Ask the author to mend it"),
        {S.SUBMITTED, S.PUBLISHED},
        S.RETURNED,
        MODERATOR,
        "reason",
        is_public=False,
    ),
    _move(
        "refuse",
        N_("Do not publish"),
        {S.SUBMITTED, S.PUBLISHED},
        S.NOT_ADMITTED,
        MODERATOR,
        "reason",
        is_public=False,
    ),
    _move("accept", N_("Goes forward"), {S.PUBLISHED, S.UNDER_REVIEW}, S.ACCEPTED, MODERATOR, "answer"),
    _move(
        "decline",
        N_("Does not go forward"),
        {S.PUBLISHED, S.UNDER_REVIEW},
        S.DECLINED,
        MODERATOR,
        "answer",
        "reason",
    ),
    _move(
        "recognise",
        N_("Is already under way"),
        {S.PUBLISHED, S.UNDER_REVIEW},
        S.IN_PROGRESS,
        MODERATOR,
        "answer",
        "link",
    ),
    _move("start_review", N_("Take it up for review"), {S.PUBLISHED}, S.UNDER_REVIEW, MODERATOR, "review"),
    _move("start", N_("The work has begun"), {S.ACCEPTED}, S.IN_PROGRESS, SYSTEM | MODERATOR),
    _move(
        "complete",
        N_("It is done"),
        {S.ACCEPTED, S.IN_PROGRESS, S.NOT_REALISED},
        S.COMPLETED,
        SYSTEM | MODERATOR,
    ),
    _move("resume", N_("The work goes on"), {S.COMPLETED, S.NOT_REALISED}, S.IN_PROGRESS, SYSTEM | MODERATOR),
    _move(
        "pause_plan", N_("Back to planning"), {S.IN_PROGRESS, S.COMPLETED, S.NOT_REALISED}, S.ACCEPTED, SYSTEM
    ),
    _move(
        "give_up",
        N_("Came to nothing"),
        {S.ACCEPTED, S.IN_PROGRESS, S.COMPLETED},
        S.NOT_REALISED,
        MODERATOR | SYSTEM,
        "answer",
        "reason",
    ),
    _move(
        "withdraw",
        N_("Withdraw"),
        {S.SUBMITTED, S.RETURNED, S.PUBLISHED, S.UNDER_REVIEW},
        S.WITHDRAWN,
        AUTHOR,
        "explanation",
    ),
    _move(
        "reconsider",
        N_("Look at it again"),
        {S.NOT_ADMITTED},
        S.SUBMITTED,
        MODERATOR,
        "sentence",
        is_public=False,
    ),
    _move(
        "reopen",
        N_("Take it up again"),
        {S.DECLINED, S.NOT_REALISED},
        S.UNDER_REVIEW,
        MODERATOR,
        "sentence",
        "review",
    ),
    _move("merge", N_("Merge with another idea"), UNDECIDED, S.MERGED, MODERATOR | SYSTEM, "other"),
    _move("undo_merge", N_("Undo the merging"), {S.MERGED}, None, MODERATOR),
)

IDEAS: Lifecycle[IdeaStatus, IdeaMeaning] = Lifecycle(meanings=MEANINGS, moves=MOVES)
WITHHELD = IDEAS.statuses_where("is_withheld")
MERGEABLE = IDEAS.move("merge").sources
DRAFTS = IDEAS.statuses_where("is_draft")
LEADING_ON = IDEAS.statuses_where("leads_on")
PUBLIC = frozenset(IdeaStatus) - WITHHELD - LEADING_ON
