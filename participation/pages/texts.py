"""Words that several pages say alike: labels of statuses, reasons in the reader's language, supporters."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from participation.foundation.actors import Actor
from participation.foundation.clock import FAR_FUTURE, now
from participation.ideas.lifecycle import IDEAS, IdeaStatus
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.organisations import queries as organisations
from participation.organisations.models import Organisation
from participation.organisations.rules import signature
from participation.papers.rules import CAME_BY
from participation.web.locale import current_language
from participation.web.templating import show_number, show_short_date
from participation.web.words import gettext, ngettext


def signed(viewer: Actor, name: str, organisation: Organisation | None) -> str:
    """Who stands beside an idea, as the municipality wants what is an organisation's to be signed."""
    who, behalf = signature_of(viewer, name, organisation)
    return gettext("%(name)s on behalf of %(organisation)s", name=who, organisation=behalf) if behalf else who


def signature_of(viewer: Actor, name: str, organisation: Organisation | None) -> tuple[str, str | None]:
    """Who, and on whose behalf; a hidden name stays hidden, and who was promised not to be named is not."""
    if organisation is None:
        return name, None
    is_both = organisations.names_writers(viewer)
    if organisation.is_hidden:
        return (name if is_both else gettext("[association hidden]")), None
    return signature(name, organisation.public_name, is_both=is_both)


def label_of(status: IdeaStatus) -> str:
    """The words on a badge."""
    return gettext(IDEAS.meanings[status].label)


class ReasonLabels(Mapping[str, str]):
    """The reasons by code in the reader's language, read when one is asked for: most pages show none."""

    @cached_property
    def _labels(self) -> dict[str, str]:
        language = current_language()
        return {reason.code: reason.label_in(language) for reason in municipalities.all_reasons()}

    def __getitem__(self, code: str) -> str:
        return self._labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)


def explanation(reasons: Mapping[str, str], code: str | None, sentence: str | None) -> str:
    """The reason and the sentence beside it, each with its full stop; empty when there is neither."""
    reason = reasons.get(code, "") if code else ""
    parts = (part.rstrip() for part in (reason, sentence) if part)
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)


def came_by(idea: Idea) -> str:
    """`Modtaget på papir 3. marts`; empty for what was sent on the site."""
    if idea.channel is None or idea.received_on is None:
        return ""
    return gettext(CAME_BY[idea.channel], date=show_short_date(idea.received_on))


def promise_note(idea: Idea) -> str:
    """When the answer came, is due, or should have come; empty when none is promised."""
    if idea.decided_at is not None:
        return gettext("answered %(date)s", date=show_short_date(idea.decided_at))
    if not idea.meaning.awaits_answer or idea.answer_due_at is None or idea.answer_due_at == FAR_FUTURE:
        return ""
    if idea.answer_due_at < now():
        return gettext("the answer is late")
    return gettext("answer by %(date)s", date=show_short_date(idea.answer_due_at))


def badge_sentence(idea: Idea) -> str:
    """What the badge's word means for this idea, with its date."""
    if idea.meaning.awaits_review and idea.review_due_at is not None:
        return gettext("We look at it by %(date)s.", date=show_short_date(idea.review_due_at))
    if idea.decided_at is not None and idea.meaning.is_decided:
        return gettext("Answered on %(date)s.", date=show_short_date(idea.decided_at))
    if not idea.meaning.awaits_answer or idea.answer_due_at is None:
        return ""
    if idea.answer_due_at < now():
        return gettext("We promised an answer by %(date)s.", date=show_short_date(idea.answer_due_at))
    return gettext("Answer by %(date)s.", date=show_short_date(idea.answer_due_at))


def idea_count(count: int) -> str:
    """`4 idéer`."""
    return ngettext("%(count)s idea", "%(count)s ideas", count, count=show_number(count))


def project_count(count: int) -> str:
    """`1 projekt`."""
    return ngettext("%(count)s project", "%(count)s projects", count, count=show_number(count))


def organisation_count(count: int) -> str:
    """`7 foreninger og grupper`."""
    return ngettext(
        "%(count)s association or group",
        "%(count)s associations and groups",
        count,
        count=show_number(count),
    )


def meeting_count(count: int) -> str:
    """`3 arrangementer`."""
    return ngettext("%(count)s event", "%(count)s events", count, count=show_number(count))


def goal_count(count: int) -> str:
    """`5 mål`."""
    return ngettext("%(count)s goal", "%(count)s goals", count, count=show_number(count))


def answer_count(count: int) -> str:
    """`18 svar`."""
    return ngettext("%(count)s answer", "%(count)s answers", count, count=show_number(count))


def editorial() -> str:
    """Said wherever a title is not in the document."""
    return gettext("The heading is the editors'. The text is the municipality's.")
