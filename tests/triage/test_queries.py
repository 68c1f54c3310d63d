"""How many people hear of a move, once each."""

from participation.accounts.models import Person
from participation.extensions import db
from participation.follows.models import Follow
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.municipalities.models import Municipality
from participation.triage import queries
from participation.votes.models import Vote
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory
from tests.triage.conftest import idea_at


def test_each_person_is_counted_once(moderator: Person) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    supporter, commenter, follower, doubtful = (PersonFactory().id for _ in range(4))
    db.session.add(Vote(idea_id=idea.id, person_id=idea.author_id))
    db.session.add(Vote(idea_id=idea.id, person_id=supporter))
    db.session.add(Vote(idea_id=idea.id, person_id=doubtful, invalidated_at=now()))
    CommentFactory(discussion_id=idea.discussion_id, author_id=supporter)
    CommentFactory(discussion_id=idea.discussion_id, author_id=commenter)
    CommentFactory()
    db.session.add(Follow(idea_id=idea.id, person_id=follower))
    db.session.flush()
    told = {"authors": 1, "supporters": 1, "commenters": 1, "followers": 1}
    assert queries.people_told(moderator, idea.id) == told
    assert queries.people_told(moderator, idea.id, only_authors=True) == {"authors": 1}


def test_newcomer_has_sent_one_idea(municipality: Municipality) -> None:
    first, second = idea_at(IdeaStatus.PUBLISHED), idea_at(IdeaStatus.PUBLISHED)
    idea_at(IdeaStatus.SUBMITTED, author_id=second.author_id)
    idea_at(IdeaStatus.DRAFT, author_id=first.author_id)
    assert queries.newcomers([first.author_id, second.author_id]) == {first.author_id}
