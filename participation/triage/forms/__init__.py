"""A move's form is put together from what the move needs: one part for each need."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import IntegerField, RadioField, SelectField, ValidationError
from wtforms.validators import URL, InputRequired
from wtforms.widgets import HiddenInput

from participation.foundation.clock import today
from participation.ideas.models import DecidedBy
from participation.ideas.services.answers import AnswerText
from participation.web.concerns import CPR
from participation.web.forms import DateField, Form, SelectChoice, line, text

OUTSIDE = "outside"
DECIDERS = [
    SelectChoice(DecidedBy.ADMINISTRATION.value, lazy_gettext("The administration")),
    SelectChoice(DecidedBy.COMMITTEE.value, lazy_gettext("A committee")),
    SelectChoice(DecidedBy.COUNCIL.value, lazy_gettext("The municipal council")),
]


def lies_ahead(_form: Any, field: Any) -> None:
    """A promise is for a day ahead."""
    if field.data and field.data <= today():
        raise ValidationError(str(gettext("Choose a day ahead.")))


class MoveForm(Form):
    """What every act sends: the idea as it was seen."""

    ASIDE = ("signed_by", "decided_by", "decided_on", "agenda_url")
    WORDS = ("doing", "why", "next_steps", "department", "signed_by", "review_place", "sentence")
    is_official = True
    # Words under single choices.
    hints: Mapping[str, str] = {}

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    @property
    def said(self) -> dict[str, Any]:
        """What the form says, as the fields of Details."""
        return {}

    @property
    def is_clear(self) -> bool:
        """Staff's words are neither held nor masked, but asked about for what looks like a CPR number."""
        return self.is_meant(*(name for name in self.WORDS if name in self), kinds=(CPR,))

    @property
    def main_fields(self) -> list[Any]:
        return [field for field in self if field.name not in (*self.ASIDE, "version", "csrf_token")]

    @property
    def aside_fields(self) -> list[Any]:
        return [field for field in self if field.name in self.ASIDE]


class LinkPart(MoveForm):
    """The effort or the project that does it already."""

    link = SelectField(
        lazy_gettext("What is under way?"), [InputRequired(lazy_gettext("Choose the effort or the project."))]
    )

    @property
    def said(self) -> dict[str, Any]:
        kind, _, number = (self.link.data or "").partition("-")
        chosen = {"effort_id": int(number)} if kind == "effort" else {"has_link": True}
        return super().said | chosen

    @property
    def project_id(self) -> int | None:
        kind, _, number = (self.link.data or "").partition("-")
        return int(number) if kind == "project" else None


class GoalPart(MoveForm):
    """A goal, or that the strategy has none for it."""

    goal = SelectField(
        lazy_gettext("Goal"), [InputRequired(lazy_gettext("Choose a goal, or “outside the strategy”."))]
    )

    @property
    def said(self) -> dict[str, Any]:
        is_outside = self.goal.data == OUTSIDE
        goal_id = None if is_outside else int(self.goal.data or 0)
        return super().said | {"goal_id": goal_id, "is_outside_strategy": is_outside}


class ReasonPart(MoveForm):
    """One of the municipality's published reasons."""

    reason_code = RadioField(lazy_gettext("Reason"), [InputRequired(lazy_gettext("Choose a reason."))])

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"reason_code": self.reason_code.data}


class InterimPart(MoveForm):
    """What can be said now, and by whom."""

    doing = text(lazy_gettext("What we do"), most=4000, required=lazy_gettext("Write what you do."))
    why = text(lazy_gettext("Why"), most=4000)
    next_steps = text(lazy_gettext("What happens now"), most=4000)
    department = line(
        lazy_gettext("Department"), most=120, required=lazy_gettext("Write which department answers.")
    )
    signed_by = line(lazy_gettext("Signed by"), most=120)
    decided_by = RadioField(
        lazy_gettext("Decided by"), choices=DECIDERS, default=DecidedBy.ADMINISTRATION.value
    )
    decided_on = DateField(lazy_gettext("Decided on"), [InputRequired()], default=today)
    agenda_url = line(lazy_gettext("Link to the agenda"), most=500)

    def validate_agenda_url(self, field: Any) -> None:
        if field.data:
            URL(message=str(gettext("Write the whole address, beginning with https://")))(self, field)

    @property
    def said(self) -> dict[str, Any]:
        lines = ("doing", "why", "next_steps", "department", "signed_by", "agenda_url")
        words: dict[str, Any] = {name: self[name].data or "" for name in lines}
        words |= {"decided_by": DecidedBy(self.decided_by.data), "decided_on": self.decided_on.data}
        answer = AnswerText(**words)
        return super().said | {"answer": answer}


class AnswerPart(InterimPart):
    """The official answer, which always says why."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        # Not a field of its own: that would come last, and the answer is read in this order.
        self.why.validators = [InputRequired(lazy_gettext("Write why.")), *self.why.validators[1:]]
        self.why.flags.required = True


class ReviewPart(MoveForm):
    """Where it is treated."""

    review_place = line(
        lazy_gettext("Where is it treated?"), most=200, required=lazy_gettext("Write where it is treated.")
    )

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"review_place": self.review_place.data}


class PromisePart(MoveForm):
    """A new promise."""

    until = DateField(
        lazy_gettext("The answer comes by"),
        [InputRequired(lazy_gettext("Choose a day ahead.")), lies_ahead],
    )

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"until": self.until.data}


class WordsPart(MoveForm):
    """A few words, if one likes."""

    sentence = text(lazy_gettext("In your own words"), most=2000)

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"sentence": self.sentence.data or ""}


class SentencePart(WordsPart):
    """A sentence of one's own."""

    sentence = text(
        lazy_gettext("In your own words"),
        most=2000,
        required=lazy_gettext("Write a sentence about why."),
    )


PARTS: dict[str, Sequence[type[MoveForm]]] = {
    "link": [LinkPart],
    "goal": [GoalPart],
    "reason": [ReasonPart],
    "answer": [AnswerPart],
    "interim": [InterimPart],
    "review": [ReviewPart, PromisePart],
    "promise": [PromisePart],
    "words": [WordsPart],
    "sentence": [SentencePart],
}


@lru_cache
def form_for(needs: frozenset[str]) -> type[MoveForm]:
    """The form that asks for these needs, and for nothing else."""
    parts = [part for name in PARTS if name in needs for part in PARTS[name]]
    return type("MoveForm", (*parts, MoveForm), {})
