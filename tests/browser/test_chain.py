"""The second half of the chain: from an accepted idea to an outcome that is measured on its goal."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, StorageState, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.people import newcomers
from tests.browser.steps import carrying, meeting, outcome, passing_by, running
from tests.browser.steps.scene import Crowd, Scene
from tests.browser.visitor import Visitor

Stage = tuple[str, dict[str, str]]
Arrive = Callable[[StorageState | None], Visitor]
SHED = ("Et skur, hvor man kan låne værktøj af hinanden", "Interessefællesskaber på tværs af generationer")
BENCHES = ("En gåtur med bænke for dem, der ikke går så langt", "Værdige relationer")


@pytest.fixture(
    params=[(True, DESKTOP, *SHED), (False, PHONE, *BENCHES)],
    ids=["wide-with-javascript", "phone-without-javascript"],
)
def run(request: pytest.FixtureRequest) -> tuple[bool, ViewportSize, str, str]:
    """How everybody's browser is, which idea they carry out, and under which goal."""
    return request.param


@pytest.fixture
def arrive(contexts: Callable[..., BrowserContext], run: tuple[bool, ViewportSize, str, str]) -> Arrive:
    """Somebody with a browser like the others'."""

    def open_browser(state: StorageState | None) -> Visitor:
        return Visitor(contexts(has_javascript=run[0], viewport=run[1], storage_state=state).new_page())

    return open_browser


def test_an_accepted_idea_becomes_a_measured_outcome(
    run: tuple[bool, ViewportSize, str, str],
    arrive: Arrive,
    keys: Callable[[str], StorageState],
    stage: Stage,
    axe: str,
    tmp_path: Path,
) -> None:
    """Approved, adopted, planned, crowded, called off, completed, measured, followed and asked about."""
    has_javascript, _, idea, goal = run
    site, settings = stage
    mark = uuid4().hex[:6]
    founder, *people = newcomers(
        settings["DATABASE_URL"], [f"Karla {mark}", *(f"Hjælper {number} {mark}" for number in range(1, 10))]
    )
    crowd = Crowd(tuple(people), {each.name: arrive(each.state(site)) for each in people})
    scene = Scene(
        idea=idea,
        group=f"Værkstedet {mark}",
        staff=arrive(keys("moderator")),
        owner=arrive(founder.state(site)),
        neighbour=arrive(keys("resident")),
        passer_by=arrive(None),
        axe=axe if has_javascript else "",
    )
    carrying.apply(scene)
    carrying.approve(scene)
    carrying.offer(scene)
    carrying.agree(scene)
    running.plan(scene)
    running.tell_news(scene, tmp_path)
    running.ask_for_people(scene)
    running.come_all_at_once(scene, site, crowd)
    guest = running.one_leaves(scene, crowd)
    meeting.invite(scene)
    meeting.sign_up(scene, guest)
    meeting.call_off(scene, guest)
    outcome.complete(scene)
    outcome.tell(scene, tmp_path)
    outcome.measure(scene, arrive(keys("administrator")), goal)
    passing_by.from_the_goal(scene, goal, idea)
    passing_by.from_the_outcome(scene, goal, idea)
    outcome.four_weeks_pass(scene, stage)
    asked = arrive(None)
    outcome.say_no(scene, asked, idea)
    outcome.answer(scene, asked, idea)
