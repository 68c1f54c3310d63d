"""Every act through its form: look, send; something missing; a colleague who was faster; who may."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.ideas import queries as ideas
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.projects import queries as projects
from participation.projects.lifecycle import ProjectStatus
from participation.triage.rules import ACTS, Act
from tests.factories.ideas import IdeaFactory
from tests.factories.projects import ProjectFactory
from tests.triage.conftest import idea_at

Fill = Callable[[Act], dict[str, str]]
MOVES = [act for act in ACTS.values() if act.target]
every_move = pytest.mark.parametrize("act", MOVES, ids=lambda act: act.name)


def start_of(act: Act) -> Idea:
    return idea_at(min(IDEAS.move(act.name).sources), reviewed_at=None)


def address(idea: Idea, name: str) -> str:
    return f"/vallensbaek/opgaver/{idea.id}/{name}"


@every_move
def test_move_is_looked_at_and_sent(act: Act, desk: Any, fill: Fill) -> None:
    idea = start_of(act)
    sent = fill(act) | {"version": str(idea.version)}
    assert desk.get(address(idea, act.name)).status_code == 200
    look = desk.post(address(idea, act.name), data=sent | {"step": "preview"})
    assert look.status_code == 200
    assert idea.status is not act.target
    answer = desk.post(address(idea, act.name), data=sent | {"step": "send"})
    assert answer.location == "/vallensbaek/opgaver/"
    assert idea.status is act.target


@pytest.mark.parametrize(
    "act", [act for act in MOVES if act.needs != frozenset({"words"})], ids=lambda act: act.name
)
def test_missing_words_are_asked_for_and_the_rest_is_kept(act: Act, desk: Any, fill: Fill) -> None:
    idea = start_of(act)
    kept = dict(list(fill(act).items())[1:]) | {"version": str(idea.version), "step": "send"}
    answer = desk.post(address(idea, act.name), data=kept)
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert all(kept[name] in answer.text for name in ("doing", "why", "sentence") if name in kept)
    assert idea.status is not act.target


@every_move
def test_colleague_was_faster(act: Act, desk: Any, fill: Fill) -> None:
    idea = start_of(act)
    sent = fill(act) | {"version": str(idea.version - 1), "step": "send"}
    answer = desk.post(address(idea, act.name), data=sent)
    assert answer.status_code == 409
    assert all(sent[name] in answer.text for name in ("doing", "sentence") if name in sent)
    assert idea.status is not act.target


@every_move
def test_a_double_click_is_no_faster_colleague(act: Act, desk: Any, fill: Fill) -> None:
    idea = start_of(act)
    sent = fill(act) | {"version": str(idea.version), "step": "send"}
    answers = [desk.post(address(idea, act.name), data=sent) for _ in range(2)]
    assert [(each.status_code, each.location) for each in answers] == [(302, "/vallensbaek/opgaver/")] * 2
    assert len(ideas.answers_of(idea)) <= 1


def test_other_words_from_another_tab_are_no_double_click(desk: Any, fill: Fill) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["answer_for_now"]) | {"version": str(idea.version), "step": "send"}
    desk.post(address(idea, "answer_for_now"), data=sent)
    late = desk.post(address(idea, "answer_for_now"), data=sent | {"doing": "Vi graver i dag."})
    assert (late.status_code, "Vi graver i dag." in late.text) == (409, True)
    assert f"Moderator: {sent['doing']}" in late.text, "the page says who did what"
    assert [answer.doing for answer in ideas.answers_of(idea)] == [sent["doing"]]


def test_what_came_too_late_is_gone_on_with(desk: Any, fill: Fill) -> None:
    """The page carries everything that was written, with the idea's present version."""
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["accept"]) | {"version": str(idea.version - 1)}
    late = desk.post(address(idea, "accept"), data=sent | {"step": "send"}).text
    carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', late)) | {"step": "edit"}
    assert {name: carried[name] for name in sent} == sent | {"version": str(idea.version)}
    assert sent["doing"] in desk.post(address(idea, "accept"), data=carried).text
    desk.post(address(idea, "accept"), data=carried | {"step": "send"})
    assert idea.status is IdeaStatus.ACCEPTED


@every_move
def test_citizen_sees_no_form(
    act: Act, citizen: Person, client_of: Callable[[Person], Any], fill: Fill
) -> None:
    idea = start_of(act)
    browser = client_of(citizen)
    assert browser.get(address(idea, act.name)).status_code in (403, 404)
    sent = fill(act) | {"version": str(idea.version), "step": "send"}
    assert browser.post(address(idea, act.name), data=sent).status_code in (403, 404)
    assert idea.status is not act.target


def test_visitor_is_led_to_sign_in(client: Any, moderator: Person) -> None:
    answer = client.get(address(idea_at(IdeaStatus.PUBLISHED), "accept"))
    assert answer.status_code == 302
    assert "/log-ind" in answer.location


def test_recognised_idea_is_linked_to_the_project(desk: Any, fill: Fill) -> None:
    idea, project = idea_at(IdeaStatus.PUBLISHED), ProjectFactory(status=ProjectStatus.COMPLETED)
    sent = fill(ACTS["recognise"]) | {"link": f"project-{project.id}", "version": str(idea.version)}
    desk.post(address(idea, "recognise"), data=sent | {"step": "send"})
    assert projects.linked_ideas(project) == [idea]
    assert idea.status is IdeaStatus.COMPLETED


def test_idea_with_a_project_is_not_moved_by_hand(desk: Any, moderator: Person) -> None:
    project = ProjectFactory()
    idea = idea_at(IdeaStatus.ACCEPTED)
    assert "/complete" in desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    desk.post(f"/vallensbaek/projekter/{project.id}/forbindelser", data={"ideas": [str(idea.id)]})
    assert "/complete" not in desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    sent = {"version": str(idea.version), "step": "send"}
    assert desk.post(address(idea, "complete"), data=sent).status_code == 409


def test_answer_is_written_in_the_order_in_which_it_is_read(desk: Any) -> None:
    page = desk.get(address(idea_at(IdeaStatus.PUBLISHED), "accept")).text
    places = [page.index(f'name="{name}"') for name in ("doing", "why", "next_steps", "department")]
    assert places == sorted(places)


def test_answer_for_now_makes_a_new_promise(desk: Any, fill: Fill) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["answer_for_now"]) | {"version": str(idea.version)}
    assert "Teknik" not in desk.post(address(idea, "answer_for_now"), data=sent | {"step": "preview"}).text
    desk.post(address(idea, "answer_for_now"), data=sent | {"step": "send"})
    assert ideas.answers_of(idea)[0].promised_at == idea.promised_at


def test_promise_lies_ahead(desk: Any, fill: Fill) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["start_review"]) | {"until": "2020-01-01", "version": str(idea.version), "step": "send"}
    assert desk.post(address(idea, "start_review"), data=sent).status_code == 422


def test_idea_published_unseen_is_confirmed(desk: Any) -> None:
    idea = IdeaFactory(reviewed_at=None)
    sent = {"version": str(idea.version), "step": "send"}
    answers = [desk.post(address(idea, "confirm_review"), data=sent).status_code for _ in range(2)]
    assert answers == [302, 302], "a double click is not a faster colleague"
    assert idea.reviewed_at is not None


def test_changing_after_the_preview_keeps_the_words(desk: Any, fill: Fill) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["accept"]) | {"version": str(idea.version), "step": "edit"}
    answer = desk.post(address(idea, "accept"), data=sent)
    assert answer.status_code == 200
    assert sent["doing"] in answer.text
    assert idea.status is IdeaStatus.PUBLISHED


def test_unknown_act_and_idea_do_not_exist(desk: Any) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    assert desk.get(address(idea, "submit")).status_code == 404
    assert desk.get("/vallensbaek/opgaver/999999/accept").status_code == 404
    assert db.session.get(Idea, idea.id) is idea


def test_staff_are_asked_about_a_cpr_number_and_decide(desk: Any, fill: Fill) -> None:
    idea = idea_at(IdeaStatus.PUBLISHED)
    sent = fill(ACTS["decline"]) | {"version": str(idea.version), "why": "Konto 010190-1234 er tom."}
    for step in ("preview", "send"):
        asked = desk.post(address(idea, "decline"), data=sent | {"step": step})
        assert asked.status_code == 422
        assert "ligner et CPR-nummer" in asked.text and 'name="seen" value="cpr"' in asked.text
    assert idea.status is IdeaStatus.PUBLISHED
    look = desk.post(address(idea, "decline"), data=sent | {"step": "preview", "seen": "cpr"})
    assert 'name="seen" value="cpr"' in look.text
    desk.post(address(idea, "decline"), data=sent | {"step": "send", "seen": "cpr"})
    assert idea.status is IdeaStatus.DECLINED


def test_a_decline_is_looked_at_as_the_resident_will_see_it(desk: Any, fill: Fill) -> None:
    act = ACTS["decline"]
    idea = start_of(act)
    sent = fill(act) | {"version": str(idea.version)}
    reason = municipalities.reason(sent["reason_code"])
    assert reason is not None
    look = desk.post(address(idea, act.name), data=sent | {"step": "preview"}).text
    assert reason.label_in("da") in look
    assert reason.text_in("da") not in look
    assert "Send svaret" in look


def test_the_button_says_what_it_does(desk: Any, fill: Fill) -> None:
    act = ACTS["publish"]
    idea = start_of(act)
    sent = fill(act) | {"version": str(idea.version), "step": "preview"}
    assert "Offentliggør, og tag den næste" in desk.post(address(idea, act.name), data=sent).text
