"""Publishing the next strategy begins the move of ideas; what is opened again later follows."""

from participation.foundation.events import subscribe
from participation.ideas.events import IdeaMoved, IdeaMoveUndone
from participation.strategies.events import StrategyPublished
from participation.successions.services import carrying
from participation.web import worker


@subscribe(StrategyPublished)
def begin(event: StrategyPublished) -> None:
    """In the same transaction, so that no figure is lost between the two."""
    if event.replaced is not None:
        carrying.begin(old=event.replaced, new=event.strategy)


@subscribe(IdeaMoved)
def carry_moved(event: IdeaMoved) -> None:
    """An idea that is open again belongs to the present strategy."""
    carrying.carry_late(idea=event.idea)


@subscribe(IdeaMoveUndone)
def carry_undone(event: IdeaMoveUndone) -> None:
    """So does one whose decision was taken back."""
    carrying.carry_late(idea=event.idea)


worker.register(every=1, work=carrying.carry_on)
