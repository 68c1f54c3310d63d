"""What the municipality says itself: rules, privacy, about the site, and how to reach it."""

from typing import Any

from flask import g, redirect, render_template

from participation.municipalities import queries as municipalities
from participation.municipalities.rules import REASON_MOVES
from participation.web import guards
from participation.web.locale import current_language


def rules() -> str:
    """What may be written, and every reason that can be given for a no."""
    text = municipalities.site_text("rules", current_language())
    reasons = municipalities.reasons()
    return render_template("pages/rules.html", text=text, reasons=reasons, moves=REASON_MOVES)


def privacy() -> str:
    """What is kept about people, and what they can decide."""
    return render_template("pages/privacy.html", text=municipalities.site_text("privacy", current_language()))


def about() -> str:
    """What the site is for."""
    return render_template("pages/about.html", text=municipalities.site_text("about", current_language()))


def contact() -> str:
    """Telephone, e-mail, address and hours."""
    return render_template("pages/contact.html")


def was() -> Any:
    """To the accessibility statement, which stands elsewhere (webtilgængelighedsloven § 4)."""
    return redirect(guards.found(g.site.settings.accessibility_url or None))
