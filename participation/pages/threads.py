"""A discussion as templates/components/thread.html takes it, with what this reader may do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from participation.cases.lifecycle import HeldState
from participation.discussions import queries as discussions
from participation.discussions.models import Comment, Discussion
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.ideas.models import Idea
from participation.moderation.lifecycle import TOMBSTONES, DeletionReason
from participation.moderation.models import ModerationAct
from participation.moderation.queries.appeals import last_entry
from participation.pages.held import note_of
from participation.pages.texts import explanation, signature_of
from participation.web.addresses import url_for
from participation.web.templating import show_number
from participation.web.words import gettext, ngettext


@dataclass(frozen=True)
class ShownComment:
    """One comment in words; `actions` are (label, address), `note` is for its author alone."""

    id: int
    author: str
    role: str | None
    created_at: datetime
    is_edited: bool
    text: str
    state: str
    reason: str | None
    actions: tuple[tuple[str, str], ...]
    replies: tuple["ShownComment", ...] = ()
    on_behalf_of: str | None = None
    note: str = ""
    written_to: str | None = None


@dataclass(frozen=True)
class Thread:
    """A page of a discussion; `write_href` leads to the form where a visitor must sign in first."""

    heading: str
    comments: list[ShownComment]
    older_href: str | None
    newer_href: str | None
    is_open: bool
    write_href: str
    has_form: bool
    closing: "Closing | None" = None


@dataclass(frozen=True)
class Closing:
    """Why a moderator has closed it; `href` is where the idea's author asks for another look."""

    reason: str
    href: str | None


def thread_of(
    viewer: Actor,
    discussion: Discussion | None,
    arguments: Mapping[str, str],
    reasons: Mapping[str, str],
    *,
    closing: Closing | None = None,
) -> Thread | None:
    """The page of the discussion that the address asks for; none where there is no discussion."""
    if discussion is None or not discussion.is_public:
        return None
    page = discussions.thread(discussion, viewer=viewer, **discussions.place_in(arguments))
    return Thread(
        heading=_heading(discussion.comment_count),
        comments=[_shown(viewer, comment, reasons, replies) for comment, replies in page.comments],
        older_href=f"?until={page.older}#kommentarer" if page.older else None,
        newer_href=f"?after={page.newer}#kommentarer" if page.newer else None,
        is_open=discussion.is_open,
        write_href=url_for("discussions.comment", discussion_id=discussion.id),
        has_form=can(viewer, "discussions.comment", discussion) and bool(getattr(viewer, "display_name", "")),
        closing=closing,
    )


def closing_of(viewer: Actor, idea: Idea, reasons: Mapping[str, str]) -> Closing | None:
    """Why the idea takes no comments, if a moderator has closed its discussion."""
    if idea.discussion_closed_at is None:
        return None
    reason = explanation(reasons, idea.discussion_closed_reason, idea.discussion_closed_sentence)
    if viewer.actor_id != idea.author_id:
        return Closing(reason, None)
    entry = last_entry(ModerationAct.CLOSE, idea_id=idea.id)
    return Closing(reason, url_for("moderation.decision", entry_id=entry.id) if entry else None)


def _heading(count: int) -> str:
    if not count:
        return gettext("No comments yet")
    return ngettext("%(count)s comment", "%(count)s comments", count, count=show_number(count))


def _shown(
    viewer: Actor, comment: Comment, reasons: Mapping[str, str], replies: list[Comment] | None = None
) -> ShownComment:
    author, behalf = _signature(viewer, comment)
    return ShownComment(
        id=comment.id,
        author=author,
        on_behalf_of=behalf,
        role=gettext("The municipality") if comment.author.is_staff else None,
        created_at=comment.created_at,
        is_edited=comment.edited_at is not None,
        text=comment.body,
        state=_state(viewer, comment),
        note=note_of(comment, reasons) if viewer.actor_id == comment.author_id else "",
        reason=_reason(comment, reasons),
        actions=_actions(viewer, comment),
        written_to=_written_to(comment),
        replies=tuple(_shown(viewer, reply, reasons) for reply in replies or ()),
    )


def _written_to(comment: Comment) -> str | None:
    """What the idea was called that it came from, unless that is hidden."""
    home = comment.home if comment.parent_id is None else None
    return home.subject_title if home is not None and home.is_public else None


def _signature(viewer: Actor, comment: Comment) -> tuple[str, str | None]:
    name = comment.author.display_name or gettext("Former user")
    return signature_of(viewer, name, comment.organisation)


def _reason(comment: Comment, reasons: Mapping[str, str]) -> str | None:
    if comment.erased_at is not None:
        return gettext(TOMBSTONES[DeletionReason(comment.hidden_reason or "")])
    return explanation(reasons, comment.hidden_reason, comment.hidden_sentence) or None


def _state(viewer: Actor, comment: Comment) -> str:
    """What is held is there for its author alone, and an empty place where others have replied."""
    if comment.erased_at is not None:
        return "erased"
    if comment.deleted_at is not None:
        return "deleted"
    if comment.hidden_at is not None:
        return "hidden"
    return "held" if comment.is_held and viewer.actor_id != comment.author_id else "shown"


def _actions(viewer: Actor, comment: Comment) -> tuple[tuple[str, str], ...]:
    """A visitor is shown "reply" too: the page behind it asks to sign in."""
    if _state(viewer, comment) != "shown":
        return _ways_back(viewer, comment)
    takes_replies = comment.discussion.is_open and comment.parent_id is None and not comment.is_held
    is_refused = comment.held_state is HeldState.REFUSED and viewer.actor_id == comment.author_id
    rows = (
        (is_refused, gettext("Ask somebody else to look at it"), "moderation.comment_decision"),
        (takes_replies, gettext("Reply"), "discussions.reply"),
        (can(viewer, "discussions.edit", comment), gettext("Edit"), "discussions.edit"),
        (can(viewer, "discussions.delete", comment), gettext("Delete"), "discussions.delete"),
        (can(viewer, "moderation.hide_comment", comment), gettext("Hide"), "moderation.hide_comment"),
        _deleting(viewer, comment),
        (can(viewer, "moderation.report", comment), gettext("Report"), "moderation.report_comment"),
    )
    return _linked(comment, rows)


def _ways_back(viewer: Actor, comment: Comment) -> tuple[tuple[str, str], ...]:
    """What is hidden can be shown again by staff, and still be deleted by its author."""
    is_hidden = comment.hidden_at is not None
    is_staff = is_hidden and can(viewer, "moderation.hide_comment", comment)
    is_own = is_hidden and viewer.actor_id == comment.author_id
    rows = (
        (is_own, gettext("Ask somebody else to look at it"), "moderation.comment_decision"),
        (is_staff, gettext("Show again"), "moderation.show_comment"),
        _deleting(viewer, comment),
        (can(viewer, "discussions.delete", comment), gettext("Delete"), "discussions.delete"),
    )
    return _linked(comment, rows)


def _deleting(viewer: Actor, comment: Comment) -> tuple[bool, str, str]:
    may = can(viewer, "moderation.propose_deletion", comment)
    return may, gettext("Delete for good"), "moderation.delete_comment"


def _linked(comment: Comment, rows: Iterable[tuple[bool, str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (label, url_for(endpoint, comment_id=comment.id))
        for is_offered, label, endpoint in rows
        if is_offered
    )
