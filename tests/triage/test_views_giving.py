"""Many cases to one colleague: chosen, looked at, done."""

from typing import Any

import pytest

from participation.accounts.models import Person, Role
from participation.cases.models import CaseDisqualification
from participation.extensions import db
from tests.factories.accounts import PersonFactory
from tests.triage.bulk import submitted

FORM = "/vallensbaek/opgaver/samlet/ny/assign"


@pytest.fixture
def colleague(moderator: Person) -> Person:
    person: Person = PersonFactory(role=Role.MODERATOR, display_name="Bo Berg")
    return person


def test_the_preview_says_to_whom_and_to_whom_not(desk: Any, moderator: Person, colleague: Person) -> None:
    free, barred = submitted(title="Flere træer"), submitted(title="Naboens hegn")
    db.session.add(CaseDisqualification(case_id=barred.case_id, person_id=colleague.id))
    db.session.flush()
    cases = [str(free.case_id), str(barred.case_id)]
    form = desk.get(FORM, query_string={"case": cases}).text
    assert ">Bo Berg</option>" in form and ">Moderator</option>" not in form
    sent = desk.post(FORM, data={"case": cases, "colleague": str(colleague.id)})
    page = desk.get(sent.location).text
    assert "Går til Bo Berg" in page and "Bo Berg får besked." in page
    assert "Din kollega deltager ikke i denne sag." in page
    desk.post(sent.location)
    assert (free.case.owner_id, barred.case.owner_id) == (colleague.id, None)


def test_a_colleague_must_be_chosen(desk: Any, colleague: Person, citizen: Person) -> None:
    idea = submitted()
    for chosen in ("", str(citizen.id)):
        answer = desk.post(FORM, data={"case": str(idea.case_id), "colleague": chosen})
        assert answer.status_code == 422
    assert idea.case and idea.case.owner_id is None
