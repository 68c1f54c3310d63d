"""What templates may use: addresses, permissions by name, dates and numbers in words."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, current_app, request
from flask_login import current_user
from jinja2 import StrictUndefined
from jinja2.runtime import Macro

from participation.foundation import authorization
from participation.foundation.clock import LOCAL, local_date, today
from participation.foundation.text import difference, shorten
from participation.web.addresses import url_for
from participation.web.assets import asset, vendor
from participation.web.guards import viewer
from participation.web.locale import LANGUAGES, current_language, path_in_language
from participation.web.markup import markdown, masked, official, plain
from participation.web.words import gettext, ngettext, translated, translated_in_context, translated_number

REMEMBERED = 2_000
MOST_PARTS = 5_000


def can(name: str, *subject: Any) -> bool:
    """Whether the viewer may: the only rule that a template asks."""
    return authorization.can(viewer(), name, *subject)


def as_day(value: date | datetime) -> date:
    """The Danish calendar day of a moment or a day."""
    return local_date(value) if isinstance(value, datetime) else value


def show_date(value: date | datetime) -> str:
    """`5. marts 2026`, `5 March 2026`."""
    return _day(as_day(value), "d. MMMM y", "d MMMM y", current_language())


def show_month(value: date) -> str:
    """`Marts 2026`, `March 2026`."""
    words = _day(value, "MMMM y", "MMMM y", current_language())
    return words[:1].upper() + words[1:]


def show_short_date(value: date | datetime) -> str:
    """`5. marts`, with the year only when it is not this one."""
    day = as_day(value)
    if day.year != today().year:
        return show_date(day)
    return _day(day, "d. MMMM", "d MMMM", current_language())


@lru_cache(maxsize=REMEMBERED)
def _day(day: date, danish: str, english: str, language: str) -> str:
    return format_date(day, english if language == "en" else danish, locale=language)


def show_date_time(value: datetime) -> str:
    """`5. marts 2026 kl. 14.07`, in Danish local time."""
    return _moment(value.astimezone(LOCAL).replace(tzinfo=None, second=0, microsecond=0), current_language())


@lru_cache(maxsize=REMEMBERED)
def _moment(moment: datetime, language: str) -> str:
    pattern = "d MMMM y 'at' H:mm" if language == "en" else "d. MMMM y 'kl.' H.mm"
    return format_datetime(moment, pattern, locale=language)


def show_weekday(value: date | datetime) -> str:
    """`lørdag`, `Saturday`."""
    return _day(as_day(value), "EEEE", "EEEE", current_language())


def show_time(value: datetime) -> str:
    """`14.07`, `14:07`, in Danish local time."""
    return value.astimezone(LOCAL).strftime("%H:%M" if current_language() == "en" else "%H.%M")


def show_number(value: float) -> str:
    """`1.234` in Danish, `1,234` in English."""
    return _number(value, current_language())


@lru_cache(maxsize=REMEMBERED)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=language)


def days_until(value: date | datetime) -> str:
    """A deadline in words: `today`, `tomorrow`, `in 5 days`, `2 days over`."""
    days = (as_day(value) - today()).days
    if days < 0:
        return ngettext("%(num)d day over", "%(num)d days over", -days)
    if days < 2:
        return gettext("tomorrow") if days else gettext("today")
    return ngettext("in %(num)d day", "in %(num)d days", days)


def alternate_url() -> str:
    """The same page in the other language."""
    other = LANGUAGES[current_language() == "da"]
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return path_in_language(request.script_root + request.path, other) + query


def remembered(macro: Macro, *values: Any) -> str:
    """What a macro makes of these values, made once for all who are shown the same.

    The macro may ask nothing else but the language: neither the reader nor the day, the address or a token.
    What has no hash, as the gallery's samples, is made each time.
    """
    try:
        hash(values)
    except TypeError:
        return macro(*values)
    return _made(macro, current_language(), values)


@lru_cache(maxsize=MOST_PARTS)
def _made(macro: Macro, _language: str, values: tuple[Any, ...]) -> str:
    return macro(*values)


FILTERS = {
    "date": show_date,
    "short_date": show_short_date,
    "date_time": show_date_time,
    "weekday": show_weekday,
    "time": show_time,
    "number": show_number,
    "days_until": days_until,
    "markdown": markdown,
    "masked": masked,
    "official": official,
    "plain": plain,
    "shorten": shorten,
}
GLOBALS = {
    "asset": asset,
    "vendor": vendor,
    "can": can,
    "difference": difference,
    "remembered": remembered,
    "url_for": url_for,
}


def register(app: Flask) -> None:
    """Prepare the environment: nothing undefined passes silently."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(GLOBALS)
    # In the place of flask-babel's, which look for the language anew at each message.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        translated, translated_number, newstyle=True, pgettext=translated_in_context
    )
    app.context_processor(_page_context)


def _page_context() -> dict[str, Any]:
    settings = current_app.config["SETTINGS"]
    return {
        "viewer": current_user if current_user.is_authenticated else None,
        "language": current_language(),
        "alternate_url": alternate_url(),
        "demonstration": settings.is_demonstration,
        "development": settings.is_development,
    }
