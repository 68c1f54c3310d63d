"""Taking, handing over, putting back; a colleague who was faster; who is disqualified."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person, Role
from participation.cases import queries as cases
from participation.cases.models import Case, CaseKind
from participation.cases.services.ownership import claim
from participation.extensions import db
from participation.foundation.authorization import can
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CaseFactory
from tests.triage.conftest import waiting

SALE = "/vallensbaek/opgaver/sager"


@pytest.fixture
def idea(moderator: Person) -> Idea:
    return waiting(3)


@pytest.fixture
def colleague(idea: Idea) -> Person:
    colleague: Person = PersonFactory(role=Role.MODERATOR, display_name="Lone")
    return colleague


def case_of(idea: Idea) -> Case:
    assert idea.case is not None
    return idea.case


def test_taking_leads_to_the_case(desk: Any, idea: Idea, moderator: Person) -> None:
    for _twice in range(2):
        answer = desk.post(f"{SALE}/{idea.case_id}/tag")
        assert answer.location == f"/vallensbaek/opgaver/{idea.id}"
    assert case_of(idea).owner_id == moderator.id
    page = desk.get(answer.location).text
    assert "Moderator tog opgaven" in page
    assert page.count("Moderator tog opgaven") == 1


def test_the_second_is_told_who_has_it(desk: Any, idea: Idea, colleague: Person) -> None:
    case_of(idea).owner_id = colleague.id
    answer = desk.post(f"{SALE}/{idea.case_id}/tag")
    assert answer.status_code == 409
    assert "Lone har ”" in answer.text and "Overtag den fra Lone" in answer.text
    assert case_of(idea).owner_id == colleague.id
    assert desk.post(f"{SALE}/{idea.case_id}/tag", data={"seen": str(colleague.id)}).status_code == 302


@pytest.mark.parametrize("path", ["tag", "giv-videre", "laeg-tilbage"])
def test_what_is_done_already_is_nobodys_to_take(desk: Any, idea: Idea, path: str) -> None:
    case_of(idea).is_open = False
    answer = desk.post(f"{SALE}/{idea.case_id}/{path}", data={"note": "Ring til Park og Vej."})
    assert (answer.status_code, "er allerede klaret" in answer.text) == (409, True)
    assert ("Ring til Park og Vej." in answer.text) is (path != "tag")


def test_handing_over_is_logged_with_its_note(desk: Any, idea: Idea, colleague: Person) -> None:
    address = f"{SALE}/{idea.case_id}/giv-videre"
    assert "Lone" in desk.get(address).text
    sent = {"person": str(colleague.id), "reason": "knows_more", "note": "Du kender stien.", "seen": ""}
    assert desk.post(address, data=sent).location == "/vallensbaek/opgaver/"
    assert case_of(idea).owner_id == colleague.id
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "Moderator gav opgaven til Lone" in page
    assert "Min kollega ved mere om det · Du kender stien." in page


def test_a_double_click_is_no_faster_colleague(desk: Any, idea: Idea, colleague: Person) -> None:
    given = {"person": str(colleague.id), "reason": "disqualified", "note": "Min bror", "seen": ""}
    for _ in range(2):
        assert desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=given).location == "/vallensbaek/opgaver/"
    assert len(cases.handovers_of(case_of(idea))) == 1
    later = desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=given | {"note": "Min søster"})
    assert later.status_code == 403, "other words are no double click"


def test_putting_back_twice_is_putting_back_once(desk: Any, idea: Idea, moderator: Person) -> None:
    desk.post(f"{SALE}/{idea.case_id}/tag")
    for _ in range(2):
        answer = desk.post(f"{SALE}/{idea.case_id}/laeg-tilbage", data={"seen": str(moderator.id)})
        assert answer.location == f"/vallensbaek/opgaver/{idea.id}"


def test_the_note_is_kept_when_somebody_was_faster(
    desk: Any, idea: Idea, colleague: Person, administrator: Person
) -> None:
    case_of(idea).owner_id = administrator.id
    sent = {"person": str(colleague.id), "reason": "none", "note": "Du kender stien.", "seen": ""}
    answer = desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=sent)
    assert answer.status_code == 409
    assert "Du kender stien." in answer.text
    assert case_of(idea).owner_id == administrator.id


@pytest.mark.parametrize("person", ["", "999999", "x"])
def test_only_a_colleague_can_be_chosen(desk: Any, idea: Idea, colleague: Person, person: str) -> None:
    sent = {"person": person, "reason": "none", "seen": ""}
    answer = desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=sent)
    assert answer.status_code == 422
    assert case_of(idea).owner_id is None


def test_who_had_it_and_has_left_is_still_somebody(desk: Any, idea: Idea, colleague: Person) -> None:
    claim(actor=colleague, case=case_of(idea))
    colleague.display_name = None
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "En tidligere kollega tog opgaven" in page


def test_putting_back(desk: Any, idea: Idea, moderator: Person) -> None:
    desk.post(f"{SALE}/{idea.case_id}/tag")
    desk.post(f"{SALE}/{idea.case_id}/laeg-tilbage", data={"seen": str(moderator.id)})
    assert case_of(idea).owner_id is None
    assert "Moderator lagde opgaven tilbage" in desk.get(f"/vallensbaek/opgaver/{idea.id}").text


def test_a_late_return_overwrites_nobody(
    administrator: Person, client_of: Callable[[Person], Any], idea: Idea, colleague: Person
) -> None:
    case_of(idea).owner_id = colleague.id
    sent = {"seen": str(administrator.id)}
    answer = client_of(administrator).post(f"{SALE}/{idea.case_id}/laeg-tilbage", data=sent)
    assert answer.status_code == 409
    assert case_of(idea).owner_id == colleague.id


def test_who_is_disqualified_can_do_nothing_any_more(
    desk: Any, idea: Idea, moderator: Person, colleague: Person
) -> None:
    desk.post(f"{SALE}/{idea.case_id}/tag")
    sent = {"person": str(colleague.id), "reason": "disqualified", "seen": str(moderator.id)}
    desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=sent)
    page = desk.get(f"/vallensbaek/opgaver/{idea.id}").text
    assert "Du er inhabil" in page and "Moderator gav opgaven til Lone" in page
    assert f"/opgaver/{idea.id}/accept" not in page
    assert desk.post(f"{SALE}/{idea.case_id}/tag").status_code == 403
    assert desk.get(f"{SALE}/{idea.case_id}/giv-videre").status_code == 403
    assert desk.get(f"/vallensbaek/opgaver/{idea.id}/accept").status_code == 409
    noted = desk.post(f"{SALE}/{idea.case_id}/noter", data={"body": "Sig ja."})
    assert (noted.status_code, 'id="note"' in page) == (403, False)
    assert desk.get(f"/vallensbaek/opgaver/{idea.id}/bidrag").status_code == 403


def test_no_act_on_the_idea_is_open_to_who_is_disqualified(
    desk: Any, idea: Idea, moderator: Person, colleague: Person
) -> None:
    sent = {"person": str(colleague.id), "reason": "disqualified", "seen": ""}
    desk.post(f"{SALE}/{idea.case_id}/giv-videre", data=sent)
    db.session.refresh(idea)
    acts = ["ideas.answer_for_now", "ideas.confirm_review", "ideas.decide_version", "ideas.hide"]
    acts += ["ideas.correct_answer", "ideas.undo"]
    acts += [f"ideas.move_{move.name}" for move in IDEAS.moves]
    assert not [act for act in acts if can(moderator, act, idea)]
    assert can(colleague, "ideas.move_accept", idea)


def test_cases_of_other_kinds_lie_in_the_queue(desk: Any, idea: Idea) -> None:
    CaseFactory(kind=CaseKind.REPORT, subject_title="En grim kommentar", place="opgaver/anmeldelser/3")
    page = desk.get("/vallensbaek/opgaver/?q=GRIM").text
    assert 'href="/vallensbaek/opgaver/anmeldelser/3"' in page
    assert "Anmeldt" in page
    assert f">{idea.title}</a>" not in page
