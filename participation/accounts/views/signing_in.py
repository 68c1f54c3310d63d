"""From an address by a mailed code to being signed in, and out again."""

from datetime import timedelta
from typing import Any

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_login import current_user

from participation.accounts import queries
from participation.accounts.events import SignedIn
from participation.accounts.forms import SignInCodeForm, SignInForm, sound_intent
from participation.accounts.models import Person, SignInCode
from participation.accounts.services import codes, sessions
from participation.accounts.views.blueprint import blueprint
from participation.extensions import db
from participation.foundation.errors import Forbidden, Missing, RuleViolation
from participation.foundation.events import publish
from participation.foundation.tenancy import current_municipality_id
from participation.foundation.text import N_
from participation.web import guards, limits
from participation.web.limits import Limit
from participation.web.locale import current_language, path_in_language
from participation.web.sessions import browser, token_hash

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CODES_OF_ADDRESS = (Limit("accounts.code.hour", 6, HOUR), Limit("accounts.code.day", 15, DAY))
CODES_OF_NETWORK = Limit("accounts.code.network", 60, HOUR)
TRIES_OF_NETWORK = Limit("accounts.try.network", 200, HOUR)

# The demonstration's accounts by their key: what to try as each.
DEMONSTRATION = {
    "resident": N_("supports ideas and comments on them"),
    "author": N_("has proposed ideas, and follows what becomes of them"),
    "owner": N_("speaks for an organisation with a project"),
    "moderator": N_("reads what comes in, publishes and answers"),
    "administrator": N_("sets up strategy, roles and settings"),
}
STAFF_REFUSED = N_(
    "Staff cannot sign in with a mailed code alone, and the second step is not in use here yet. "
    "Ask whoever runs this site."
)


@blueprint.route("/log-ind", methods=["GET", "POST"])
def sign_in() -> Any:
    form = SignInForm(next=request.args.get("next", ""), intent=request.args.get("intent", ""))
    if form.validate_on_submit():
        return _code_asked_for(form)
    if request.method == "GET" and current_user.is_authenticated:
        form.email.data = current_user.email
    return render_template("accounts/sign_in.html", form=form, people=_people()), _status(form)


def _closed() -> tuple[str, int]:
    """Whom to call instead."""
    return render_template("accounts/_sign_up_closed.html"), 403


def _status(form: Any) -> int:
    return 422 if form.errors else 200


def _code_asked_for(form: SignInForm) -> Any:
    """The same answer, after the same work, whether the address has an account or not."""
    email = str(form.email.data)
    spend_code(email)
    browser().needs_cookie = True
    codes.ask_for_code(
        email=email,
        browser_hash=token_hash(browser().token),
        language=current_language(),
        next_path=guards.local_path(form.next.data or ""),
        intent=form.intent.data or "",
    )
    return redirect(url_for("accounts.sign_in_code"))


def spend_code(email: str) -> None:
    """Count a code that is asked for; TooMany when this address or this network has had enough."""
    subject = f"{current_municipality_id()}:{token_hash(queries.email_key(email))[:40]}"
    limits.spend(CODES_OF_NETWORK, limits.address())
    for limit in CODES_OF_ADDRESS:
        limits.spend(limit, subject)


@blueprint.route("/log-ind/kode", methods=["GET", "POST"])
def sign_in_code() -> Any:
    awaited = queries.awaited_code(token_hash(browser().token), codes.SIGN_IN)
    if awaited is None:
        return redirect(url_for("pages.front" if current_user.is_authenticated else "accounts.sign_in"))
    form, email, kept = _code_form(), awaited.email, _kept(awaited)
    if form.validate_on_submit():
        try:
            return _entered(form)
        except sessions.SignUpClosed:
            return _closed()
        except sessions.AgeUnconfirmed as refusal:
            form.refuse(refusal, "is_old_enough")
        except RuleViolation as refusal:
            form.refuse(refusal, "code")
    return render_template("accounts/sign_in_code.html", form=form, email=email, kept=kept), _status(form)


def _kept(awaited: SignInCode) -> dict[str, Any]:
    """What the page's other ways need: the errand, and whether the mail can be read here."""
    letters = current_app.config["SETTINGS"].keeps_letters
    return {"next": awaited.next_path, "intent": awaited.intent, "letters": letters}


def _code_form() -> SignInCodeForm:
    """The tick stands there for everybody, so it does not tell whether the address has an account."""
    form = SignInCodeForm()
    age = g.site.settings.least_age
    form.is_old_enough.label.text = gettext("I am at least %(age)s years old", age=age)
    form.is_old_enough.description = gettext("Only needed the first time you sign in.")
    if age == 0:
        del form.is_old_enough
    return form


def _entered(form: SignInCodeForm) -> Any:
    limits.spend(TRIES_OF_NETWORK, limits.address())
    awaited = codes.try_code(
        browser_hash=token_hash(browser().token), purpose=codes.SIGN_IN, code=form.digits
    )
    ticked = "is_old_enough" in form and form.is_old_enough.data
    person = sessions.person_of_code(awaited=awaited, says_old_enough=ticked)
    if person.is_staff and not current_app.config["SETTINGS"].admits_staff:
        raise RuleViolation(STAFF_REFUSED)
    _begin(person)
    _carry_out(person, awaited.intent)
    return redirect(path_in_language(guards.local_path(awaited.next_path), person.language))


def _begin(person: Person) -> None:
    """Sign in under a new token: one that was planted before is worth nothing."""
    old_hash = token_hash(browser().token)
    browser().rotate(current_app)
    sessions.sign_in(
        person=person,
        old_hash=old_hash,
        new_hash=token_hash(browser().token),
        browser=request.user_agent.string,
    )


def _carry_out(person: Person, intent: str) -> None:
    """What the visitor was about to do; when that is not possible, being signed in still is."""
    try:
        with db.session.begin_nested():
            publish(SignedIn(person, intent))
    except RuleViolation as refusal:
        flash(gettext(refusal.message, **refusal.values), "warning")
    except Forbidden:
        flash(gettext("You are signed in, but that is not possible any more."), "warning")


@blueprint.post("/log-ind/proev")
def demo_sign_in() -> Any:
    if not current_app.config["SETTINGS"].is_demonstration:
        raise Missing
    key = request.form.get("key", "")
    chosen = next((person for person in queries.demonstration_people() if person.demo_key == key), None)
    person = guards.found(chosen)
    _begin(person)
    _carry_out(person, sound_intent(request.form.get("intent")))
    return redirect(path_in_language(guards.local_path(request.form.get("next", "")), person.language))


def _people() -> list[dict[str, Any]]:
    """The demonstration's accounts for the sign-in page: residents first, then those who work there."""
    if not current_app.config["SETTINGS"].is_demonstration:
        return []
    people = queries.demonstration_people()
    groups = {gettext("Residents and organisations"): False, gettext("The municipality"): True}
    return [
        {"label": label, "people": [_described(each) for each in people if each.is_staff is is_staff]}
        for label, is_staff in groups.items()
    ]


def _described(person: Person) -> dict[str, str]:
    text = DEMONSTRATION.get(person.demo_key or "")
    return {
        "key": person.demo_key or "",
        "name": person.display_name or "",
        "text": gettext(text) if text else "",
    }


@blueprint.post("/log-ud")
def sign_out() -> Any:
    old_hash = token_hash(browser().token)
    browser().rotate(current_app)
    sessions.sign_out(old_hash=old_hash, new_hash=token_hash(browser().token))
    return redirect(url_for("pages.front"))
