"""`flask demo load` plays the story once, and leaves the desk something of every kind."""

from typing import Any

from flask import Flask
from sqlalchemy import func, select

from participation.cases.models import Case, CaseKind
from participation.foundation.tenancy import municipality_context
from participation.ideas.models import AnswerVersion, Idea, IdeaLink, Merge
from participation.moderation.queries.log import broken_entry
from participation.municipalities.queries import all_municipalities
from participation.papers.models import SupportSheet
from participation.triage.models import Note
from participation.votes.models import Vote
from tests.demo.content import CONTENT, acts, content

LOAD = ["demo", "load"]
SHOWN = {
    *(CaseKind.REVIEW, CaseKind.ANSWER, CaseKind.HELD, CaseKind.REPORT, CaseKind.APPEAL),
    *(CaseKind.ORGANISATION, CaseKind.WAVE, CaseKind.DELETION),
}
# What one of the two towns tells of.
IN_ONE = {CaseKind.OFFER, CaseKind.FEEDBACK}


def test_the_story_leaves_something_of_every_kind_and_is_played_once(
    app: Flask, session: Any, played: str
) -> None:
    assert all(f" projects, {len(content(slug)['people'])} people" in played for slug in CONTENT)
    again = app.test_cli_runner().invoke(args=LOAD)
    assert again.output == "glostrup: there already\nvallensbaek: there already\n"
    for place in all_municipalities():
        with municipality_context(place.id):
            waiting = set(session.scalars(select(Case.kind).where(Case.is_open)))
            rows = [session.scalars(select(kind)).all() for kind in (IdeaLink, AnswerVersion, SupportSheet)]
            assert waiting - IN_ONE == SHOWN
            assert [len(each) for each in rows] == [1, 2, 1]
            assert [note.contribution_id is None for note in session.scalars(select(Note))] == [True, False]
            assert broken_entry() is None
            check_support(session, place.slug)


def check_support(session: Any, slug: str) -> None:
    """The merged pair has everybody once, and every counter equals its rows."""
    loaded = content(slug)
    [entry] = acts(loaded, "merge")
    counts = {idea["key"]: idea["support"] for idea in loaded["ideas"] if "support" in idea}
    both = counts[entry["idea"]] + counts[entry["into"]]
    target = session.scalars(select(Merge)).one().target
    assert counts[entry["into"]] < target.support_count < both
    rows = select(func.count()).where(Vote.idea_id == Idea.id, Vote.invalidated_at.is_(None))
    assert session.scalars(select(Idea.title).where(Idea.support_count != rows.scalar_subquery())).all() == []
