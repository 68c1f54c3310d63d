"""The small print of the internal log in words: what an entry's codes and numbers mean."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from participation.accounts.models import Role
from participation.adoptions.events import MUNICIPALITY, ORGANISATION
from participation.cases.models import HandoverReason
from participation.foundation.text import N_
from participation.ideas.models import Channel
from participation.meetings.models import SeatState
from participation.moderation.lifecycle import GROUNDS, OUTCOMES, VERDICTS
from participation.moderation.rules.public_log import OUTCOMES as DECISIONS
from participation.municipalities import queries as municipalities
from participation.municipalities.forms import ConfigureForm
from participation.organisations.lifecycle import ROLES as MEMBERSHIP_ROLES
from participation.strategies.lifecycle import EDITS
from participation.triage.rules.handing_over import DISQUALIFIED, HANDOVER_REASONS
from participation.volunteering.models import Place
from participation.web.locale import current_language
from participation.web.templating import show_date, show_number
from participation.web.words import gettext

ROLES = {
    Role.CITIZEN: N_("no role"),
    Role.MODERATOR: N_("Moderator"),
    Role.ADMINISTRATOR: N_("Administrator"),
}
HANDED_OVER = HANDOVER_REASONS | {HandoverReason.DISQUALIFIED: DISQUALIFIED, HandoverReason.NONE: ""}
TEXTS = {"rules": N_("Rules"), "privacy": N_("Privacy"), "about": N_("About the site")}
CHANNELS = {
    Channel.PAPER: N_("On paper"),
    Channel.TELEPHONE: N_("By telephone"),
    Channel.CLASS: N_("From a school class"),
    Channel.VISIT: N_("At a meeting"),
}
PLACES = {Place.TAKEN: N_("takes part"), Place.WAITING: N_("waits for a place")}
SEATS = {SeatState.TAKEN: N_("takes part"), SeatState.WAITING: N_("waits for a place")}
MEMBERS = {role: meaning.label for role, meaning in MEMBERSHIP_ROLES.items()}
MILESTONES = {
    "plan": N_("planned"),
    "change": N_("changed"),
    "reach": N_("reached"),
    "resume": N_("taken up again"),
    "drop": N_("dropped"),
}
SIDES = {MUNICIPALITY: N_("the municipality"), ORGANISATION: N_("the association")}
LISTS = {"ideas": N_("Ideas"), "tasks": N_("Tasks")}
FILTERS = {
    "kind": N_("what waits"),
    "theme": N_("theme"),
    "goal": N_("goal"),
    "status": N_("status"),
    "owner": N_("who has it"),
    "overdue": N_("overdue"),
    "first": N_("first post"),
    "organisation": N_("association"),
}


class Fact(NamedTuple):
    """What a fact is called, and its value in words; without words nothing is said."""

    label: str
    words: Callable[[Any], str]


def rules_in_words() -> dict[str, str]:
    """The municipality's own reasons by code; one statement for a page of entries."""
    return {reason.code: reason.label_in(current_language()) for reason in municipalities.all_reasons()}


def said(facts: Mapping[str, Any], rules: Mapping[str, str]) -> str:
    """Everything that an entry says besides its sentence."""
    rule = rules.get(facts.get("reason") or "")
    return ", ".join(_lines({**facts, "reason": rule} if rule else facts))


def _lines(facts: Mapping[str, Any]) -> Iterator[str]:
    for name, value in facts.items():
        fact = FACTS.get(name, Fact(name, str))
        if name in FLAGS:
            yield from [gettext(FLAGS[name])] if value else []
        elif name not in IN_THE_SENTENCE and value not in (None, "", 0, [], {}) and fact.words(value):
            yield f"{gettext(fact.label)}: {fact.words(value)}"


def _one_of(names: Mapping[Any, str], value: Any) -> str:
    known = names.get(value)
    return str(value) if known is None else str(known and gettext(known))


def _settings(names: list[str]) -> str:
    labels = {field.name: str(field.label.text) for field in ConfigureForm()}
    return ", ".join(labels.get(name, name) for name in names)


def _filters(names: Mapping[str, str]) -> str:
    return ", ".join(_one_of(FILTERS, name) for name in names)


def _day(value: str) -> str:
    moment = datetime.fromisoformat(value)
    return show_date(date.fromisoformat(value) if len(value) == len("2026-01-01") else moment)


def _number(value: int) -> str:
    return str(gettext("no. %(number)s", number=value))


# Told by the sentence itself, or by the link to the thing.
IN_THE_SENTENCE = frozenset({"move", "after", "to"})
FLAGS = {
    "is_new": N_("new"),
    "is_first": N_("the first one"),
    "is_active": N_("in use"),
    "is_searched": N_("with a search"),
    "has_number": N_("with a number"),
    "agrees": N_("said yes"),
    "is_moved": N_("another time or place"),
    "holds_everything": N_("everything new is held"),
    "is_sign_up_closed": N_("no new accounts"),
}
FACTS: dict[str, Fact] = {
    # What is no rule of the municipality's is a ground for deleting, or why a case was handed over.
    "reason": Fact(N_("reason"), partial(_one_of, GROUNDS | HANDED_OVER)),
    "before": Fact(N_("role before"), partial(_one_of, ROLES)),
    "outcome": Fact(N_("outcome"), partial(_one_of, OUTCOMES)),
    "verdict": Fact(N_("outcome"), partial(_one_of, VERDICTS)),
    "decision": Fact(N_("outcome"), partial(_one_of, DECISIONS)),
    "until": Fact(N_("until"), _day),
    "received_on": Fact(N_("received on"), _day),
    "channel": Fact(N_("how it came"), partial(_one_of, CHANNELS)),
    "role": Fact(N_("role"), partial(_one_of, MEMBERS)),
    "place": Fact(N_("place"), partial(_one_of, PLACES)),
    "state": Fact(N_("place"), partial(_one_of, SEATS)),
    "recipients": Fact(N_("recipients"), show_number),
    "side": Fact(N_("who said yes"), partial(_one_of, SIDES)),
    "change": Fact(N_("change"), partial(_one_of, MILESTONES)),
    "act": Fact(N_("change"), partial(_one_of, EDITS)),
    "number": Fact(N_("number"), show_number),
    "carried": Fact(N_("ideas that came over"), show_number),
    "stranded": Fact(N_("ideas without a goal there"), show_number),
    "text": Fact(N_("text"), partial(_one_of, TEXTS)),
    "list": Fact(N_("list"), partial(_one_of, LISTS)),
    "format": Fact(N_("file"), str.upper),
    "filters": Fact(N_("filtered by"), _filters),
    "rows": Fact(N_("rows"), show_number),
    "changes": Fact(N_("changes"), show_number),
    "changed": Fact(N_("done"), show_number),
    "refused": Fact(N_("not done"), show_number),
    "posts": Fact(N_("posts"), show_number),
    "texts": Fact(N_("texts"), show_number),
    "templates": Fact(N_("templates"), show_number),
    "reasons": Fact(N_("reasons"), show_number),
    "lines": Fact(N_("lines on the sheet"), show_number),
    "counted": Fact(N_("counted"), show_number),
    "supports": Fact(N_("supports"), show_number),
    "ideas": Fact(N_("ideas"), show_number),
    "version": Fact(N_("version"), show_number),
    "merge": Fact(N_("merging"), _number),
    "source": Fact(N_("the idea that was merged"), _number),
    "other": Fact(N_("the other idea"), _number),
    "settings": Fact(
        N_("settings"), lambda value: _settings(value) if isinstance(value, list) else show_number(value)
    ),
}
