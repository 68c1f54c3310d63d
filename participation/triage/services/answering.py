"""What the desk demands of every answer: a sentence of its own, and nothing left to fill in."""

from datetime import date

from participation.extensions import lock
from participation.foundation.actors import Actor
from participation.foundation.authorization import require
from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_
from participation.ideas.models import Answer, Idea
from participation.ideas.services import answers, corrections
from participation.ideas.services.answers import AnswerText
from participation.municipalities import queries as municipalities
from participation.triage.queries import templates as queries
from participation.triage.rules import templates as rules

IMPERSONAL = N_(
    "This is the template's text only. Write at least one sentence about this very idea, in your own words."
)
UNFILLED = N_("{%(name)s} still stands in the answer. Write what belongs there.")


def values_for(*, idea: Idea, until: str = "") -> dict[str, str]:
    """What the placeholders become for an idea; `until` is the promised date in Danish words."""
    return {
        "idé": idea.safe_title,
        "mål": idea.goal.title if idea.goal else "",
        "navn": idea.author.public_name or "",
        "dato": until,
        "kommune": municipalities.current().name,
    }


def check_words(*, idea: Idea | None, text: AnswerText) -> None:
    """Raise RuleViolation when an answer is a template with its placeholders filled in, or not even that.

    Without an `idea` it is said to many at once.
    """
    whole = "\n".join((text.doing, text.why, text.next_steps))
    for name in rules.unfilled_placeholders(whole):
        raise RuleViolation(UNFILLED, name=name)
    prepared = [template.text for template in queries.all_templates()]
    if not rules.has_own_sentence(whole, prepared, values_for(idea=idea) if idea else {}):
        raise RuleViolation(IMPERSONAL)


def answer_for_now(
    *, actor: Actor, idea: Idea, text: AnswerText, until: date, seen_version: int | None = None
) -> Answer:
    """An interim answer in words of its own."""
    require(actor, "triage.work")
    lock(idea)
    check_words(idea=idea, text=text)
    return answers.answer_for_now(actor=actor, idea=idea, text=text, until=until, seen_version=seen_version)


def correct_answer(*, actor: Actor, idea: Idea, answer: Answer, text: AnswerText, seen_version: int) -> None:
    """A published answer's new version, in words of its own as well."""
    require(actor, "triage.work")
    check_words(idea=idea, text=text)
    corrections.correct_answer(actor=actor, idea=idea, answer=answer, text=text, seen_version=seen_version)
