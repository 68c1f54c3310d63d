"""The support panel of an idea: which of its four states this reader sees, and the promise beside it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.clock import now
from participation.ideas.models import Answer, Idea
from participation.pages.cards import idea_address
from participation.votes import queries as votes
from participation.web.addresses import url_for
from participation.web.words import gettext


@dataclass(frozen=True)
class Support:
    """`state` is link, form, given or closed; `action` is where the button leads.

    `earlier` of them are of the strategy before; `renew_action` is where the reader renews one of those.
    """

    count: int
    state: str
    action: str
    note: str | None
    earlier: int = 0
    renew_action: str = ""

    @property
    def present(self) -> int:
        """How many support it in the period of the present strategy."""
        return max(self.count - self.earlier, 0)

    @property
    def is_open(self) -> bool:
        """Whether there is anything to press."""
        return bool(self.action)


@dataclass(frozen=True)
class Promise:
    """What is promised, and was promised before; `state` is open or late."""

    answer_by: datetime
    state: str
    where: str | None
    support_until: datetime | None
    earlier: list[datetime] = field(default_factory=list)


def support_of(viewer: Actor, idea: Idea, *, is_supporting: bool) -> Support | None:
    """The panel; none before publication. Support of the strategy before is labelled as such."""
    panel = _panel(viewer, idea, is_supporting=is_supporting)
    if panel is None or idea.carried_at is None:
        return panel
    may_renew = is_supporting and can(viewer, "votes.renew", idea) and votes.is_renewable(viewer, idea)
    renew = url_for("votes.renew", idea_id=idea.id) if may_renew else ""
    return replace(panel, earlier=min(votes.of_earlier_period(idea), panel.count), renew_action=renew)


def _panel(viewer: Actor, idea: Idea, *, is_supporting: bool) -> Support | None:
    if idea.published_at is None or idea.meaning.is_withheld:
        return None
    if not idea.meaning.takes_votes or idea.is_hidden:
        frozen = idea.support_count if idea.decided_support is None else idea.decided_support
        return Support(frozen, "closed", "", None)
    note = gettext("Support is not a vote. It shows the municipality how many wish for it.")
    if viewer.actor_id is None:
        action = url_for("accounts.sign_in", intent=f"votes.support:{idea.id}", next=idea_address(idea))
        return Support(idea.support_count, "link", action, note)
    if is_supporting:
        return Support(idea.support_count, "given", url_for("votes.withdraw", idea_id=idea.id), None)
    if not can(viewer, "votes.support", idea):
        return Support(idea.support_count, "closed", "", None)
    return Support(idea.support_count, "form", url_for("votes.support", idea_id=idea.id), note)


def promise_of(idea: Idea, answers: list[Answer]) -> Promise | None:
    """The promise of an answer; none where none is awaited."""
    if not idea.meaning.awaits_answer or idea.answer_due_at is None:
        return None
    earlier = [answer.was_promised_at for answer in answers if answer.was_promised_at]
    first = [idea.first_answer_due_at] if idea.first_answer_due_at else []
    before = sorted({moment for moment in [*first, *earlier] if moment != idea.answer_due_at})
    is_open = idea.support_closes_at is not None and idea.support_closes_at >= now()
    return Promise(
        answer_by=idea.answer_due_at,
        state="late" if idea.answer_due_at < now() else "open",
        where=gettext("It is treated here: %(place)s", place=idea.review_place)
        if idea.review_place
        else None,
        support_until=idea.support_closes_at if is_open else None,
        earlier=before,
    )


@dataclass(frozen=True)
class Following:
    """`offer` is link, form, given, supporting (who supports hears it anyway) or closed."""

    offer: str
    action: str = ""


def follow_of(viewer: Actor, idea: Idea, *, is_following: bool, is_supporting: bool) -> Following:
    """Whether the reader hears what happens, or can ask to."""
    if idea.published_at is None or idea.is_hidden:
        return Following("closed")
    if viewer.actor_id is None:
        errand = f"follows.follow:{idea.id}"
        return Following("link", url_for("accounts.sign_in", intent=errand, next=idea_address(idea)))
    if is_following:
        return Following("given", url_for("follows.unfollow", idea_id=idea.id))
    if is_supporting:
        return Following("supporting")
    return Following("form", url_for("follows.follow", idea_id=idea.id))
