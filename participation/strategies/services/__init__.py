"""Loading a strategy file, and publishing: a published strategy keeps its text until somebody publishes."""

from dataclasses import dataclass

from sqlalchemy import select

from participation.extensions import db
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.events import publish as tell
from participation.foundation.text import N_
from participation.municipalities import queries as municipalities
from participation.strategies import queries
from participation.strategies.events import StrategyDiscarded, StrategyLoaded, StrategyPublished
from participation.strategies.lifecycle import STRATEGIES
from participation.strategies.models import Strategy
from participation.strategies.queries.successions import unmapped_goals
from participation.strategies.rules.comparing import Change, compare
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.reading import read_document
from participation.strategies.services.texts import keep, take_over

ELSEWHERE = N_("The file belongs to the municipality with the code %(code)s, not to this one.")
UNSOUND = N_("The file cannot be loaded yet. What is to be mended stands below.")
NOTHING = N_("Everything that was loaded is published already.")
STALE = N_("A newer file was loaded, or a colleague published, after you opened the page. Look at it again.")
UNMAPPED = N_(
    "Say first what becomes of every goal of the present strategy. %(count)s of them are still missing."
)


@dataclass(frozen=True)
class Loaded:
    """What a file has brought: how it differs from what was loaded last; nothing when it is the same."""

    strategy: Strategy
    changes: list[Change]
    is_new: bool


def load(*, actor: Actor, content: str, form: str = "yaml") -> Loaded:
    """Take in a strategy file, unpublished; DocumentError says what to mend in it."""
    require(actor, "strategies.load")
    code = municipalities.current().code
    document = read_document(content, form, given={"municipality": code})
    if document.municipality != code:
        raise RuleViolation(ELSEWHERE, code=document.municipality)
    loaded = _take_in(document)
    if loaded.changes:
        tell(StrategyLoaded(actor=actor, strategy=loaded.strategy, changes=len(loaded.changes)))
    return loaded


def _take_in(document: StrategyDocument) -> Loaded:
    strategy = queries.by_key(document.key)
    if strategy is None:
        strategy = Strategy(key=document.key)
        take_over(strategy=strategy, document=document)
        return Loaded(strategy, compare(None, document), is_new=True)
    last = StrategyDocument.model_validate(strategy.pending_document or strategy.document)
    changes = compare(last, document)
    if changes:
        keep(strategy=strategy, document=document)
    return Loaded(strategy, changes, is_new=False)


def publish(*, actor: Actor, strategy: Strategy, version: int) -> None:
    """Show the strategy, or its newer text, to everybody; StaleVersion unless `version` was looked at."""
    require(actor, "strategies.publish")
    require_version(strategy=strategy, version=version)
    if not strategy.awaits_publication:
        raise RuleViolation(NOTHING)
    changes, is_first = len(queries.changes_awaiting(strategy)), not strategy.meaning.is_public
    replaced = _replace_present(strategy) if is_first else None
    if is_first:
        strategy.status = STRATEGIES.move("publish").leads_to()
        strategy.published_at = now()
    if strategy.pending_document is not None:
        waiting = StrategyDocument.model_validate(strategy.pending_document)
        take_over(strategy=strategy, document=waiting)
    db.session.flush()
    tell(
        StrategyPublished(
            actor=actor, strategy=strategy, is_first=is_first, changes=changes, replaced=replaced
        )
    )


def _replace_present(strategy: Strategy) -> Strategy | None:
    """A municipality has one strategy at a time; the one before keeps its pages, and takes no more ideas.

    RuleViolation while nobody has said of each of its goals what it becomes.
    """
    replacing = STRATEGIES.move("replace")
    present = select(Strategy).where(Strategy.status.in_(sorted(replacing.sources)))
    earlier = db.session.scalar(present.order_by(Strategy.id))
    if earlier is None:
        return None
    unmapped = unmapped_goals(earlier, strategy)
    if unmapped:
        raise RuleViolation(UNMAPPED, count=len(unmapped))
    earlier.status, earlier.replaced_at = replacing.leads_to(), now()
    return earlier


def discard(*, actor: Actor, strategy: Strategy, version: int) -> None:
    """Forget the newer file of a published strategy; what residents see stays as it is."""
    require(actor, "strategies.load")
    require_version(strategy=strategy, version=version)
    strategy.pending_document = None
    db.session.flush()
    tell(StrategyDiscarded(actor=actor, strategy=strategy))


def require_version(*, strategy: Strategy, version: int) -> None:
    """StaleVersion when the strategy is no longer as somebody saw it."""
    if strategy.version != version:
        raise StaleVersion(STALE)
