"""What came of projects: whole on the project's page, a line each where an idea's or a goal's chain ends."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from flask import render_template

from participation.files.models import StoredFile
from participation.foundation.errors import Missing
from participation.foundation.text import Kind, difference, shorten
from participation.outcomes import queries
from participation.outcomes.lifecycle import ANSWERS, Helped
from participation.outcomes.models import Outcome, OutcomeVersion
from participation.outcomes.queries import Totals
from participation.pages import evidence
from participation.pages.cards import project_address
from participation.pages.evidence import Evidence
from participation.projects import queries as projects
from participation.projects.models import Project
from participation.volunteering.queries import people_counts
from participation.web import guards
from participation.web.addresses import url_for
from participation.web.markup import masked, plain
from participation.web.templating import show_number
from participation.web.words import gettext, ngettext

LINE_LENGTH = 240


@dataclass(frozen=True)
class Answers:
    """Whether it helped: a sentence, then the figures that it sums up."""

    sentence: str
    rows: list[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """What a project's page says of its outcome; the texts are as they were written."""

    sentence: str
    completed_at: datetime | None
    body: str = ""
    effect: str = ""
    pictures: list[StoredFile] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    shown_by: Evidence | None = None
    helped: Answers | None = None
    versions_href: str | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Line:
    """One project's outcome in a line, with where it is told in full."""

    title: str
    href: str
    sentence: str
    facts: str
    indicator_id: int | None = None


def told_of(project: Project) -> Told | None:
    """What came of it; None before it is completed."""
    if not project.meaning.is_completed:
        return None
    outcome, people = queries.outcome_of(project), people_counts([project.id])[project.id]
    helped = answers_of(queries.totals_of([project.id]).get(project.id))
    facts = _facts(outcome, people)
    if outcome is None:
        return Told(project.outcome, project.completed_at, facts=facts, helped=helped)
    is_changed = len(queries.versions_of(outcome)) > 1
    return Told(
        sentence=project.outcome,
        completed_at=project.completed_at,
        body=outcome.body,
        effect=outcome.effect,
        shown_by=evidence.of(outcome),
        pictures=[each.file for each in outcome.pictures if not each.file.erased_at],
        facts=facts,
        helped=helped,
        versions_href=url_for("pages.outcome_versions", project_id=project.id) if is_changed else None,
        changed_at=outcome.changed_at,
    )


def lines_of(found: Sequence[Project], people: Mapping[int, int] | None = None) -> list[Line]:
    """A line for each completed one; `people` are those with a place in each, where that is known."""
    done = [project for project in found if project.meaning.is_completed]
    if not done:
        return []
    ids = [project.id for project in done]
    sums, people = queries.sums_of(ids), people_counts(ids) if people is None else people
    return [
        Line(
            title=project.title,
            href=f"{project_address(project)}#resultat",
            sentence=shorten(masked(plain(project.outcome)), LINE_LENGTH),
            facts=_short(sums[project.id][0], people.get(project.id, 0), sums[project.id][1]),
            indicator_id=_indicator_id(sums[project.id][0]),
        )
        for project in done
    ]


def _indicator_id(outcome: Outcome | None) -> int | None:
    return outcome.indicator_id if outcome else None


def by_figure(lines: Iterable[Line]) -> dict[int, list[tuple[str, str]]]:
    """The projects that name a figure as what shows what they did, by the indicator's number."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for line in lines:
        if line.indicator_id is not None:
            found[line.indicator_id].append((line.title, line.href))
    return found


def outcome_versions(project_id: int) -> str:
    """What was told from version to version."""
    project = guards.found(projects.find(project_id))
    outcome = queries.outcome_of(project)
    if outcome is None or not project.meaning.is_completed:
        raise Missing
    versions = queries.versions_of(outcome)
    changes = [(new.created_at, _changes(old, new)) for old, new in pairwise(versions)]
    return render_template("pages/outcome_versions.html", project=project, changes=changes[::-1])


def answers_of(totals: Totals | None) -> Answers | None:
    """`14 af 20 siger, at det hjalp`, and each answer's number."""
    if totals is None:
        return None
    rows = [(show_number(totals.counts[each]), gettext(label)) for each, label in ANSWERS.items()]
    return Answers(_helped(totals), rows)


def people_words(number: int) -> str:
    """`12 har været med`."""
    return ngettext("%(count)s took part", "%(count)s took part", number, count=show_number(number))


def _facts(outcome: Outcome | None, people: int) -> list[tuple[str, str]]:
    took_part = [people_words(people)] if people else []
    took_part += [outcome.people] if outcome and outcome.people else []
    rows = [(gettext("Who took part"), ". ".join(took_part))]
    rows += (
        [(gettext("What it cost"), _cost(outcome)), (gettext("Who paid"), outcome.paid_by)] if outcome else []
    )
    return [(label, words) for label, words in rows if words]


def _cost(outcome: Outcome) -> str:
    return "" if outcome.cost is None else gettext("%(sum)s kroner", sum=show_number(outcome.cost))


def _short(outcome: Outcome | None, people: int, totals: Totals | None) -> str:
    parts = [people_words(people) if people else "", _cost(outcome) if outcome else ""]
    parts += [_helped(totals) if totals else ""]
    return " · ".join(part for part in parts if part)


def _helped(totals: Totals) -> str:
    return gettext(
        "%(yes)s of %(all)s say that it helped",
        yes=show_number(totals.counts[Helped.YES]),
        all=show_number(totals.all),
    )


def _changes(old: OutcomeVersion, new: OutcomeVersion) -> list[tuple[str, list[tuple[Kind, str]]]]:
    return [
        (label, difference(masked(before), masked(after)))
        for label, before, after in zip(_labels(), _words(old), _words(new), strict=True)
        if before != after
    ]


def _labels() -> Iterable[str]:
    return (
        gettext("What came of it"),
        gettext("Who took part"),
        gettext("What it cost"),
        gettext("Who paid"),
        gettext("What it did for the goal"),
        gettext("The figure that shows it"),
    )


def _words(version: OutcomeVersion) -> Iterable[str]:
    cost = "" if version.cost is None else show_number(version.cost)
    return (version.body, version.people, cost, version.paid_by, version.effect, evidence.words(version))
