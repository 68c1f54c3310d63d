"""Hiding and showing through the forms."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from tests.factories.ideas import CommentFactory, IdeaFactory
from tests.factories.municipalities import ReasonFactory

SENTENCE = "Der står et navn i teksten."


@pytest.fixture
def desk(moderator: Person, client_of: Callable[[Person], Any]) -> Any:
    return client_of(moderator)


@pytest.mark.parametrize(("factory", "path"), [(IdeaFactory, "ideer"), (CommentFactory, "kommentarer")])
def test_hide_and_show_again(desk: Any, factory: Any, path: str) -> None:
    thing, reason = factory(), ReasonFactory()
    sent = {"reason_code": reason.code, "sentence": SENTENCE}
    hide, show = (f"/vallensbaek/{path}/{thing.id}/{verb}" for verb in ("skjul", "vis-igen"))
    assert reason.text_da in desk.get(hide).text
    look = desk.post(hide, data=sent | {"step": "preview"})
    assert SENTENCE in look.text and reason.text_da in look.text
    assert thing.hidden_at is None
    assert desk.post(hide, data=sent | {"step": "send"}).status_code == 302
    assert thing.hidden_at is not None
    assert desk.post(show, data={"sentence": "Navnet er væk.", "step": "send"}).status_code == 302
    assert thing.hidden_at is None


def test_reason_and_sentence_are_asked_for(desk: Any) -> None:
    idea = IdeaFactory()
    ReasonFactory()
    answer = desk.post(f"/vallensbaek/ideer/{idea.id}/skjul", data={"sentence": SENTENCE, "step": "send"})
    assert answer.status_code == 422
    assert SENTENCE in answer.text
    assert idea.hidden_at is None


@pytest.mark.parametrize("path", ["ideer/{}/skjul", "ideer/{}/vis-igen", "kommentarer/{}/skjul"])
def test_citizen_hides_nothing(citizen: Person, client_of: Callable[[Person], Any], path: str) -> None:
    idea = IdeaFactory()
    number = CommentFactory(discussion_id=idea.discussion_id).id if "kommentarer" in path else idea.id
    assert client_of(citizen).post(f"/vallensbaek/{path.format(number)}").status_code == 403


def test_what_does_not_exist_is_not_found(desk: Any) -> None:
    assert desk.get("/vallensbaek/ideer/999999/skjul").status_code == 404
    assert desk.get("/vallensbaek/kommentarer/999999/skjul").status_code == 404


def test_no_cpr_number_stands_in_a_sentence_that_is_published(desk: Any) -> None:
    idea, reason = IdeaFactory(), ReasonFactory()
    sent = {"reason_code": reason.code, "sentence": "Der står 010190-1234.", "step": "send"}
    answer = desk.post(f"/vallensbaek/ideer/{idea.id}/skjul", data=sent)
    assert answer.status_code == 422 and "ligner et CPR-nummer" in answer.text
    assert idea.hidden_at is None


@pytest.mark.parametrize("kind", ["anmeldelser", "ny-vurdering", "sletninger", "boelger", "tilbageholdt"])
def test_nobody_learns_by_numbers_what_waits(
    citizen: Person, client_of: Callable[[Person], Any], kind: str
) -> None:
    """Refused alike, whether there is such a task or not."""
    assert client_of(citizen).get(f"/vallensbaek/opgaver/{kind}/999999").status_code == 403
