"""The emergency brake: everything new waits, nobody new comes in, and afterwards it is as if nothing was."""

from collections.abc import Callable
from typing import Any

import pytest

from participation.accounts.models import Person, SignInCode
from participation.accounts.services import codes
from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.discussions import services as discussions
from participation.extensions import db
from participation.foundation.clock import now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea
from participation.ideas.services import writing
from participation.ideas.services.versions import IdeaText
from participation.moderation.queries import brake as queries
from participation.moderation.services.brake import Released, release_held
from participation.municipalities.models import Municipality
from participation.municipalities.services.settings import switch
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CommentFactory, IdeaFactory

Browser = Callable[[Person], Any]
TEXT = IdeaText(title="Bænke ved søen", body="Så kan man hvile sig.", is_outside_strategy=True)
ADDRESS = "/vallensbaek/opgaver/noedbremse"


@pytest.fixture
def pulled(municipality: Municipality, moderator: Person) -> Municipality:
    municipality.settings = municipality.settings | {"review": "after", "contact_phone": "12 34 56 78"}
    switch(actor=moderator, holds_everything=True, is_sign_up_closed=True)
    return municipality


def write_everything(author: Person) -> tuple[Any, Any, Any, Any]:
    idea = writing.propose(actor=author, text=TEXT)
    writing.submit(actor=author, idea=idea)
    old = IdeaFactory(author_id=author.id)
    comment = discussions.comment(actor=author, discussion=old.discussion, body="Enig")
    addition = writing.add_to(actor=author, idea=old, body="Og en bænk.")
    return idea, comment, addition, writing.edit(actor=author, idea=old, text=TEXT)


def test_everything_new_is_held_and_let_out_together(
    pulled: Municipality, author: Person, moderator: Person
) -> None:
    idea, comment, addition, version = write_everything(author)
    assert idea.status is IdeaStatus.SUBMITTED and comment.is_held and addition.is_held
    assert queries.count() == 4
    with pytest.raises(RuleViolation):
        release_held(actor=moderator)
    switch(actor=moderator, holds_everything=False, is_sign_up_closed=False)
    assert release_held(actor=moderator) == Released(4, [])
    assert idea.status is IdeaStatus.PUBLISHED and not comment.is_held and not addition.is_held
    assert version.state == "current"
    assert queries.count() == 0


def test_what_has_another_reason_still_waits(pulled: Municipality, author: Person, moderator: Person) -> None:
    old = IdeaFactory()
    held = discussions.comment(actor=author, discussion=old.discussion, body="Se https://eksempel.dk")
    switch(actor=moderator, holds_everything=False, is_sign_up_closed=False)
    assert release_held(actor=moderator) == Released(0, [])
    assert held.is_held


def test_what_was_there_before_stays(pulled: Municipality, client: Any) -> None:
    comment = CommentFactory()
    assert not comment.is_held


def test_everybody_reads_that_it_is_pulled(pulled: Municipality, client: Any) -> None:
    page = client.get("/vallensbaek/regler").text
    assert "Lige nu kigger vi på alt nyt" in page
    assert "Lige nu kan man ikke oprette en konto." in page


def sign_in(client: Any, email: str) -> Any:
    client.post("/vallensbaek/log-ind", data={"email": email})
    digits = codes.make_code(awaited=db.session.query(SignInCode).one())
    return client.post("/vallensbaek/log-ind/kode", data={"code": digits, "is_old_enough": "y"})


def test_nobody_new_gets_an_account(pulled: Municipality, client: Any) -> None:
    answer = sign_in(client, "ny@eksempel.dk")
    assert answer.status_code == 403
    assert "Lige nu kan man ikke oprette en konto" in answer.text
    assert "12 34 56 78" in answer.text
    assert db.session.query(Person).filter_by(email="ny@eksempel.dk").count() == 0


def test_whoever_has_one_goes_on(pulled: Municipality, client: Any) -> None:
    person = PersonFactory()
    assert sign_in(client, person.email).status_code == 302


def test_pulled_and_released_on_the_page(
    client_of: Browser, moderator: Person, municipality: Municipality
) -> None:
    browser = client_of(moderator)
    browser.post(ADDRESS, data={"holds_everything": "y"})
    assert municipality.settings["holds_everything"] is True
    assert municipality.settings["is_sign_up_closed"] is False
    browser.post(f"{ADDRESS}/loesn")
    assert municipality.settings["holds_everything"] is False
    assert "Nødbremse" in browser.get(ADDRESS).text


def test_residents_do_not_pull_it(citizen: Person, client_of: Browser) -> None:
    with pytest.raises(Forbidden):
        switch(actor=citizen, holds_everything=True, is_sign_up_closed=False)
    assert client_of(citizen).get(ADDRESS).status_code == 403


def test_what_the_administrator_takes_no_part_in_waits_for_a_colleague(
    pulled: Municipality, author: Person, administrator: Person, client_of: Browser
) -> None:
    _idea, comment, _addition, version = write_everything(author)
    barred = db.session.get_one(Idea, version.idea_id)
    barred.case = cases.open_case(kind=CaseKind.ANSWER, due_at=now(), title=barred.title)
    cases.disqualify(case=barred.case, person_id=administrator.id)
    switch(actor=administrator, holds_everything=False, is_sign_up_closed=False)
    browser = client_of(administrator)
    page = browser.post(f"{ADDRESS}/vis", follow_redirects=True).text
    assert (comment.is_held, version.state, queries.count()) == (False, "proposed", 1)
    assert "3 tekster vises nu" in page
    assert f"”{barred.title}” venter på en kollega" in page
