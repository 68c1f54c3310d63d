"""What staff can do with a case: the moves of the ideas' table, and two acts that move nothing."""

from dataclasses import dataclass

from participation.cases.models import CaseKind
from participation.foundation.text import N_
from participation.ideas.lifecycle import IDEAS, IdeaStatus

# So many acts stand as buttons; the others are folded.
LIKELY = 4
# They concern two ideas.
ON_PAGES_OF_THEIR_OWN = frozenset({"merge", "undo_merge"})


KINDS = {
    CaseKind.REVIEW: N_("To be read"),
    CaseKind.ANSWER: N_("Needs an answer"),
    CaseKind.HELD: N_("Held back until you have looked"),
    CaseKind.REPORT: N_("Reported"),
    CaseKind.APPEAL: N_("Somebody asks for another look"),
    CaseKind.DELETION: N_("To be deleted when two agree"),
    CaseKind.WAVE: N_("Many alike in a short time"),
    CaseKind.ORGANISATION: N_("About an association or group"),
    CaseKind.OFFER: N_("Somebody offers to carry an idea out"),
    CaseKind.AGREEMENT: N_("An agreement ends soon"),
    CaseKind.FEEDBACK: N_("Somebody says that it did not help"),
}


@dataclass(frozen=True)
class Act:
    """One button on a case: what it needs, where it leads (None when the idea stays), who is told.

    `follows_projects` is a move that linked projects make once there are any.
    """

    name: str
    label: str
    permission: str
    needs: frozenset[str]
    target: IdeaStatus | None = None
    is_public: bool = True
    follows_projects: bool = False


def _moves() -> dict[str, Act]:
    return {
        move.name: Act(
            name=move.name,
            label=move.label,
            permission=f"ideas.move_{move.name}",
            needs=_wanted(move.needs),
            target=move.target,
            is_public=move.is_public,
            follows_projects=all(IDEAS.meanings[each].takes_projects for each in move.sources),
        )
        for move in IDEAS.moves
        if "moderator" in move.by and move.name not in ON_PAGES_OF_THEIR_OWN
    }


def _wanted(needs: frozenset[str]) -> frozenset[str]:
    """A reason comes with a sentence of one's own, which an answer is; a bare move may have a few words."""
    if "reason" in needs and "answer" not in needs:
        return needs | {"sentence"}
    return needs or frozenset({"words"})


_OTHERS = {
    "answer_for_now": Act(
        "answer_for_now", N_("Answer for now"), "ideas.answer_for_now", frozenset({"interim", "promise"})
    ),
    "confirm_review": Act(
        "confirm_review", N_("It can stay as it is"), "ideas.confirm_review", frozenset(), is_public=False
    ),
}
_ALL = _moves() | _OTHERS
# The likeliest first; what the table of moves has besides comes last.
_ORDER = (
    "confirm_review",
    "publish",
    "return",
    "refuse",
    "accept",
    "decline",
    "answer_for_now",
    "start_review",
    "recognise",
)
ACTS: dict[str, Act] = {name: _ALL[name] for name in (*_ORDER, *sorted(_ALL.keys() - set(_ORDER)))}
