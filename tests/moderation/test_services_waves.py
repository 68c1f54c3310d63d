"""Waves: seen, held, shown again, turned down; and never anything by itself."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.cases.lifecycle import HeldState, HoldReason
from participation.cases.models import CaseKind
from participation.discussions import services as discussions
from participation.discussions.models import Comment
from participation.extensions import db
from participation.foundation.actors import Nobody
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas import queries as ideas
from participation.ideas.models import Idea
from participation.moderation.lifecycle import Verdict
from participation.moderation.models import ModerationEntry, Wave, WaveKind
from participation.moderation.queries import waves as queries
from participation.moderation.rules import waves as rules
from participation.moderation.services import waves as services
from participation.moderation.services.appeals import appeal, decide
from participation.moderation.services.watching import watch
from participation.municipalities.models import Municipality
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory

SPAM = "Køb billige ure fra Schweiz med stor rabat hos os {}"


@pytest.fixture
def idea(municipality: Municipality) -> Idea:
    idea = IdeaFactory(submitted_at=now() - timedelta(days=2))
    idea.discussion.place, idea.discussion.subject_title = f"ideer/{idea.id}-x", "Flere træer"
    return idea


@pytest.fixture
def posts(idea: Idea) -> list[Comment]:
    """Six comments that are nearly the same, by six accounts."""
    written = [
        discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body=SPAM.format(n))
        for n in range(rules.POSTS)
    ]
    db.session.flush()
    return written


def waves() -> list[Wave]:
    return list(db.session.scalars(select(Wave).order_by(Wave.id)))


def the_wave() -> Wave:
    watch()
    [wave] = waves()
    return wave


def test_like_posts_open_one_case_and_nothing_else(posts: list[Comment]) -> None:
    wave = the_wave()
    watch()
    assert waves() == [wave]
    assert wave.case.kind is CaseKind.WAVE and wave.case.is_open
    assert wave.case.place == f"opgaver/boelger/{wave.id}"
    assert "Køb" not in wave.case.subject_title
    assert {entry.comment_id for entry in queries.entries_of(wave)} == {post.id for post in posts}
    assert not any(post.is_held for post in posts)


def test_different_posts_are_no_wave(idea: Idea) -> None:
    for word in ("bænke", "træer", "lys", "stier", "skraldespande", "cykler", "fodbold"):
        body = f"Jeg synes der mangler {word} ved stationen. Det siger alle {word[::-1]} {word * 2}."
        discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body=body)
    watch()
    assert waves() == []


def test_short_posts_are_alike_by_chance(idea: Idea) -> None:
    for _ in range(rules.POSTS + 2):
        discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body="Rigtig god idé!")
    watch()
    assert waves() == []


def test_old_posts_and_those_of_staff_are_no_wave(posts: list[Comment], moderator: Person) -> None:
    posts[0].created_at = now() - timedelta(hours=2)
    posts[1].author_id = moderator.id
    db.session.flush()
    watch()
    assert waves() == []


def test_a_wave_grows(posts: list[Comment], idea: Idea) -> None:
    wave = the_wave()
    discussions.comment(actor=PersonFactory(), discussion=idea.discussion, body=SPAM.format("nu"))
    assert the_wave() is wave
    assert len(queries.entries_of(wave)) == rules.POSTS + 1


def test_what_was_let_stand_is_not_raised_again(posts: list[Comment], moderator: Person) -> None:
    services.settle_wave(actor=moderator, wave=the_wave())
    watch()
    assert len(waves()) == 1


def test_one_act_holds_all_and_one_undoes_it(posts: list[Comment], idea: Idea, moderator: Person) -> None:
    wave = the_wave()
    assert services.hold_wave(actor=moderator, wave=wave) == rules.POSTS
    assert services.hold_wave(actor=moderator, wave=wave) == 0
    assert all(post.held_reason == HoldReason.WAVE for post in posts)
    db.session.refresh(idea.discussion)
    assert idea.discussion.comment_count == 0
    assert services.release_wave(actor=moderator, wave=wave) == rules.POSTS
    db.session.refresh(idea.discussion)
    assert idea.discussion.comment_count == rules.POSTS
    assert not any(post.is_held for post in posts)


def test_the_chosen_alone_are_held(posts: list[Comment], moderator: Person) -> None:
    wave = the_wave()
    first = queries.entries_of(wave)[0]
    assert services.hold_wave(actor=moderator, wave=wave, chosen=[first.id]) == 1
    assert [post.is_held for post in posts] == [True] + [False] * (rules.POSTS - 1)


def test_published_ideas_vanish_and_come_back(moderator: Person) -> None:
    texts = {"body": SPAM.format("i dag"), "title": "Ure"}
    found = [IdeaFactory(**texts) for _ in range(rules.POSTS)]
    wave = the_wave()
    services.hold_wave(actor=moderator, wave=wave)
    assert all(ideas.find(Nobody(), idea.id) is None for idea in found)
    assert all(idea.discussion and not idea.discussion.is_public for idea in found)
    services.release_wave(actor=moderator, wave=wave)
    assert all(ideas.find(Nobody(), idea.id) is idea for idea in found)


def test_turned_down_by_one_rule(posts: list[Comment], moderator: Person) -> None:
    wave = the_wave()
    why: dict[str, Any] = {"reason_code": "advertising", "sentence": "Her er ikke plads til reklame."}
    with pytest.raises(RuleViolation):
        services.turn_down_wave(actor=moderator, wave=wave, **why)
    services.hold_wave(actor=moderator, wave=wave)
    with pytest.raises(RuleViolation):
        services.settle_wave(actor=moderator, wave=wave)
    assert services.turn_down_wave(actor=moderator, wave=wave, **why) == rules.POSTS
    assert all(post.held_state is HeldState.REFUSED and post.is_held for post in posts)
    assert not wave.case.is_open


def test_who_wrote_by_chance_what_a_wave_says_is_heard(
    posts: list[Comment], moderator: Person, administrator: Person
) -> None:
    wave = the_wave()
    services.hold_wave(actor=moderator, wave=wave)
    why: dict[str, Any] = {"reason_code": "advertising", "sentence": "Her er ikke plads til reklame."}
    services.turn_down_wave(actor=moderator, wave=wave, **why)
    entry = db.session.scalars(select(ModerationEntry).where(ModerationEntry.comment_id == posts[0].id)).one()
    asked = appeal(actor=posts[0].author, act=entry, body="Det er min fars butik.")
    decide(actor=administrator, appeal=asked, verdict=Verdict.OVERTURNED, sentence="Så er det i orden.")
    assert [post.is_held for post in posts] == [False] + [True] * (rules.POSTS - 1)


def test_many_new_accounts_are_a_wave(municipality: Municipality, idea: Idea, moderator: Person) -> None:
    people = [PersonFactory() for _ in range(rules.SIGN_UPS)]
    wave = the_wave()
    assert wave.kind is WaveKind.SIGN_UPS
    post = discussions.comment(actor=people[0], discussion=idea.discussion, body="Hej")
    services.hold_wave(actor=moderator, wave=wave)
    assert post.is_held
    later = discussions.comment(actor=people[1], discussion=idea.discussion, body="Hej igen")
    assert later.held_reason == HoldReason.WAVE
    services.release_wave(actor=moderator, wave=wave)
    assert not post.is_held and people[0].posts_held_at is None


def test_residents_hold_nothing(posts: list[Comment], citizen: Person) -> None:
    wave = the_wave()
    for verb in (services.hold_wave, services.release_wave, services.settle_wave):
        with pytest.raises(Forbidden):
            verb(actor=citizen, wave=wave)  # type: ignore[operator]
