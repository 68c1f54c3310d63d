"""The steward plans, tells news with a picture, and asks for eight people; nine want to come at once."""

from pathlib import Path

from playwright.sync_api import expect

from tests.barriers import pressed_at_once
from tests.browser.steps.scene import HOME, Crowd, Scene
from tests.browser.visitor import Visitor
from tests.factories.files import picture_bytes

ROOM = 8
NEED, SHOWN = "Bygge på en lørdag", "Otte brædder og en hammer"
NEWS = "Så er træet kommet."


def plan(scene: Scene) -> None:
    """A milestone, and what is needed; then it is begun, and the milestone reached with one press."""
    owner = scene.owner
    owner.go(f"{HOME}/projekter/mine")
    owner.follow(scene.idea)
    owner.is_at(scene.idea)
    owner.follow("Sæt projektet i gang")
    owner.is_at("Sæt projektet i gang")
    owner.press("Sæt projektet i gang")
    owner.is_at(scene.idea)
    owner.follow("Sæt en milepæl")
    owner.is_at("Sæt en milepæl")
    owner.fill("Hvad skal der ske?", "Træet er købt")
    owner.press("Gem")
    owner.is_at(scene.idea)
    scene.check(owner)
    owner.press("Gjort")
    owner.sees("1 af 1 milepæle er nået.")
    owner.follow("Projektets side")
    owner.is_at(scene.idea)
    scene.project_address = owner.page.url


def tell_news(scene: Scene, folder: Path) -> None:
    """With a photograph, and what it shows; a reader sees it at once. What was a mistake is taken back."""
    owner, photograph = scene.owner, folder / "IMG_0001.JPG"
    photograph.write_bytes(picture_bytes(size=(1800, 1200)))
    _write(scene, NEWS, photograph)
    scene.check(owner)
    owner.fill("Hvad viser billede 1?", SHOWN)
    owner.press("Gem")
    owner.is_at(scene.idea)
    owner.sees(NEWS)
    _read(scene)
    owner.page.locator("li", has_text=NEWS).get_by_role("link", name="Tag tilbage").first.click()
    owner.is_at("Vil du tage det tilbage?")
    owner.press("Ja, tag det tilbage")
    owner.is_at(scene.idea)
    scene.passer_by.page.reload()
    expect(scene.passer_by.page.get_by_text(NEWS)).to_have_count(0)


def _write(scene: Scene, words: str, photograph: Path) -> None:
    owner = scene.owner
    owner.go(scene.project_address)
    owner.follow("Arbejd med projektet")
    owner.is_at(scene.idea)
    owner.follow("Skriv nyt")
    owner.is_at("Skriv nyt")
    owner.fill("Hvad er der sket?", words)
    owner.page.locator("input[type=file]").set_input_files(photograph)
    owner.press("Offentliggør")
    owner.is_at("Hvad viser billederne?")


def _read(scene: Scene) -> None:
    reader = scene.passer_by
    reader.go(scene.project_address)
    reader.is_at(scene.idea)
    reader.sees(NEWS)
    picture = reader.page.get_by_alt_text(SHOWN)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0


def ask_for_people(scene: Scene) -> None:
    """Eight, for something definite."""
    owner = scene.owner
    owner.go(scene.project_address)
    owner.follow("Hvem er med, og hvad mangler I")
    owner.is_at("Hvem er med")
    owner.follow("Skriv, hvad I mangler")
    owner.is_at("Skriv, hvad I mangler")
    owner.page.get_by_label("Folk, der hjælper").check()
    owner.fill("Med få ord", NEED)
    owner.fill("Hvor mange?", str(ROOM))
    owner.press("Gem")
    owner.sees("Nu står det på projektets side.")


def come_all_at_once(scene: Scene, site: str, crowd: Crowd) -> None:
    """Nine press at the same moment: eight get a place, and the steward sees whom to write to."""
    reader = scene.passer_by
    reader.go(scene.project_address)
    card = reader.page.get_by_role("listitem").filter(has_text=NEED)
    path = card.get_by_role("link", name="Jeg kommer").get_attribute("href") or ""
    answers = pressed_at_once(site, path, [each.cookie for each in crowd.people])
    assert dict(answers) == {302: len(crowd.people)}
    reader.page.reload()
    reader.sees("Alle pladser er taget. 1 venter.")
    assert len(_waiting(scene, crowd)) == len(crowd.people) - ROOM


def one_leaves(scene: Scene, crowd: Crowd) -> Visitor:
    """With one click; whoever waited has the place, and sees it. Returns who moved up."""
    [ninth] = _waiting(scene, crowd)
    leaver = next(each for each in crowd.people if each.name != ninth)
    up, down = crowd.browsers[ninth], crowd.browsers[leaver.name]
    up.go(scene.project_address)
    up.sees("Du står på ventelisten.")
    down.go(f"{HOME}/det-er-jeg-med-i")
    down.sees(scene.idea)
    down.press("Jeg kan ikke alligevel")
    down.sees("Du er ikke længere med.")
    up.page.reload()
    up.sees("Du er med.")
    assert not _waiting(scene, crowd)
    expect(scene.owner.page.get_by_text(leaver.name)).to_have_count(0)
    return up


def _waiting(scene: Scene, crowd: Crowd) -> list[str]:
    """By name, as the steward's list has it; everybody else stands there with an address."""
    owner = scene.owner
    owner.go(scene.project_address)
    owner.follow("Hvem er med, og hvad mangler I")
    owner.is_at("Hvem er med")
    expect(owner.page.locator("main a[href^='mailto:']")).to_have_count(ROOM)
    rows = owner.page.get_by_role("listitem").filter(has_text="på ventelisten").all_inner_texts()
    return [each.name for each in crowd.people for row in rows if each.name in row]
