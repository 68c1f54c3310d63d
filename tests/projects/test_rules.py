"""What linked projects say about an idea."""

import pytest

from participation.ideas.lifecycle import IdeaStatus as I
from participation.projects.lifecycle import ProjectStatus as P
from participation.projects.rules import status_of_idea


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], I.ACCEPTED),
        ([P.PLANNED], I.ACCEPTED),
        ([P.PLANNED, P.CANCELLED], I.ACCEPTED),
        ([P.ACTIVE], I.IN_PROGRESS),
        ([P.PAUSED, P.CANCELLED], I.IN_PROGRESS),
        ([P.COMPLETED, P.PLANNED], I.IN_PROGRESS),
        ([P.COMPLETED], I.COMPLETED),
        ([P.COMPLETED, P.CANCELLED], I.COMPLETED),
        ([P.CANCELLED], I.NOT_REALISED),
        ([P.CANCELLED, P.CANCELLED], I.NOT_REALISED),
    ],
)
def test_idea_is_where_all_its_projects_say(statuses: list[P], expected: I) -> None:
    assert status_of_idea(statuses) is expected
