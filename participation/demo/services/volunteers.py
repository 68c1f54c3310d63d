"""What projects in the story need, and who joins them."""

from collections.abc import Callable
from datetime import date, timedelta

from participation.demo.rules import Happening
from participation.demo.services.stage import Stage
from participation.volunteering.models import NeedKind
from participation.volunteering.queries import needs_of
from participation.volunteering.services import joining, needs
from participation.volunteering.services.needs import NeedText


def _need(stage: Stage, part: Happening, day: date) -> None:
    """`in_days` counts from the real today: what is asked for is still to come."""
    entry = part.entry
    text = NeedText(
        kind=NeedKind(entry.get("kind", "people")),
        title=entry["title"],
        details=entry.get("details", ""),
        day=day + timedelta(days=entry["in_days"]) if "in_days" in entry else None,
        capacity=entry.get("capacity"),
    )
    needs.add_need(actor=stage.people["moderator"], project=stage.projects[part.subject], text=text)


def _join(stage: Stage, part: Happening, _day: date) -> None:
    """Somebody with a name, or so many who have none in the story."""
    project, wanted = stage.projects[part.subject], part.entry.get("need")
    need = next((each for each in needs_of(project) if each.title == wanted), None)
    need = need or needs.general_need(project=project)
    for key in part.entry["people"]:
        joining.join(actor=stage.people[key], need=need, message=part.entry.get("message", ""))


VOLUNTEERS: dict[str, Callable[[Stage, Happening, date], None]] = {"need": _need, "join": _join}
