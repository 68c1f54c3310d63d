"""Agreeing to a changed text, or not."""

from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.ideas.models import Idea, IdeaVersion, VersionState
from tests.factories.ideas import IdeaFactory


@pytest.fixture
def waiting(moderator: Person) -> IdeaVersion:
    idea = IdeaFactory(body="Plant fem træer.", support_count=12)
    version = IdeaVersion(
        idea_id=idea.id,
        number=2,
        title=idea.title,
        body="Plant ti træer.",
        place="",
        state=VersionState.PROPOSED,
    )
    db.session.add(version)
    db.session.flush()
    return version


@pytest.mark.parametrize(("agrees", "body"), [("yes", "Plant ti træer."), ("no", "Plant fem træer.")])
def test_moderator_decides(desk: Any, waiting: IdeaVersion, agrees: str, body: str) -> None:
    address = f"/vallensbaek/opgaver/{waiting.idea_id}"
    page = desk.get(address).text
    assert "<del>" in page and "<ins>" in page
    sent = {"seen": str(waiting.id), "agrees": agrees}
    assert [desk.post(f"{address}/tekst", data=sent).location for _click in "ab"] == [address, address]
    assert db.session.get_one(Idea, waiting.idea_id).body == body
    assert "<del>" not in desk.get(address).text


def test_another_text_than_the_one_shown_is_not_agreed_to(desk: Any, waiting: IdeaVersion) -> None:
    sent = {"seen": str(waiting.id + 1), "agrees": "yes"}
    answer = desk.post(f"/vallensbaek/opgaver/{waiting.idea_id}/tekst", data=sent)
    assert answer.status_code == 409
    assert db.session.get_one(Idea, waiting.idea_id).body == "Plant fem træer."
