"""Who takes part in the journey, and where they have come to."""

from dataclasses import dataclass

from tests.browser.conftest import PHONE
from tests.browser.people import Newcomer
from tests.browser.test_accessibility import too_wide, violations
from tests.browser.visitor import Visitor

HOME = "/vallensbaek"


@dataclass
class Scene:
    """One idea, the group that carries it out, and everybody's browser."""

    idea: str
    group: str
    staff: Visitor
    owner: Visitor
    neighbour: Visitor
    passer_by: Visitor
    axe: str = ""
    idea_address: str = ""
    project_address: str = ""

    def check(self, visitor: Visitor) -> None:
        """Nothing on a page that no list of addresses leads to bars the way; seen once, on a telephone."""
        if not self.axe:
            return
        size = visitor.page.viewport_size
        assert not violations(visitor.page, self.axe, PHONE) + too_wide(visitor.page)
        visitor.page.set_viewport_size(size or PHONE)


@dataclass(frozen=True)
class Crowd:
    """Those who want the places of a need, and how each of them looks at it."""

    people: tuple[Newcomer, ...]
    browsers: dict[str, Visitor]
