"""The public moderation log: what kind of thing, which rule, when, what came of it; no names, no words."""

from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import NamedTuple

from flask import render_template, request, url_for

from participation.extensions import db
from participation.foundation.clock import LOCAL, local_date, today
from participation.moderation.lifecycle import GROUNDS
from participation.moderation.models import ModerationEntry
from participation.moderation.queries import public_log as queries
from participation.moderation.rules.public_log import OUTCOMES, thing
from participation.moderation.views.blueprint import blueprint
from participation.municipalities import queries as municipalities
from participation.web.locale import current_language
from participation.web.templating import show_month, show_number
from participation.web.words import gettext


class Line(NamedTuple):
    """One act, in the shape of a history."""

    date: date
    text: str
    detail: str | None


@blueprint.get("/moderering")
def public_log() -> str:
    """The acts by month, and this year's by rule."""
    page = queries.PUBLIC_LOG.page(db.session(), queries.all_acts(), request.args, size=queries.PAGE)
    rules = {reason.code: reason.label_in(current_language()) for reason in municipalities.all_reasons()}
    return render_template(
        "moderation/public_log.html",
        months=_months(page.rows, rules),
        year=today().year,
        totals=_totals(rules),
        previous_href=_href(page.previous_cursor),
        next_href=_href(page.next_cursor),
    )


def _months(entries: list[ModerationEntry], rules: dict[str, str]) -> list[tuple[str, list[Line]]]:
    by_month = groupby(entries, key=lambda entry: local_date(entry.at).replace(day=1))
    return [(show_month(month), [_line(entry, rules) for entry in group]) for month, group in by_month]


def _line(entry: ModerationEntry, rules: dict[str, str]) -> Line:
    text = gettext(
        "%(thing)s: %(outcome)s", thing=gettext(thing(entry)), outcome=gettext(OUTCOMES[entry.act])
    )
    rule = _rule(entry.reason_code, rules)
    return Line(local_date(entry.at), text, gettext("Rule: %(rule)s", rule=rule) if rule else None)


def _rule(code: str, rules: dict[str, str]) -> str:
    grounds = {ground.value: gettext(words) for ground, words in GROUNDS.items()}
    return rules.get(code) or grounds.get(code, "")


def _totals(rules: dict[str, str]) -> list[tuple[str, str]]:
    since = datetime.combine(date(today().year, 1, 1), time.min, tzinfo=LOCAL).astimezone(UTC)
    return [
        (show_number(count), _rule(code, rules) or gettext("Another reason"))
        for code, count in queries.counts_by_rule(since)
    ]


def _href(cursor: str | None) -> str | None:
    return url_for("moderation.public_log", cursor=cursor) if cursor else None
