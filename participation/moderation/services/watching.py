"""The worker's look at what came in lately: a wave opens one case, and nothing else happens by itself."""

from collections.abc import Sequence
from datetime import datetime

from participation.accounts.models import Person
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.discussions.models import Comment
from participation.extensions import db, lock
from participation.foundation.clock import LOCAL, now
from participation.ideas.models import Idea
from participation.moderation.models import Wave, WaveEntry, WaveKind
from participation.moderation.queries import waves as queries
from participation.moderation.queries.waves import Post
from participation.moderation.rules import promise, waves
from participation.municipalities import queries as municipalities


def watch() -> None:
    """Look for like posts and for many new accounts; the waves that are known already only grow."""
    moment = now()
    groups = waves.groups(queries.posts_since(moment - waves.POSTS_WITHIN))
    arrivals = queries.sign_ups_since(moment - waves.SIGN_UPS_WITHIN)
    are_many = len(arrivals) >= waves.SIGN_UPS
    if groups or are_many:
        # One worker at a time, so that two never open a case each.
        lock(municipalities.current())
    for posts in groups:
        _note_posts(posts)
    if are_many:
        _note_sign_ups(arrivals)


def _note_posts(posts: Sequence[Post]) -> None:
    wave = queries.open_wave(WaveKind.POSTS, posts=posts)
    if wave is None and queries.is_settled(posts):
        return
    first, last = _written_at(posts[0]), _written_at(posts[-1])
    wave = wave or _begun(WaveKind.POSTS, first)
    wave.last_at = max(wave.last_at, last)
    add_posts(wave=wave, posts=posts)


def _note_sign_ups(people: Sequence[Person]) -> None:
    wave = queries.open_wave(WaveKind.SIGN_UPS)
    before = queries.last_sign_ups()
    if wave is None and before is not None and before.last_at >= people[0].created_at:
        return
    wave = wave or _begun(WaveKind.SIGN_UPS, people[0].created_at)
    wave.last_at = people[-1].created_at
    known = {entry.person_id for entry in queries.entries_of(wave)}
    rows = [WaveEntry(wave_id=wave.id, person_id=person.id) for person in people if person.id not in known]
    db.session.add_all(rows)


def _begun(kind: WaveKind, first_at: datetime) -> Wave:
    """Called by its time, in figures: no words of a post that may be deleted are kept there."""
    title = f"{first_at.astimezone(LOCAL):%d.%m.%Y %H.%M}"
    due_at = promise(municipalities.settings().review_working_days)
    case = cases.open_case(kind=CaseKind.WAVE, due_at=due_at, title=title)
    wave = Wave(kind=kind, case_id=case.id, first_at=first_at, last_at=first_at)
    db.session.add(wave)
    db.session.flush()
    case.place = f"opgaver/boelger/{wave.id}"
    return wave


def add_posts(*, wave: Wave, posts: Sequence[Post]) -> None:
    """Let these belong to the wave, each once."""
    entries = queries.entries_of(wave)
    known = {("idea_id", each.idea_id) for each in entries} | {("comment_id", e.comment_id) for e in entries}
    for post in posts:
        column = "idea_id" if isinstance(post, Idea) else "comment_id"
        if (column, post.id) not in known:
            db.session.add(WaveEntry(wave_id=wave.id, person_id=post.author_id, **{column: post.id}))
    db.session.flush()


def _written_at(post: Post) -> datetime:
    return post.created_at if isinstance(post, Comment) else post.submitted_at or post.created_at
