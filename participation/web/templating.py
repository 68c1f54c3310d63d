"""What templates may use: addresses, permissions by name, dates and numbers in words."""

from datetime import date, datetime
from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import format_date, format_datetime, format_decimal, gettext, ngettext
from flask_login import current_user
from jinja2 import StrictUndefined

from participation.foundation import authorization
from participation.foundation.clock import LOCAL, local_date, today
from participation.foundation.text import difference, shorten
from participation.web.assets import asset, vendor
from participation.web.guards import viewer
from participation.web.locale import LANGUAGES, current_language, path_in_language
from participation.web.markup import markdown, masked, official, plain


def can(name: str, *subject: Any) -> bool:
    """Whether the viewer may: the only rule that a template asks."""
    return authorization.can(viewer(), name, *subject)


def as_day(value: date | datetime) -> date:
    """The Danish calendar day of a moment or a day."""
    return local_date(value) if isinstance(value, datetime) else value


def show_date(value: date | datetime) -> str:
    """`5. marts 2026`, `5 March 2026`."""
    pattern = "d MMMM y" if current_language() == "en" else "d. MMMM y"
    return str(format_date(as_day(value), pattern))


def show_short_date(value: date | datetime) -> str:
    """`5. marts`, with the year only when it is not this one."""
    day = as_day(value)
    if day.year != today().year:
        return show_date(day)
    return str(format_date(day, "d MMMM" if current_language() == "en" else "d. MMMM"))


def show_date_time(value: datetime) -> str:
    """`5. marts 2026 kl. 14.07`, in Danish local time."""
    pattern = "d MMMM y 'at' H:mm" if current_language() == "en" else "d. MMMM y 'kl.' H.mm"
    return str(format_datetime(value.astimezone(LOCAL), pattern, rebase=False))


def show_number(value: float) -> str:
    """`1.234` in Danish, `1,234` in English."""
    return str(format_decimal(value))


def days_until(value: date | datetime) -> str:
    """A deadline in words: `today`, `tomorrow`, `in 5 days`, `2 days over`."""
    days = (as_day(value) - today()).days
    if days < 0:
        return str(ngettext("%(num)d day over", "%(num)d days over", -days))
    if days < 2:
        return str(gettext("tomorrow") if days else gettext("today"))
    return str(ngettext("in %(num)d day", "in %(num)d days", days))


def alternate_url() -> str:
    """The same page in the other language."""
    other = LANGUAGES[current_language() == "da"]
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return path_in_language(request.script_root + request.path, other) + query


def languages() -> list[tuple[str, str]]:
    """Each language with the address of this page in it, for hreflang."""
    other = LANGUAGES[current_language() == "da"]
    return [(current_language(), request.full_path.rstrip("?")), (other, alternate_url())]


FILTERS = {
    "date": show_date,
    "short_date": show_short_date,
    "date_time": show_date_time,
    "number": show_number,
    "days_until": days_until,
    "markdown": markdown,
    "masked": masked,
    "official": official,
    "plain": plain,
    "shorten": shorten,
}
GLOBALS = {"asset": asset, "vendor": vendor, "can": can, "difference": difference, "url_for": url_for}


def register(app: Flask) -> None:
    """Prepare the environment: nothing undefined passes silently."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(GLOBALS)
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
