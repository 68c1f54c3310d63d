"""Deleting for good: what a sentence about it must not repeat, and what keeps its words."""

import re

from participation.accounts.models import Person
from participation.discussions.models import Comment
from participation.ideas.models import Idea
from participation.moderation.rules import Erasable
from participation.organisations.models import Organisation
from participation.projects.models import ProjectUpdate

COLUMNS: dict[type, str] = {
    Idea: "idea_id",
    Comment: "comment_id",
    ProjectUpdate: "update_id",
    Organisation: "organisation_id",
    Person: "person_id",
}

# Columns of codes, in whatever table.
CODES = frozenset({"reason_code", "kind", "language", "key_hash", "token_hash", "fingerprint"})
# What else keeps what stands in it, by table, and why.
KEPT: dict[str, frozenset[str]] = {
    "answer_drafts": frozenset({"act"}),  # a code
    "idea_moves": frozenset({"name", "cause"}),  # codes
    "news": frozenset({"facts"}),  # ids
    "stored_files": frozenset({"media_type", "digest", "small_digest"}),  # what the bytes are called
    "deletions": frozenset({"sentence"}),  # checked to repeat nothing, and the only word on why
}
# Where the name of a person or an association is written down a second time, in whatever table.
COPIES = frozenset({"subject_title", "steward", "signed_by", "contact_name", "author_name"})
# Rows that stand for themselves: what points to a deleted text from there is not about it.
STANDING = frozenset(
    {
        "ideas",
        "comments",
        "discussions",
        "people",
        "organisations",
        "projects",
        "strategies",
        "themes",
        "goals",
        "efforts",
        "cases",
        "municipalities",
    }
)

# What stands where there must be a name.
NOTHING = "–"
RUN = 4
TOKEN = re.compile(r"\w+")


def column_of(subject: Erasable) -> str:
    """By which column a deletion names it."""
    return COLUMNS[type(subject)]


def name_of(subject: Erasable) -> str:
    """The text whose deletion is proposed, or the name."""
    for attribute in ("body", "display_name", "name"):
        if hasattr(subject, attribute):
            return getattr(subject, attribute) or ""
    return ""


def repeats(sentence: str, *, text: str) -> bool:
    """Whether a sentence says again what is deleted: four words in a row, or a number of four digits."""
    said, written = _words(sentence), _words(text)
    runs = {tuple(written[start : start + RUN]) for start in range(len(written) - RUN + 1)}
    numbers = {word for word in written if len(re.sub(r"\D", "", word)) >= RUN}
    has_run = any(tuple(said[start : start + RUN]) in runs for start in range(len(said)))
    return has_run or bool(numbers & set(said))


def _words(text: str) -> list[str]:
    return TOKEN.findall(text.casefold())
