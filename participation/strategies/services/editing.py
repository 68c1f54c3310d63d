"""The editor: every change makes a new waiting text, which nobody sees before it is published."""

from sqlalchemy import delete, select

from participation.extensions import db, lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.events import publish
from participation.foundation.text import N_, slugify
from participation.strategies import queries
from participation.strategies.events import StrategyBegun, StrategyEdited
from participation.strategies.models import Strategy, StrategyVersion
from participation.strategies.rules import editing
from participation.strategies.services import require_version
from participation.strategies.services.texts import keep, take_over

KEPT = 50
NOTHING_THERE = N_("There is no strategy to begin from yet. Load a file instead.")
YEARS = N_("The last year comes after the first.")


def begin_next(*, actor: Actor, title: str, first_year: int, last_year: int) -> Strategy:
    """Make a draft of the next strategy from the present one."""
    require(actor, "strategies.edit")
    present = queries.current_strategy()
    if present is None:
        raise RuleViolation(NOTHING_THERE)
    if last_year < first_year:
        raise RuleViolation(YEARS)
    document = editing.copied(
        queries.document_of(present),
        key=_free_key(title),
        title=title,
        first_year=first_year,
        last_year=last_year,
    )
    strategy = Strategy(key=document.key)
    take_over(strategy=strategy, document=document)
    publish(StrategyBegun(actor=actor, strategy=strategy))
    return strategy


def _free_key(title: str) -> str:
    wanted = slugify(title, length=34) or "strategi"
    keys = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
    return next(key for key in keys if queries.by_key(key) is None)


def edit(
    *, actor: Actor, strategy: Strategy, version: int, act: str, title: str, change: editing.Change
) -> None:
    """Change the waiting text; StaleVersion unless `version` is what the actor looked at.

    `act` and `title` say in the list of versions what was done to which part.
    """
    require(actor, "strategies.edit")
    lock(strategy)
    require_version(strategy=strategy, version=version)
    before = queries.working_document(strategy)
    after = change(before)
    if after == before:
        return
    db.session.add(
        StrategyVersion(
            strategy_id=strategy.id,
            document=before.model_dump(mode="json"),
            act=act,
            title=title[:200],
            changed_by_id=actor.actor_id,
        )
    )
    keep(strategy=strategy, document=after)
    _forget_oldest(strategy)
    publish(StrategyEdited(actor=actor, strategy=strategy, act=act))


def _forget_oldest(strategy: Strategy) -> None:
    theirs = select(StrategyVersion.id).where(StrategyVersion.strategy_id == strategy.id)
    newest = theirs.order_by(StrategyVersion.id.desc()).limit(KEPT).subquery()
    older = (StrategyVersion.strategy_id == strategy.id, StrategyVersion.id.not_in(select(newest.c[0])))
    db.session.execute(delete(StrategyVersion).where(*older))
