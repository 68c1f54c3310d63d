"""An idea from a goal of the strategy to a project, through everybody's hands."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import expect

from participation.foundation.clock import today
from tests.browser.arriving import click
from tests.browser.visitor import Visitor

TOWN = "vallensbaek"
GOAL = "Stier og grøn infrastruktur"


def test_an_idea_from_a_goal_to_a_project(visit: Callable[[], Visitor], stranger: str) -> None:
    """Proposed, returned, mended, published, supported, commented on, answered twice, and begun."""
    title = f"En bro over åen {uuid4().hex[:6]}"
    resident, moderator, neighbour = visit(), visit(), visit()
    moderator.sign_in_as(TOWN, "moderator")
    neighbour.sign_in_as(TOWN, "resident")

    propose(resident, title, stranger)
    send_back(moderator, title)
    mend(resident, title)
    publish(moderator, title)
    support_and_comment(neighbour, title)
    answer_for_now(moderator, title)
    say_yes(moderator, title)
    begin(moderator, title)
    follow_the_chain(visit(), title)


def propose(resident: Visitor, title: str, email: str) -> None:
    """From the goal's page, with the address last."""
    resident.go(f"/{TOWN}/maal/")
    resident.follow(GOAL)
    resident.follow("Foreslå en idé til dette mål")
    resident.fill("Hvad vil du gerne have?", title)
    resident.fill("Hvorfor, og for hvem?", "Så børnene kan komme i skole.")
    resident.press("Se og send")
    resident.sees(GOAL)
    resident.fill("Dit navn på siden", "Åse")
    resident.press("Send idéen")
    resident.sign_in_with_code(TOWN, email)
    resident.is_at("Tak for din idé")


def send_back(moderator: Visitor, title: str) -> None:
    """With one of the published reasons and a sentence."""
    moderator.take(TOWN, title, "Bed om at få den rettet")
    moderator.page.get_by_role("radio").first.check()
    moderator.fill("Med jeres egne ord", "Skriv, hvor broen skal ligge.")
    moderator.press("Se og send")
    moderator.send()


def mend(resident: Visitor, title: str) -> None:
    """The reason stands where the text is mended."""
    resident.go(f"/{TOWN}/mine-ideer")
    resident.sees("Skal rettes")
    resident.follow(title)
    resident.sees("Skriv, hvor broen skal ligge.")
    resident.fill("Hvor?", "Ved Bækkestien")
    resident.press("Se og send")
    resident.press("Send idéen")
    resident.is_at("Tak for din idé")


def publish(moderator: Visitor, title: str) -> None:
    """The goal stands there already."""
    moderator.take(TOWN, title, "Offentliggør")
    expect(moderator.page.get_by_label("Mål", exact=True)).not_to_have_value("")
    moderator.press("Se og send")
    moderator.send()


def support_and_comment(neighbour: Visitor, title: str) -> None:
    """Who proposes supports; the neighbour is the second."""
    neighbour.open_idea(TOWN, title)
    neighbour.press("Støt idéen")
    neighbour.sees("2 støtter idéen")
    neighbour.fill("Din kommentar", "Vi mangler den hver morgen.")
    neighbour.press("Send kommentaren")
    neighbour.sees("Vi mangler den hver morgen.")


def answer_for_now(moderator: Visitor, title: str) -> None:
    """What is known, and when the rest comes."""
    moderator.act_on(TOWN, title, "Giv et foreløbigt svar")
    moderator.fill("Det gør vi", "Vi måler strømmen op.")
    moderator.fill("Afdeling", "Vej og park")
    moderator.fill("Svaret kommer senest", (today() + timedelta(days=20)).isoformat())
    moderator.press("Se og send")
    moderator.send()


def say_yes(moderator: Visitor, title: str) -> None:
    """With a why."""
    moderator.act_on(TOWN, title, "Går videre")
    moderator.fill("Det gør vi", "Vi bygger broen til foråret.")
    moderator.fill("Hvorfor?", "Vejen til skole bliver kortere.")
    moderator.fill("Afdeling", "Vej og park")
    moderator.press("Se og send")
    moderator.send()


def begin(moderator: Visitor, title: str) -> None:
    """The idea and its goal stand ticked in the project's form; the idea follows when the work begins."""
    moderator.act_on(TOWN, title, "Opret et projekt")
    moderator.fill("Overskrift", f"Projekt: {title}")
    moderator.fill("Hvad går projektet ud på?", "En træbro på ti meter.")
    moderator.fill("Kontaktperson", "Lone")
    expect(moderator.page.get_by_role("checkbox", name=title)).to_be_checked()
    moderator.press("Opret projektet")
    moderator.sees("Projektet er oprettet.")


def follow_the_chain(passer: Visitor, title: str) -> None:
    """Goal, idea, answer and project lead to each other, in both directions."""
    page = passer.page
    passer.go(f"/{TOWN}/maal/")
    passer.follow(GOAL)
    passer.follow(title)
    passer.is_at(title)
    passer.sees("Vi bygger broen til foråret.")
    page.get_by_text("Det svarede vi tidligere").click()
    passer.sees("Vi måler strømmen op.")
    chain = page.get_by_role("list", name="Fra mål til resultat")
    click(chain.get_by_role("link", name=f"Projekt: {title}"))
    passer.is_at(f"Projekt: {title}")
    click(chain.get_by_role("link", name="Går videre"))
    passer.is_at(title)
    page.go_back()
    click(chain.get_by_role("link", name=title))
    passer.is_at(title)
    click(chain.get_by_role("link", name=GOAL))
    passer.is_at(GOAL)
