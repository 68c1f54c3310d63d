"""What the tables have in common of things with room, of those who come, and of letters to them."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.accounts.models import Person
from participation.foundation.clock import now
from participation.foundation.model import BigKey, enum_type, short_text
from participation.places.lifecycle import MESSAGE_LENGTH, SUBJECT_LENGTH
from participation.places.lifecycle import Place as Place


def room_checks() -> tuple[CheckConstraint, CheckConstraint]:
    """What the database itself refuses of a table with room."""
    return (
        CheckConstraint("taken >= 0 AND waiting >= 0", name="counts_positive"),
        CheckConstraint("capacity IS NULL OR (capacity > 0 AND taken <= capacity)", name="room"),
    )


class HasRoom:
    """There is room for so many, or without a capacity for anybody.

    `taken` and `waiting` equal the rows of each state and are changed under the row's lock.
    """

    if TYPE_CHECKING:
        id: Mapped[int]

        @property
        def takes_people(self) -> bool:
            """Whether somebody can come now, be it to wait."""

        @property
        def moves_up(self) -> bool:
            """Whether a place that becomes free still goes to who waits."""

    capacity: Mapped[int | None]
    taken: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)

    @property
    def is_full(self) -> bool:
        return self.capacity is not None and self.taken >= self.capacity


class HasPlace:
    """One person with one such thing; leaving deletes the row. Those who wait move up by their ids.

    `room_id` is another name for the column that points to the thing, `room` the thing itself.
    """

    if TYPE_CHECKING:
        room_id: Any
        room: Any
        person: Mapped[Person]

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int]
    place: Mapped[Place] = mapped_column(enum_type(Place))
    # To whoever runs it alone.
    message: Mapped[str] = mapped_column(short_text(MESSAGE_LENGTH), default="")

    @property
    def has_place(self) -> bool:
        return self.place is Place.TAKEN


class LetterToThose:
    """What was written to all who had a place by then; their number is kept, and not who they were."""

    if TYPE_CHECKING:
        __tablename__: str
        author: Mapped[Person]

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    author_id: Mapped[int]
    subject: Mapped[str] = mapped_column(short_text(SUBJECT_LENGTH))
    body: Mapped[str]
    # Answers go to the author's own address, where the author wants that.
    takes_replies: Mapped[bool] = mapped_column(default=True)
    recipients: Mapped[int]
    sent_at: Mapped[datetime] = mapped_column(default=now)

    @property
    def reply_address(self) -> str | None:
        return self.author.email if self.takes_replies else None
