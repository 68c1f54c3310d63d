"""Who acts: a person, or the system itself."""

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Anybody who may be asked for a permission; a visitor who is not signed in has no id."""

    @property
    def actor_id(self) -> int | None: ...

    @property
    def is_system(self) -> bool: ...

    @property
    def is_staff(self) -> bool: ...

    @property
    def is_administrator(self) -> bool: ...

    @property
    def may_write(self) -> bool:
        """False while suspended: reading, supporting, following and taking back go on."""
        ...


@dataclass(frozen=True)
class Nobody:
    """An actor without an account."""

    is_system: bool = False
    actor_id: int | None = None
    is_staff: bool = False
    is_administrator: bool = False
    may_write: bool = True


SYSTEM = Nobody(is_system=True)
