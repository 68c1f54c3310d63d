"""Comments and replies; one is taken back, one is hidden."""

from collections.abc import Iterator
from functools import partial

from participation.demo.commands.acts import Act, Turn
from participation.demo.commands.world import Entry, World
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.moderation.services import hide_comment

Written = dict[int, Comment]


def acts_of(world: World, entry: Entry) -> Iterator[Act]:
    """What people write under one idea."""
    written: Written = {}
    for comment in entry.get("comments", []):
        yield from _acts(world, entry, comment, None, written)
        for reply in comment.get("replies", []):
            yield from _acts(world, entry, reply, comment, written)


def _acts(world: World, idea: Entry, comment: Entry, parent: Entry | None, written: Written) -> Iterator[Act]:
    turn = Turn.TALK if parent is None else Turn.LAST
    yield Act(comment["days_ago"], turn, partial(_write, world, idea, comment, parent, written))
    if "deleted_days_ago" in comment:
        yield Act(comment["deleted_days_ago"], Turn.LAST, partial(_delete, world, comment, written))
    if "hidden" in comment:
        yield Act(comment["hidden"]["days_ago"], Turn.LAST, partial(_hide, world, comment, written))


def _write(world: World, idea: Entry, comment: Entry, parent: Entry | None, written: Written) -> None:
    actor, body = world.people[comment["author"]], comment["body"]
    if parent is not None:
        written[id(comment)] = discussions.reply(actor=actor, parent=written[id(parent)], body=body)
        return
    discussion = world.ideas[idea["key"]].discussion
    assert discussion is not None
    written[id(comment)] = discussions.comment(actor=actor, discussion=discussion, body=body)


def _delete(world: World, comment: Entry, written: Written) -> None:
    discussions.delete(actor=world.people[comment["author"]], comment=written[id(comment)])


def _hide(world: World, comment: Entry, written: Written) -> None:
    hidden = comment["hidden"]
    hide_comment(
        actor=world.moderator,
        comment=written[id(comment)],
        reason_code=hidden["reason"],
        sentence=hidden["sentence"],
    )
