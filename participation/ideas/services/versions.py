"""An idea's text and its versions: number 1 is the text as published, each change is one more."""

from dataclasses import dataclass

from sqlalchemy import func, select

from participation.extensions import db
from participation.ideas import rules
from participation.ideas.models import Idea, IdeaVersion, PendingDraft, VersionState


@dataclass(frozen=True)
class IdeaText:
    """What an author writes; without a goal and inside the strategy, a moderator finds the goal."""

    title: str
    body: str = ""
    place: str = ""
    goal_id: int | None = None
    is_outside_strategy: bool = False

    @classmethod
    def of(cls, written: Idea | IdeaVersion | PendingDraft) -> "IdeaText":
        """The text as it stands somewhere."""
        return cls(
            written.title, written.body, written.place, written.goal_id, bool(written.is_outside_strategy)
        )

    def put_into(self, written: Idea | IdeaVersion | PendingDraft) -> None:
        """Let it stand there from now on."""
        written.title, written.body, written.place = self.title, self.body, self.place
        written.goal_id, written.is_outside_strategy = self.goal_id, self.is_outside_strategy

    def says_something_else(self, other: "IdeaText") -> bool:
        """Whether supporters should hear of the difference."""
        mine, others = (self.title, self.goal_id), (other.title, other.goal_id)
        return mine != others or rules.is_rewritten(self.body, other.body)

    @property
    def is_placed(self) -> bool:
        return self.goal_id is not None or self.is_outside_strategy


def keep_version(
    *,
    idea: Idea,
    text: IdeaText | None = None,
    state: VersionState = VersionState.CURRENT,
    changed_by_id: int | None = None,
) -> IdeaVersion:
    """Keep a text as the idea's next version; the idea's own text when none is given."""
    last = db.session.scalar(select(func.max(IdeaVersion.number)).where(IdeaVersion.idea_id == idea.id))
    version = IdeaVersion(
        idea_id=idea.id,
        number=(last or 0) + 1,
        state=state,
        changed_by_id=changed_by_id or idea.author_id,
    )
    (text or IdeaText.of(idea)).put_into(version)
    db.session.add(version)
    return version
