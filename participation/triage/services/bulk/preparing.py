"""Putting a bulk act together, with promises that can be kept: nothing happens to a case yet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from participation.cases.models import Case
from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import local_date, now, today
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.ideas import rules as ideas
from participation.ideas.services.needs import Details
from participation.municipalities import queries as municipalities
from participation.triage.models import BulkAct, BulkItem
from participation.triage.queries import bulk as queries
from participation.triage.rules.saying import kept
from participation.triage.rules.spreading import RATE, WEEK, Calendar, latest_start, least_rate, spread
from participation.triage.services.answering import check_words

TOO_SLOW = N_(
    "With %(rate)s answers a week the last would come after the day that you named."
    " Choose at least %(least)s a week, or a later day."
)
NO_ROOM = N_("There are too many ideas for the time until the day that you named. Choose a later day.")


def prepare(*, actor: Actor, name: str, details: Details, cases: Iterable[Case]) -> BulkAct:
    """Keep what was chosen and said, each idea as it is seen now; promises on one day are spread.

    RuleViolation when an answer to all of them is a template and no more.
    """
    require(actor, "triage.work")
    if details.answer is not None:
        check_words(idea=None, text=details.answer)
    assert actor.actor_id is not None
    bulk = BulkAct(actor_id=actor.actor_id, name=name, said=kept(details))
    db.session.add(bulk)
    db.session.flush()
    chosen = list(cases)
    ideas_by_case = queries.ideas_by_case([case.id for case in chosen])
    versions = {case_id: idea.version for case_id, idea in ideas_by_case.items()}
    db.session.add_all(
        BulkItem(
            bulk_id=bulk.id,
            case_id=case.id,
            seen_version=versions.get(case.id),
            seen_owner_id=case.owner_id,
        )
        for case in chosen
    )
    db.session.flush()
    _propose(actor, bulk)
    return bulk


def spread_promises(*, actor: Actor, bulk: BulkAct, rate: int | None, latest: date | None) -> None:
    """Promise so many answers a week, the oldest first and the last by `latest`; without a rate as usual.

    RuleViolation says which rate would do.
    """
    require(actor, "triage.carry_out", bulk)
    items = _publishable(actor, bulk)
    days = _days(len(items), rate, latest) if rate and latest else [None] * len(items)
    for item, day in zip(items, days, strict=True):
        item.promise_on = day
    bulk.rate, bulk.latest = (rate, latest) if rate and latest else (None, None)
    db.session.flush()


def last_day() -> date:
    """The latest day that is proposed: as long as ideas of today are open for support."""
    settings, moment = municipalities.settings(), now()
    return local_date(ideas.support_end(moment, ideas.answer_promise(moment, settings), settings))


def _propose(actor: Actor, bulk: BulkAct) -> None:
    """Many promises that would fall on one day are spread from the beginning."""
    count = len(_publishable(actor, bulk))
    ordinary = _ordinary()
    same_day = queries.promised_days(ordinary, ordinary).get(ordinary, 0)
    if not count or count + same_day <= RATE:
        return
    latest = last_day()
    rate = max(RATE, least_rate(count, _calendar(latest)) or 0)
    spread_promises(actor=actor, bulk=bulk, rate=rate, latest=latest)


def _publishable(actor: Actor, bulk: BulkAct) -> list[BulkItem]:
    if bulk.name != "publish":
        return []
    return [line.item for line in queries.lines_of(bulk, actor) if line.will_happen]


def _days(count: int, rate: int, latest: date) -> list[date]:
    calendar = _calendar(latest)
    first = latest_start(count, rate, calendar, _ordinary())
    days = spread(count, rate, replace(calendar, first=first))
    if days is None:
        least = least_rate(count, calendar)
        raise RuleViolation(TOO_SLOW, rate=rate, least=least) if least else RuleViolation(NO_ROOM)
    return days


def _calendar(latest: date) -> Calendar:
    first, settings = today() + WEEK, municipalities.settings()
    taken = queries.promised_days(first, max(first, latest))
    return Calendar(first, max(latest, first - timedelta(days=1)), taken, settings.closed_weeks)


def _ordinary() -> date:
    return local_date(ideas.answer_promise(now(), municipalities.settings()))
