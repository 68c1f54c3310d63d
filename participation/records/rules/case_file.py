"""The shape of a case file, version 1: what docs/case-file.md describes, field by field.

A field may be added in a version; one that changes its meaning or goes makes the next version.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

FORMAT: Literal["participation.case-file"] = "participation.case-file"
VERSION: Literal[1] = 1


class Part(BaseModel):
    """What all parts have in common: nothing but the fields named."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Coded(Part):
    """A code, which stays the same, and what it says in the file's language."""

    code: str
    label: str


class HiddenPart(Part):
    """By which rule something was hidden, when, and what was said about it."""

    at: datetime
    reason: Coded | None
    sentence: str


class VersionPart(Part):
    """The text as it was from a moment on."""

    number: int
    at: datetime
    state: Literal["current", "proposed", "rejected"]
    title: str
    body: str
    place: str
    goal: str | None
    is_outside_strategy: bool
    changed_by: str | None


class AdditionPart(Part):
    """A dated addition by the author; a held one is read by author and staff only."""

    at: datetime
    body: str
    is_held: bool


class MovePart(Part):
    """One step of the idea's life; who made it is none where the system did."""

    at: datetime
    name: str
    from_status: Coded
    to_status: Coded
    by: str | None
    reason: Coded | None
    sentence: str
    cause: str
    is_public: bool


class AnswerTextPart(Part):
    """What a corrected answer said before, from a moment on."""

    number: int
    at: datetime
    doing: str
    why: str
    next_steps: str
    department: str
    signed_by: str
    corrected_by: str | None


class AnswerPart(Part):
    """An official answer, in three fields, with who decided."""

    number: int
    at: datetime
    kind: str
    doing: str
    why: str
    next_steps: str
    reason: Coded | None
    department: str
    signed_by: str
    decided_by: str
    decided_on: date
    agenda_url: str
    was_promised_at: datetime | None
    promised_at: datetime | None
    earlier: list[AnswerTextPart]


class CommentPart(Part):
    """A comment; a deleted one is an entry without text, a hidden one has its text and the rule.

    A held one is read by author and staff only; `waiting_body` is a change of it that is held.
    """

    number: int
    reply_to: int | None
    at: datetime
    edited_at: datetime | None
    author: str | None
    state: Literal["shown", "held", "hidden", "deleted", "erased"]
    hidden: HiddenPart | None
    body: str
    waiting_body: str


class DecisionPart(Part):
    """What moderation did to the idea or to a comment beneath it."""

    at: datetime
    act: Coded
    comment: int | None
    by: str | None
    reason: Coded | None
    sentence: str


class JoinedPart(Part):
    """Another idea that this one was merged with."""

    number: int
    direction: Literal["into", "from"]
    title: str
    body: str
    author: str | None


class ProjectPart(Part):
    """A project that came of the idea."""

    number: int
    title: str
    status: Coded
    address: str


class NotePart(Part):
    """An internal note, or a colleague's contribution; in the file only when it was asked for with them."""

    at: datetime
    changed_at: datetime | None
    by: str
    is_contribution: bool
    body: str


class LogPart(Part):
    """An entry of the internal log, by its number there."""

    number: int
    at: datetime
    kind: str
    sentence: str


class CasePart(Part):
    """The case: the municipality's number for it, and who sees to it."""

    journal_number: str
    kind: str
    is_open: bool
    opened_at: datetime
    closed_at: datetime | None
    owner: str | None


class SupportPart(Part):
    """How many, and never who."""

    counted: int
    at_decision: int | None


class IdeaPart(Part):
    """The idea as it stands when the file is made."""

    number: int
    address: str
    title: str
    body: str
    place: str
    status: Coded
    theme: str | None
    goal: str | None
    is_outside_strategy: bool
    author: str | None
    organisation: str | None
    created_at: datetime
    submitted_at: datetime | None
    published_at: datetime | None
    decided_at: datetime | None
    review_promised_at: datetime | None
    answer_promised_at: datetime | None
    first_answer_promised_at: datetime | None
    merged_into: int | None
    explanation: str
    hidden: HiddenPart | None


class CaseFile(Part):
    """One idea with all that was said and done about it."""

    format: Literal["participation.case-file"] = FORMAT
    version: Literal[1] = VERSION
    language: Literal["da", "en"]
    made_at: datetime
    municipality: Coded
    case: CasePart | None
    idea: IdeaPart
    support: SupportPart
    versions: list[VersionPart]
    additions: list[AdditionPart]
    moves: list[MovePart]
    answers: list[AnswerPart]
    comments: list[CommentPart]
    decisions: list[DecisionPart]
    merges: list[JoinedPart]
    projects: list[ProjectPart]
    notes: list[NotePart]
    log: list[LogPart]
