"""The internal log as administrators read it: in words, newest first, with a word on whether it is whole."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from flask import render_template, request, url_for

from participation.accounts.models import Role
from participation.extensions import db
from participation.foundation.listing import Page
from participation.ideas.lifecycle import IDEAS
from participation.moderation.lifecycle import GROUNDS
from participation.moderation.models import LogEntry
from participation.moderation.queries import log
from participation.moderation.rules.sentences import KINDS, UNKNOWN
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.log_facts import ROLES, rules_in_words, said
from participation.organisations.lifecycle import ORGANISATIONS
from participation.projects.lifecycle import PROJECTS
from participation.triage.rules.bulk import BULK
from participation.web import guards
from participation.web.locale import current_language
from participation.web.words import gettext

MOVES = (
    {name: act.label for name, act in BULK.items()}
    | {move.name: move.label for move in ORGANISATIONS.moves}
    | {move.name: move.label for move in PROJECTS.moves}
    | {move.name: move.label for move in IDEAS.moves}
)
# How a thing is called, and where it is seen to.
LINKS: dict[str, Callable[[Any], tuple[str, str | None]]] = {
    "idea_id": lambda idea: (
        idea.title,
        None if idea.erased_at else url_for("triage.case", idea_id=idea.id),
    ),
    "comment_id": lambda comment: (comment.discussion.subject_title, _comment_address(comment)),
    "project_id": lambda project: (
        project.title,
        url_for("pages.project", project_id=project.id, slug=project.slug),
    ),
    "person_id": lambda person: (person.display_name or gettext("Former user"), None),
    "organisation_id": lambda organisation: (organisation.name, None),
    "strategy_id": lambda _strategy: (gettext("The strategy"), url_for("strategies.strategies")),
    "deletion_id": lambda deletion: (
        gettext(GROUNDS[deletion.reason_code]),
        url_for("moderation.deletion", deletion_id=deletion.id),
    ),
    "reason_id": lambda reason: (reason.label_in(current_language()), url_for("municipalities.reasons")),
}


class Line(NamedTuple):
    """One entry in words; `links` are (label, address or none)."""

    number: int
    at: datetime
    sentence: str
    links: list[tuple[str, str | None]]
    facts: str


@blueprint.get("/indstillinger/hvem-gjorde-hvad")
@guards.signed_in
def internal_log() -> str:
    """What staff has done, and whether the entries shown hang together."""
    guards.require("moderation.read_log")
    page = log.LOG.page(db.session(), log.all_entries(), request.args)
    people = {person.id: person.display_name for person in log.actors()}
    return render_template(
        "moderation/internal_log.html",
        lines=_lines(page.rows, people),
        is_sound=log.is_sound(page.rows),
        kinds=_kind_choices(page.filters.get("kind", "")),
        actors=_actor_choices(people, page.filters.get("actor", "")),
        chosen=page.filters,
        previous_href=_href(page, page.previous_cursor),
        next_href=_href(page, page.next_cursor),
    )


def _lines(entries: list[LogEntry], people: Mapping[int, str | None]) -> list[Line]:
    known, rules = log.titles_of(entries), rules_in_words()
    return [
        Line(
            number=entry.number,
            at=entry.at,
            sentence=_sentence(entry, people),
            links=[
                LINKS[name](known[name, entry.subjects[name]])
                for name in LINKS
                if (name, entry.subjects.get(name)) in known
            ],
            facts=said(entry.facts, rules),
        )
        for entry in entries
    ]


def _sentence(entry: LogEntry, people: Mapping[int, str | None]) -> str:
    move, role = entry.facts.get("move"), entry.facts.get("after")
    return gettext(
        KINDS.get(entry.kind, UNKNOWN).sentence,
        who=_name(entry.actor_id, people),
        move=gettext(MOVES[move]) if move in MOVES else move,
        role=gettext(ROLES[Role(role)]) if role in set(Role) else role,
    )


def _name(actor_id: int | None, people: Mapping[int, str | None]) -> str:
    if actor_id is None:
        return gettext("The system")
    return people.get(actor_id) or gettext("A former colleague")


def _comment_address(comment: Any) -> str:
    return f"{url_for('pages.front')}{comment.discussion.place}#kommentar-{comment.id}"


def _kind_choices(chosen: str) -> list[tuple[str, str, bool]]:
    rows = sorted((gettext(KINDS.get(kind, UNKNOWN).label), kind) for kind in log.kinds())
    return [(kind, label, kind == chosen) for label, kind in rows]


def _actor_choices(people: Mapping[int, str | None], chosen: str) -> list[tuple[str, str, bool]]:
    rows = [(log.SYSTEM, gettext("The system")), *((str(number), _name(number, people)) for number in people)]
    return [(value, label, value == chosen) for value, label in rows]


def _href(page: Page[LogEntry], cursor: str | None) -> str | None:
    arguments: dict[str, Any] = {**page.filters, "cursor": cursor}
    return url_for("moderation.internal_log", **arguments) if cursor else None
