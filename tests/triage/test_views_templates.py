"""Templates and drafts in the answer form: chosen, filled in, insufficient alone; kept, restored, cleared."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person, Role
from participation.extensions import db
from participation.foundation.clock import end_of_day
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.triage.models import AnswerDraft, AnswerTemplate
from participation.triage.rules import ACTS
from tests.factories.accounts import PersonFactory
from tests.factories.municipalities import ReasonFactory
from tests.factories.strategies import GoalFactory
from tests.factories.triage import TemplateFactory
from tests.triage.conftest import ANSWER, idea_at
from tests.triage.dates import in_days

NEW = {
    "title": "Ja, med tak",
    "act": "accept",
    "reason_code": "",
    "doing": "Vi går videre med {idé}.",
    "is_active": "y",
}
PLACE = "/vallensbaek/opgaver/skabeloner"


@pytest.fixture
def idea() -> Idea:
    goal = GoalFactory(title="Grønt byliv")
    return idea_at(IdeaStatus.PUBLISHED, goal_id=goal.id, title="Flere træer")


def form_of(idea: Idea, **more: str) -> dict[str, str]:
    return ANSWER | {"version": str(idea.version)} | more


def test_template_is_written_changed_and_retired(desk: Any) -> None:
    assert desk.post(f"{PLACE}/ny", data=NEW).status_code == 303
    template = db.session.scalars(select(AnswerTemplate)).one()
    changed = {**NEW, "title": "Ja", "version": str(template.version)}
    del changed["is_active"]
    assert desk.post(f"{PLACE}/{template.id}", data=changed).status_code == 303
    assert (template.title, template.is_active) == ("Ja", False)
    assert "Ude af brug" in desk.get(PLACE).text


def test_a_double_click_saves_one(desk: Any) -> None:
    answers = [desk.post(f"{PLACE}/ny", data=NEW).status_code for _ in range(2)]
    (template,) = db.session.scalars(select(AnswerTemplate))
    changed = {**NEW, "title": "Ja", "version": str(template.version)}
    answers += [desk.post(f"{PLACE}/{template.id}", data=changed).status_code for _ in range(2)]
    assert answers == [303] * 4


@pytest.mark.parametrize("wrong", [{"doing": ""}, {"doing": "Prisen er {beløb}."}, {"title": " "}])
def test_a_wrong_template_is_refused(desk: Any, wrong: dict[str, str]) -> None:
    assert desk.post(f"{PLACE}/ny", data=NEW | wrong).status_code == 422
    assert db.session.scalars(select(AnswerTemplate)).all() == []


def test_a_late_change_is_no_overwriting(desk: Any) -> None:
    template = TemplateFactory(title="Som den var")
    answer = desk.post(f"{PLACE}/{template.id}", data=NEW | {"version": "0"})
    assert (answer.status_code, template.title) == (409, "Som den var")


def test_inserting_gives_the_form_back_filled_in(desk: Any, idea: Idea) -> None:
    template = TemplateFactory(reason_code=ReasonFactory().code)
    sent = form_of(idea, step="insert", template=str(template.id), doing="Tak for den.", why="")
    page = desk.post(f"/vallensbaek/opgaver/{idea.id}/decline", data=sent)
    assert page.status_code == 200
    assert "Tak for den.\n\nVi går videre med Flere træer." in page.text
    assert "Idéen passer til målet Grønt byliv." in page.text
    assert re.search('<input checked[^>]*name="reason_code"', page.text)
    assert "error-summary" not in page.text


@pytest.mark.parametrize(("days", "words"), [(5, "senest {:%-d}. "), (-5, "senest {{dato}}.")])
def test_only_a_day_ahead_is_promised(desk: Any, idea: Idea, days: int, words: str) -> None:
    idea.answer_due_at = end_of_day(in_days(days))
    sent = form_of(idea, step="insert", template=str(TemplateFactory().id), doing="")
    page = desk.post(f"/vallensbaek/opgaver/{idea.id}/accept", data=sent).text
    assert "Du hører fra os " + words.format(in_days(days)) in page


def test_only_fitting_templates_are_offered(desk: Any, idea: Idea) -> None:
    TemplateFactory(title="Til ja", act="accept")
    TemplateFactory(title="Til nej", act="decline")
    TemplateFactory(title="Gammel", is_active=False)
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}/accept").text
    assert [title in page for title in ("Til ja", "Til nej", "Gammel")] == [True, False, False]


@pytest.mark.parametrize("step", ["preview", "send"])
@pytest.mark.parametrize(
    "words",
    [
        {"doing": "Vi går videre med Flere træer.", "why": "Idéen passer til målet Grønt byliv."},
        {"doing": "Vi går videre med noget andet.", "why": "Idéen passer til målet Ny by."},
    ],
)
def test_a_template_alone_is_refused(desk: Any, idea: Idea, step: str, words: dict[str, str]) -> None:
    TemplateFactory()
    sent = form_of(idea, step=step, next_steps="", **words)
    answer = desk.post(f"/vallensbaek/opgaver/{idea.id}/accept", data=sent)
    assert answer.status_code == 422
    assert "Det er kun skabelonens tekst." in answer.text
    assert idea.status is IdeaStatus.PUBLISHED


def test_what_is_left_to_fill_in_is_named(desk: Any, idea: Idea) -> None:
    sent = form_of(idea, step="send", next_steps="Du hører fra os senest {dato}.")
    answer = desk.post(f"/vallensbaek/opgaver/{idea.id}/accept", data=sent)
    assert "Der står stadig {dato} i svaret." in answer.text


def test_a_sentence_of_ones_own_is_enough(desk: Any, idea: Idea) -> None:
    TemplateFactory()
    doing = "Vi går videre med Flere træer. De ti første kommer til at stå langs perronen."
    desk.post(f"/vallensbaek/opgaver/{idea.id}/accept", data=form_of(idea, step="send", doing=doing))
    assert idea.status is IdeaStatus.ACCEPTED


def test_an_interim_answer_is_held_to_the_same(desk: Any, idea: Idea, fill: Callable[..., Any]) -> None:
    TemplateFactory(doing=ANSWER["doing"], why=ANSWER["why"] + "\n" + ANSWER["next_steps"])
    sent = fill(ACTS["answer_for_now"]) | {"version": str(idea.version), "step": "send"}
    assert desk.post(f"/vallensbaek/opgaver/{idea.id}/answer_for_now", data=sent).status_code == 422
    assert ideas.answers_of(idea) == []


def test_draft_is_kept_restored_and_cleared_when_sent(desk: Any, idea: Idea) -> None:
    address = f"/vallensbaek/opgaver/{idea.id}/accept"
    kept = desk.post(f"{address}/kladde", data=form_of(idea, doing="Halvt skrevet", decided_on="i går"))
    assert kept.location == address
    assert "Halvt skrevet" in desk.get(address).text
    assert "Du har en kladde" in desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    desk.post(address, data=form_of(idea, step="send"))
    assert idea.status is IdeaStatus.ACCEPTED
    assert db.session.scalars(select(AnswerDraft)).all() == []


def test_draft_saves_quietly_and_the_latest_counts(desk: Any, idea: Idea) -> None:
    address = f"/vallensbaek/opgaver/{idea.id}/accept/kladde"
    for doing in ("En", "To"):
        assert desk.post(address, data={"doing": doing, "quietly": "1"}).status_code == 204
    assert [draft.fields for draft in db.session.scalars(select(AnswerDraft))] == [{"doing": "To"}]


def test_a_draft_is_thrown_away(desk: Any, idea: Idea) -> None:
    address = f"/vallensbaek/opgaver/{idea.id}/accept"
    desk.post(f"{address}/kladde", data={"doing": "Halvt skrevet"})
    assert "Smid kladden ud" in desk.get(address).text
    gone = desk.post(f"{address}/kladde", data={"doing": "Halvt skrevet", "drop": "1"})
    page = desk.get(gone.location).text
    assert "Halvt skrevet" not in page and "Smid kladden ud" not in page
    assert db.session.scalars(select(AnswerDraft)).all() == []


def test_a_draft_is_its_writers_alone(desk: Any, idea: Idea, client_of: Callable[..., Any]) -> None:
    desk.post(f"/vallensbaek/opgaver/{idea.id}/accept/kladde", data={"doing": "Halvt skrevet"})
    colleague = client_of(PersonFactory(role=Role.MODERATOR))
    assert "Halvt skrevet" not in colleague.get(f"/vallensbaek/opgaver/{idea.id}/accept").text
    assert "kladde" not in colleague.get(f"/vallensbaek/opgaver/{idea.id}").text


def test_departments_that_have_answered_are_suggested(desk: Any, idea: Idea, moderator: Person) -> None:
    desk.post(f"/vallensbaek/opgaver/{idea.id}/accept", data=form_of(idea, step="send"))
    page = desk.get(f"/vallensbaek/opgaver/{idea_at(IdeaStatus.PUBLISHED).id}/accept").text
    assert 'list="departments"' in page
    assert '<option value="Park og Vej">' in page
