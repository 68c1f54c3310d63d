"""The desk's forms for paper, the code's page, and the form to print."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.clock import today
from participation.ideas.models import Channel, Idea
from participation.papers.models import SupportSheet
from participation.papers.queries import code_of
from tests.conftest import Client
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import IdeaFactory
from tests.factories.strategies import GoalFactory

DESK = "/vallensbaek/opgaver"
FORM = {"title": "Bænke ved åen", "body": "Til alle.", "goal": "outside", "channel": "paper"}


@pytest.fixture
def staff(client_of: Callable[[Person], Client], moderator: Person) -> Client:
    return client_of(moderator)


def test_an_idea_is_entered_and_has_a_receipt(staff: Client) -> None:
    response = staff.post(f"{DESK}/papir", data=FORM | {"received_on": f"{today()}", "name": "Anna"})
    idea = db.session.scalars(select(Idea)).one()
    assert response.location == f"{DESK}/{idea.id}/papirkvittering"
    receipt = staff.get(response.location).text
    assert code_of(idea.author) in receipt
    assert re.search(r"https?://\S+/vallensbaek/papirkode", receipt), "on paper the whole address is needed"
    assert "Modtaget på papir" in staff.get(f"{DESK}/{idea.id}").text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "Anna 010190-1234", "Alle kan se navnet"),
        ("name", "Anna 23 45 67 89", "Alle kan se navnet"),
        ("email", "anna@", "ligner ikke en mailadresse"),
        ("email", "ånna@", "ligner ikke en mailadresse"),
    ],
)
def test_name_and_address_are_those_of_a_person(staff: Client, field: str, value: str, said: str) -> None:
    page = staff.post(f"{DESK}/papir", data=FORM | {"received_on": f"{today()}", field: value})
    assert (page.status_code, said in page.text) == (422, True)


def test_more_lines_than_a_sheet_has_are_refused_in_danish(staff: Client) -> None:
    form = {"received_on": f"{today()}", "others": "999"}
    page = staff.post(f"{DESK}/{IdeaFactory().id}/underskrifter", data=form)
    assert "Skriv et tal fra 0 til 200." in page.text


def test_similar_ideas_are_looked_at_first(staff: Client) -> None:
    form = FORM | {"received_on": f"{today()}"}
    staff.post(f"{DESK}/papir", data=form)
    page = staff.post(f"{DESK}/papir", data=form)
    assert (page.status_code, "Er det en af disse?" in page.text) == (200, True)
    again = staff.post(f"{DESK}/papir", data=form | {"looked": form["title"]})
    assert (again.status_code, len(db.session.scalars(select(Idea)).all())) == (302, 2)


def test_a_double_click_enters_one_idea(staff: Client) -> None:
    key = re.search(r'name="key"[^>]* value="([0-9]+)"', staff.get(f"{DESK}/papir").text)
    assert key is not None
    form = FORM | {"received_on": f"{today()}", "key": key[1]}
    answers = [staff.post(f"{DESK}/papir", data=form).location for _ in range(2)]
    idea = db.session.scalars(select(Idea)).one()
    assert answers == [f"{DESK}/{idea.id}/papirkvittering"] * 2
    staff.post(f"{DESK}/papir", data=form | {"title": "Lys på stien", "body": "Om aftenen."})
    assert len(db.session.scalars(select(Idea)).all()) == 2, "another text in the same form is another idea"


def test_the_page_says_that_it_came_on_paper(client: Client) -> None:
    author = PersonFactory(is_paper=True, display_name=None, email=None, email_key=None)
    idea = IdeaFactory(author_id=author.id, channel=Channel.CLASS, received_on=today())
    page = client.get(f"/vallensbaek/ideer/{idea.id}-{idea.slug}").text
    assert "Modtaget fra en skoleklasse" in page
    assert "en, der ikke vil nævnes" in page


def test_a_sheet_is_counted_and_set_aside(staff: Client) -> None:
    idea = IdeaFactory()
    lines = "Anna Ås, Skolevej 3\n\nBent Bæk, Havnen 12\n"
    form = {"received_on": f"{today()}", "lines": lines, "others": "2", "label": "Ark 1"}
    response = staff.post(f"{DESK}/{idea.id}/underskrifter", data=form)
    assert idea.support_count == 4
    assert staff.get(response.location).text.count("papirkode") == 4
    sheet = db.session.scalars(select(SupportSheet)).one()
    staff.post(f"{DESK}/underskrifter/{sheet.id}/ugyldig", data={"reason": "Samme hånd."})
    assert idea.support_count == 0
    assert "Tæller ikke: Samme hånd." in staff.get(f"{DESK}/{idea.id}/underskrifter").text


def test_a_double_click_counts_a_sheet_once(staff: Client) -> None:
    idea, form = IdeaFactory(), {"received_on": f"{today()}", "others": "24", "seen": "0"}
    place = f"{DESK}/{idea.id}/underskrifter"
    assert 'name="seen" value="0"' in staff.get(place).text
    staff.post(place, data=form)
    again = staff.post(place, data=form)
    assert (again.status_code, idea.support_count) == (422, 24)
    assert "Der er kommet et ark til" in again.text and 'name="seen" value="1"' in again.text
    staff.post(place, data=form | {"seen": "1"})
    assert idea.support_count == 48, "another sheet with as many lines is another sheet"


def test_a_line_without_address_is_shown_again(staff: Client) -> None:
    form = {"received_on": f"{today()}", "lines": "Anna uden adresse"}
    page = staff.post(f"{DESK}/{IdeaFactory().id}/underskrifter", data=form)
    assert (page.status_code, "mangler i linje 1" in page.text) == (422, True)


def test_a_code_is_claimed_and_then_used_up(client_of: Callable[[Person], Client], citizen: Person) -> None:
    author = PersonFactory(is_paper=True, email=None, email_key=None)
    idea, code = IdeaFactory(author_id=author.id), code_of(author)
    browser = client_of(citizen)
    answers = [browser.post("/vallensbaek/papirkode", data={"code": code}).status_code for _ in range(2)]
    assert (answers, idea.author_id) == ([302, 422], citizen.id)


def test_guessing_codes_is_limited(client_of: Callable[[Person], Client], citizen: Person) -> None:
    browser = client_of(citizen)
    answers = [
        browser.post("/vallensbaek/papirkode", data={"code": "1-K7MP-3XQA"}).status_code for _ in range(11)
    ]
    assert (answers[0], answers[-1]) == (422, 429)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_form_to_print_is_for_everybody_and_cacheable(client: Client, prefix: str) -> None:
    goal = GoalFactory(title="Grøn by")
    response = client.get(f"{prefix}/vallensbaek/maal/{goal.id}/papir")
    assert (response.status_code, "Grøn by" in response.text) == (200, True)
    assert "Set-Cookie" not in response.headers
    assert response.text.count("<tr><td>") == 10
