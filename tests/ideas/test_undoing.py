"""A move remembers what the idea was, and gives it back."""

from datetime import timedelta

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import today
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services.moves import Details, move
from participation.ideas.services.undoing import give_back, remembered
from tests.factories.ideas import IdeaFactory


def columns(idea: Idea) -> dict[str, object]:
    return {name: getattr(idea, name) for name in remembered(idea=idea)}


def test_a_move_keeps_what_was_before_and_gives_it_back(moderator: Person) -> None:
    idea = IdeaFactory(status=IdeaStatus.PUBLISHED)
    before = columns(idea)
    details = Details(review_place="Teknikudvalget", until=today() + timedelta(days=40))
    logged = move(actor=moderator, idea=idea, name="start_review", details=details)
    db.session.expire_all()
    assert columns(idea) != before
    give_back(idea=idea, before=logged.before)
    db.session.flush()
    db.session.expire_all()
    assert columns(idea) == before
