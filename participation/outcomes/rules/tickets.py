"""The sealed note in a mail's link: whose answer it is about what, here, until when."""

from dataclasses import dataclass
from datetime import date

from participation.foundation.tenancy import current_municipality_id
from participation.web.tokens import sealed, unsealed

# The purpose of the note: good for nothing else.
PURPOSE = "outcomes.help"


@dataclass(frozen=True)
class Ticket:
    """One person's way to answer about one project, until that day."""

    project_id: int
    person_id: int
    last_day: date

    @property
    def token(self) -> str:
        """The note, good in this municipality only."""
        return sealed(
            PURPOSE, [current_municipality_id(), self.project_id, self.person_id, self.last_day.toordinal()]
        )


def ticket(token: str) -> Ticket | None:
    """What a note says; None when it is not ours, or another municipality's."""
    note = unsealed(PURPOSE, token)
    if not note or note[0] != current_municipality_id():
        return None
    return Ticket(note[1], note[2], date.fromordinal(note[3]))
