"""The project invites people, and calls it off again."""

from datetime import timedelta

from icalendar import Calendar

from participation.foundation.clock import today
from tests.browser.steps.scene import HOME, Scene
from tests.browser.visitor import Visitor

TITLE = "Rejsegilde"


def invite(scene: Scene) -> None:
    """From the project's page."""
    owner, title = scene.owner, f"{TITLE}: {scene.group}"
    owner.go(scene.project_address)
    owner.follow("Nyt arrangement")
    owner.is_at("Nyt arrangement")
    day = today() + timedelta(days=20)
    words = {"Hvad er det?": title, "Dag": day.isoformat(), "Begynder kl.": "10:00"}
    for label, value in {**words, "Slutter kl.": "11:30", "Hvor?": "Ved skuret"}.items():
        owner.fill(label, value)
    owner.press("Sæt det i kalenderen")
    owner.sees("Nu står det i kalenderen.")


def sign_up(scene: Scene, guest: Visitor) -> None:
    """The steward reads what the guest writes."""
    guest.go(f"{HOME}/kalender/")
    guest.follow(f"{TITLE}: {scene.group}")
    guest.follow("Tilmeld mig")
    guest.fill("Et ord til arrangørerne", "Jeg kommer med klapvogn.")
    guest.press("Tilmeld mig")
    guest.sees("Du er tilmeldt.")
    scene.owner.follow("Hvem kommer")
    scene.owner.sees("Jeg kommer med klapvogn.")


def call_off(scene: Scene, guest: Visitor) -> None:
    """Whoever signed up is told, by mail too; a calendar that fetches the event learns of it."""
    owner, title = scene.owner, f"{TITLE}: {scene.group}"
    owner.page.go_back()
    owner.is_at(title)
    owner.follow("Aflys arrangementet")
    owner.is_at("Aflys arrangementet")
    owner.fill("Hvorfor?", "Tømreren er syg.")
    owner.press("Aflys")
    owner.sees("Tømreren er syg.")
    guest.open_mail(f"Aflyst: {title}")
    guest.sees("Tømreren er syg.")
    guest.go(f"{HOME}/beskeder")
    guest.press(title)
    guest.is_at(title)
    number = owner.page.url.rsplit("/", 1)[1].split("-", 1)[0]
    answer = owner.page.request.get(f"{HOME}/kalender/{number}/arrangement.ics")
    events = Calendar.from_ical(answer.body()).walk("VEVENT")
    assert [each["status"] for each in events] == ["CANCELLED"]
