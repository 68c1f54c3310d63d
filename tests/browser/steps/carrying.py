"""An association is approved, offers to carry out an idea, and is told yes."""

from tests.browser.arriving import click
from tests.browser.steps.scene import HOME, Scene


def apply(scene: Scene) -> None:
    """A name and an adult are enough."""
    owner = scene.owner
    owner.go(f"{HOME}/foreninger/ny")
    owner.fill("Hvad hedder I?", scene.group)
    owner.page.get_by_label("Uformel gruppe").check()
    owner.page.get_by_label("Kontakten er fyldt 18 år").check()
    owner.press("Send ansøgningen")
    owner.is_at(scene.group)
    owner.sees("Venter på kommunen")


def approve(scene: Scene) -> None:
    """From the desk."""
    staff = scene.staff
    staff.go(f"{HOME}/opgaver/?kind=organisation")
    staff.follow(scene.group)
    staff.is_at(scene.group)
    staff.page.get_by_label("Godkend").check()
    staff.press("Svar")
    staff.sees("Det er gjort")


def offer(scene: Scene) -> None:
    """From the list of ideas that nobody carries out yet; a neighbour joins in."""
    owner, neighbour = scene.owner, scene.neighbour
    owner.go(f"{HOME}/ideer/mangler-tovholder")
    owner.follow(scene.idea)
    owner.is_at(scene.idea)
    scene.idea_address = owner.page.url
    owner.follow("Vi vil gerne stå for den")
    owner.is_at("Meld jer som tovholder")
    owner.fill("Hvordan vil I gøre det?", "Vi begynder den første lørdag i maj.")
    owner.press("Send tilbuddet")
    owner.is_at(f"Tilbud fra {scene.group}")
    neighbour.go(scene.idea_address)
    offered = neighbour.page.get_by_role("article").filter(has_text=scene.group)
    click(offered.get_by_role("link", name="Jeg er også med"))
    neighbour.is_at("Vær med")
    neighbour.press("Jeg er også med")
    neighbour.sees("Du er med.")


def agree(scene: Scene) -> None:
    """The moderator says yes to this one; somebody else may have offered before. The project is there."""
    staff, owner = scene.staff, scene.owner
    staff.go(f"{HOME}/opgaver/?kind=offer")
    click(staff.page.locator("a.queue-title").filter(has_text=scene.idea).last)
    staff.is_at(f"{scene.group} vil gerne stå for en idé")
    staff.page.get_by_label("Sig ja tak").check()
    staff.press("Svar")
    staff.sees("Projektet er oprettet")
    owner.page.reload()
    owner.sees("Idéen er blevet til et projekt")
