"""A case file's parts from the rows, with what their codes say in the reader's language."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from participation.discussions.models import Comment
from participation.foundation.clock import FAR_FUTURE
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Answer, AnswerVersion, Idea, IdeaMove, IdeaVersion
from participation.moderation.models import LogEntry, ModerationEntry
from participation.moderation.rules.public_log import OUTCOMES
from participation.moderation.rules.sentences import KINDS, UNKNOWN
from participation.municipalities import queries as municipalities
from participation.projects.models import Project
from participation.records.queries import case_files
from participation.records.queries.case_files import Gathered
from participation.records.rules import case_file as parts
from participation.records.rules.case_file import Coded
from participation.records.views.columns import home
from participation.triage.queries.notes import ShownNote
from participation.web.addresses import url_for
from participation.web.locale import current_language
from participation.web.words import gettext

ANSWERED = ("doing", "why", "next_steps", "department", "signed_by")
MOVES = {move.name: move.label for move in IDEAS.moves}


def promised(moment: datetime | None) -> datetime | None:
    """A promise; none where nothing is promised."""
    return None if moment == FAR_FUTURE else moment


def status(code: IdeaStatus) -> Coded:
    """A status with its label."""
    return Coded(code=code.value, label=gettext(IDEAS.meanings[code].label))


class Words:
    """What the rows' numbers and codes stand for."""

    def __init__(self, gathered: Gathered) -> None:
        self.names = case_files.names_in(gathered)
        self.goals = case_files.goals_in(gathered)
        self.home = home()

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {each.code: each.label_in(current_language()) for each in municipalities.all_reasons()}

    def who(self, actor_id: int | None) -> str | None:
        """Whoever acted, named or not; None where nobody of the people here did."""
        return None if actor_id is None else self.names.get(actor_id, gettext("No name"))

    def reason(self, code: str | None) -> Coded | None:
        return Coded(code=code, label=self._labels.get(code, code)) if code else None

    def hidden(self, row: Idea | Comment) -> parts.HiddenPart | None:
        if row.hidden_at is None:
            return None
        return parts.HiddenPart(
            at=row.hidden_at, reason=self.reason(row.hidden_reason), sentence=row.hidden_sentence or ""
        )

    def version(self, row: IdeaVersion) -> parts.VersionPart:
        return parts.VersionPart(
            number=row.number,
            at=row.created_at,
            state=row.state.value,
            title=row.title,
            body=row.body,
            place=row.place,
            goal=self.goals.get(row.goal_id or 0),
            is_outside_strategy=row.is_outside_strategy,
            changed_by=self.names.get(row.changed_by_id),
        )

    def move(self, row: IdeaMove) -> parts.MovePart:
        return parts.MovePart(
            at=row.at,
            name=row.name,
            from_status=status(row.from_status),
            to_status=status(row.to_status),
            by=self.who(row.actor_id),
            reason=self.reason(row.reason_code),
            sentence=row.sentence,
            cause=row.cause,
            is_public=row.is_public,
        )

    def answer(self, row: Answer, earlier: Sequence[AnswerVersion]) -> parts.AnswerPart:
        return parts.AnswerPart(
            number=row.id,
            at=row.created_at,
            kind=row.kind.value,
            reason=self.reason(row.reason_code),
            decided_by=row.decided_by.value,
            was_promised_at=promised(row.was_promised_at),
            promised_at=promised(row.promised_at),
            earlier=[self.answer_text(version) for version in earlier],
            **{name: getattr(row, name) for name in (*ANSWERED, "decided_on", "agenda_url")},
        )

    def answer_text(self, row: AnswerVersion) -> parts.AnswerTextPart:
        return parts.AnswerTextPart(
            number=row.number,
            at=row.created_at,
            corrected_by=self.names.get(row.actor_id),
            **{name: getattr(row, name) for name in ANSWERED},
        )

    def note(self, row: ShownNote) -> parts.NotePart:
        note, asked = row.note, row.note.contribution
        return parts.NotePart(
            at=note.created_at,
            changed_at=note.changed_at,
            by=(asked.name if asked else row.by) or "",
            is_contribution=asked is not None,
            body=note.body,
        )

    def comment(self, row: Comment) -> parts.CommentPart:
        is_gone = row.deleted_at is not None or row.erased_at is not None
        return parts.CommentPart(
            number=row.id,
            reply_to=row.parent_id,
            at=row.created_at,
            edited_at=row.edited_at,
            author=None if is_gone else self.names.get(row.author_id),
            organisation=row.organisation.name if row.organisation and not is_gone else None,
            state=_state(row),
            hidden=None if is_gone else self.hidden(row),
            body="" if is_gone else row.body,
            waiting_body="" if is_gone else row.waiting_body or "",
        )

    def decision(self, row: ModerationEntry) -> parts.DecisionPart:
        return parts.DecisionPart(
            at=row.at,
            act=Coded(code=row.act.value, label=gettext(OUTCOMES[row.act])),
            comment=row.comment_id,
            by=self.who(row.actor_id),
            reason=self.reason(row.reason_code),
            sentence=row.sentence,
        )

    def project(self, row: Project) -> parts.ProjectPart:
        return parts.ProjectPart(
            number=row.id,
            title=row.title,
            status=Coded(code=row.status.value, label=gettext(row.meaning.label)),
            address=self.home + url_for("pages.project", project_id=row.id, slug=row.slug),
        )

    def entry(self, row: LogEntry) -> parts.LogPart:
        move = row.facts.get("move")
        who = self.who(row.actor_id) or gettext("The system")
        label = gettext(MOVES[move]) if move in MOVES else move
        sentence = gettext(KINDS.get(row.kind, UNKNOWN).sentence, who=who, move=label, role="")
        return parts.LogPart(number=row.number, at=row.at, kind=row.kind, sentence=sentence)


def _state(row: Comment) -> Any:
    marks = (
        ("erased", row.erased_at),
        ("deleted", row.deleted_at),
        ("hidden", row.hidden_at),
        ("held", row.held_at),
    )
    return next((name for name, at in marks if at is not None), "shown")
