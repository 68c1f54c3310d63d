"""What is written to those who have a place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LetterText:
    """A subject and words; with `takes_replies` an answer reaches the writer's own address."""

    subject: str
    body: str
    takes_replies: bool = True
