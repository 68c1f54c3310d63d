"""Moving an idea through its life: the only writer of a status."""

from collections.abc import Callable

from participation.cases import services as cases
from participation.cases.models import CaseKind
from participation.discussions.models import Discussion
from participation.extensions import db
from participation.foundation.actors import SYSTEM, Actor
from participation.foundation.authorization import require
from participation.foundation.clock import end_of_day, now
from participation.foundation.errors import StaleVersion
from participation.foundation.events import publish
from participation.foundation.lifecycle import Move
from participation.foundation.text import N_
from participation.ideas import queries, rules
from participation.ideas.events import IdeaMoved
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Answer, AnswerKind, Idea, IdeaMove
from participation.ideas.queries import merging
from participation.ideas.services.answers import add_answer
from participation.ideas.services.needs import Details as Details
from participation.ideas.services.needs import check_needs
from participation.ideas.services.undoing import give_back, remembered
from participation.ideas.services.versions import keep_version
from participation.municipalities import queries as municipalities
from participation.search import services as search

FASTER = N_("A colleague was faster. Look at the idea again.")
ANSWER_KINDS = {
    "accept": AnswerKind.YES,
    "decline": AnswerKind.NO,
    "recognise": AnswerKind.UNDER_WAY,
    "give_up": AnswerKind.GIVEN_UP,
}


def move(
    *, actor: Actor, idea: Idea, name: str, details: Details | None = None, seen_version: int | None = None
) -> IdeaMove:
    """Make a move: check, write, log, tell.

    Raises StaleVersion when the idea is no longer as the actor saw it, Forbidden when the actor may not,
    RuleViolation when the move lacks something.
    """
    require(actor, "ideas.move", idea, name)
    details = details or Details()
    wanted = IDEAS.move(name)
    _check_fresh(idea, wanted, seen_version)
    if not actor.is_system:
        check_needs(idea=idea, wanted=wanted, details=details)
    logged = _log(actor, idea, wanted, details)
    # What the effects ask for must not write half of them: the database refuses that.
    with db.session.no_autoflush:
        idea.status = logged.to_status
        EFFECTS.get(name, _nothing)(idea, details)
    answer = _answer(actor, idea, name, details)
    settle(idea=idea)
    if answer is not None:
        answer.move_id = logged.id
    publish(IdeaMoved(idea=idea, move=logged, actor=actor, answer=answer))
    _seal(idea, logged)
    return logged


def settle(*, idea: Idea) -> None:
    """Bring promise, case, discussion and index in line; flushes, so a stale version raises here."""
    idea.changed_at = now()
    idea.promised_at = rules.next_promise(idea)
    _settle_case(idea)
    _settle_discussion(idea)
    db.session.flush()
    search.index(subject_id=idea.id, title=idea.title, texts=queries.searched_texts(idea))


def _check_fresh(idea: Idea, wanted: Move[IdeaStatus], seen_version: int | None) -> None:
    is_stale = seen_version is not None and seen_version != idea.version
    if is_stale or not rules.is_possible(idea, wanted):
        raise StaleVersion(FASTER)


def _log(actor: Actor, idea: Idea, wanted: Move[IdeaStatus], details: Details) -> IdeaMove:
    logged = IdeaMove(
        idea_id=idea.id,
        name=wanted.name,
        from_status=idea.status,
        to_status=wanted.leads_to(merging.status_before(idea)),
        actor_id=actor.actor_id,
        reason_code=details.reason_code,
        sentence=details.sentence or details.explanation,
        cause=details.cause,
        before=remembered(idea=idea),
        told_from=details.told_from,
        is_public=wanted.is_public and (wanted.name == "publish" or idea.published_at is not None),
    )
    db.session.add(logged)
    return logged


def _answer(actor: Actor, idea: Idea, name: str, details: Details) -> Answer | None:
    if details.answer is None or name not in ANSWER_KINDS:
        return None
    return add_answer(
        actor=actor, idea=idea, kind=ANSWER_KINDS[name], text=details.answer, reason_code=details.reason_code
    )


def _seal(idea: Idea, logged: IdeaMove) -> None:
    """Whoever takes the move back sees by the version whether anything has happened since.

    What followed at once, as a promise reckoned anew, belongs to the move.
    """
    db.session.flush()
    logged.left_version = idea.version


def _nothing(_idea: Idea, _details: Details) -> None:
    pass


def _submitted(idea: Idea, _details: Details) -> None:
    idea.submitted_at = now()
    idea.review_due_at = rules.review_promise(idea.submitted_at, municipalities.settings())


def _published(idea: Idea, details: Details) -> None:
    settings, moment = municipalities.settings(), now()
    if details.goal_id or details.is_outside_strategy:
        idea.goal_id, idea.is_outside_strategy = details.goal_id, details.is_outside_strategy
    idea.published_at, idea.held_reason = moment, None
    idea.author.first_post_at = idea.author.first_post_at or moment
    idea.reviewed_at = None if settings.review == "after" else moment
    promised = end_of_day(details.until) if details.until else rules.answer_promise(moment, settings)
    idea.answer_due_at = idea.first_answer_due_at = promised
    idea.support_closes_at = rules.support_end(moment, idea.answer_due_at, settings)
    keep_version(idea=idea)


def _under_review(idea: Idea, details: Details) -> None:
    assert details.until is not None
    idea.reviewed_at = idea.reviewed_at or now()
    idea.review_place, idea.answer_due_at = details.review_place, end_of_day(details.until)
    idea.support_closes_at = max(idea.support_closes_at or idea.answer_due_at, idea.answer_due_at)
    idea.decided_at = idea.decided_support = None


def _decided(idea: Idea, details: Details) -> None:
    # Ours by this write: whoever supports meanwhile is counted before it, or waits and is refused.
    db.session.flush()
    db.session.refresh(idea, ["support_count"])
    idea.decided_at, idea.decided_support = now(), idea.support_count
    idea.reviewed_at = idea.reviewed_at or idea.decided_at
    idea.effort_id = details.effort_id


def _withdrawn(idea: Idea, details: Details) -> None:
    idea.explanation = details.explanation


def _merged(idea: Idea, details: Details) -> None:
    idea.merged_into_id = details.merged_into_id
    if not details.is_readable:
        # Nobody has read it yet, and nobody shall by way of the other idea.
        idea.published_at = None


def _unmerged(idea: Idea, _details: Details) -> None:
    # Asked before anything is written: half of it is what the database refuses.
    with db.session.no_autoflush:
        give_back(idea=idea, before=merging.before_merge(idea))


EFFECTS: dict[str, Callable[[Idea, Details], None]] = {
    "submit": _submitted,
    "reconsider": _submitted,
    "publish": _published,
    "start_review": _under_review,
    "reopen": _under_review,
    "accept": _decided,
    "decline": _decided,
    "recognise": _decided,
    "withdraw": _withdrawn,
    "merge": _merged,
    "undo_merge": _unmerged,
}


def _settle_case(idea: Idea) -> None:
    is_unreviewed = idea.meaning.awaits_review or (idea.meaning.is_open and idea.reviewed_at is None)
    kind = CaseKind.REVIEW if is_unreviewed else CaseKind.ANSWER
    waits = (is_unreviewed or idea.meaning.awaits_answer) and not idea.is_hidden
    if idea.case is None and waits:
        idea.case = cases.open_case(kind=kind, due_at=idea.promised_at, title=idea.safe_title)
    elif idea.case is not None and waits:
        cases.reopen(case=idea.case, kind=kind, due_at=idea.promised_at)
    elif idea.case is not None:
        cases.close(case=idea.case)
    if idea.case is not None:
        cases.keep_apart(case=idea.case, writer=idea.author)
        idea.case.subject_title, idea.case.place = idea.safe_title, f"opgaver/{idea.id}"
        idea.case.goal_id = idea.goal_id


def _settle_discussion(idea: Idea) -> None:
    if idea.discussion is None:
        if idea.meaning.is_withheld:
            return
        idea.discussion = Discussion()
    idea.discussion.is_open = idea.takes_comments
    idea.discussion.is_public = (
        idea.published_at is not None and not idea.meaning.is_withheld and not idea.is_hidden
    )
    idea.discussion.subject_title = idea.safe_title
    idea.discussion.place = f"ideer/{idea.id}-{idea.slug}"


def follow(*, idea: Idea, target: IdeaStatus, cause: str, sentence: str = "") -> None:
    """Bring a decided idea where its linked projects say it is; the system acts, `cause` names why.

    `sentence` is what readers are told of it, for example why a project was cancelled.
    """
    if idea.status == target:
        return
    steps = [step for step in IDEAS.moves_from(idea.status, by="system") if step.target == target]
    if steps:
        move(actor=SYSTEM, idea=idea, name=steps[0].name, details=Details(cause=cause, sentence=sentence))
