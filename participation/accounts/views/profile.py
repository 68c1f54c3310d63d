"""Min side: name, language, address, where one is signed in, and closing the account."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_login import current_user

from participation.accounts import queries, rules
from participation.accounts.events import Obstacle
from participation.accounts.forms import CodeForm, EmailForm, LanguageForm, NameForm
from participation.accounts.models import Person
from participation.accounts.services import codes, sessions
from participation.accounts.services import profile as services
from participation.accounts.views.blueprint import blueprint
from participation.accounts.views.signing_in import TRIES_OF_NETWORK, spend_code
from participation.foundation.clock import now
from participation.foundation.errors import RuleViolation
from participation.web import guards, limits
from participation.web.locale import current_language, path_in_language
from participation.web.sessions import browser, token_hash


def me() -> Person:
    """The signed-in person; only behind `guards.signed_in`."""
    return cast(Person, current_user._get_current_object())


def here_hash() -> str:
    return token_hash(browser().token)


def fresh(view: Callable[..., Any]) -> Callable[..., Any]:
    """Ask for a new sign-in when the last is not quite young: the address is the key to the account."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        sign_in = queries.sign_in_of(here_hash())
        if sign_in is None or not rules.is_fresh(sign_in, now()):
            flash(gettext("To change your address, first sign in once more. It keeps others out."), "info")
            return redirect(url_for("accounts.sign_in", next=url_for("accounts.change_email")))
        return view(*args, **kwargs)

    return guards.signed_in(guarded)


@blueprint.get("/min-side")
@guards.signed_in
def profile() -> Any:
    language = LanguageForm(language=me().language)
    sign_ins = [(each, browser_name(each.browser)) for each in queries.sign_ins_of(me())]
    return render_template(
        "accounts/profile.html", person=me(), language_form=language, sign_ins=sign_ins, here=here_hash()
    )


# The first that fits: Edge and Opera say Chrome as well, and Chrome says Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def browser_name(text: str) -> str:
    """`Firefox, Windows`; empty when the browser says nothing that we know."""
    found = [next((name for sign, name in table if sign in text), "") for table in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name)


@blueprint.route("/min-side/navn", methods=["GET", "POST"])
@guards.signed_in
def display_name() -> Any:
    form = NameForm(name=me().display_name, next=request.args.get("next", ""))
    if form.validate_on_submit():
        try:
            services.name_person(actor=guards.viewer(), person=me(), name=str(form.name.data))
            return redirect(_after(form.next.data))
        except RuleViolation as refusal:
            form.refuse(refusal, "name")
    is_first = me().display_name is None
    page = render_template("accounts/display_name.html", form=form, is_first=is_first)
    return page, 422 if form.errors else 200


def _after(next_path: str | None) -> str:
    """On to what the name was asked for, or back to the own page."""
    return guards.local_path(next_path) if next_path else url_for("accounts.profile")


@blueprint.post("/min-side/sprog")
@guards.signed_in
def choose_language() -> Any:
    form = LanguageForm()
    if form.validate_on_submit():
        services.choose_language(actor=guards.viewer(), person=me(), language=form.language.data)
    return redirect(path_in_language(url_for("accounts.profile"), me().language))


@blueprint.route("/min-side/e-mail", methods=["GET", "POST"])
@fresh
def change_email() -> Any:
    form = EmailForm()
    if form.validate_on_submit():
        email = str(form.email.data)
        spend_code(email)
        codes.ask_for_code(email=email, browser_hash=here_hash(), language=current_language(), person=me())
        return redirect(url_for("accounts.confirm_email"))
    return render_template("accounts/change_email.html", form=form), 422 if form.errors else 200


@blueprint.route("/min-side/e-mail/kode", methods=["GET", "POST"])
@guards.signed_in
def confirm_email() -> Any:
    awaited = queries.awaited_code(here_hash(), codes.EMAIL)
    if awaited is None:
        return redirect(url_for("accounts.profile"))
    form, email = CodeForm(), awaited.email
    if form.validate_on_submit():
        try:
            return _email_changed(form)
        except RuleViolation as refusal:
            form.refuse(refusal, "code")
    return render_template("accounts/confirm_email.html", form=form, email=email), 422 if form.errors else 200


def _email_changed(form: CodeForm) -> Any:
    limits.spend(TRIES_OF_NETWORK, limits.address())
    awaited = codes.try_code(browser_hash=here_hash(), purpose=codes.EMAIL, code=form.digits)
    services.change_email(actor=guards.viewer(), person=me(), awaited=awaited, kept_hash=here_hash())
    flash(gettext("Your e-mail address is changed. You are signed out everywhere else."), "success")
    return redirect(url_for("accounts.profile"))


@blueprint.post("/min-side/enheder/<id:sign_in_id>/log-ud")
@guards.signed_in
def end_sign_in(sign_in_id: int) -> Any:
    sessions.end_sign_in(actor=guards.viewer(), person=me(), sign_in_id=sign_in_id)
    flash(gettext("Signed out there."), "success")
    return redirect(url_for("accounts.profile"))


@blueprint.post("/min-side/enheder/log-ud")
@guards.signed_in
def end_other_sign_ins() -> Any:
    sessions.end_other_sign_ins(actor=guards.viewer(), person=me(), kept_hash=here_hash())
    flash(gettext("You are signed out everywhere else."), "success")
    return redirect(url_for("accounts.profile"))


@blueprint.route("/min-side/luk-konto", methods=["GET", "POST"])
@guards.signed_in
def close_account() -> Any:
    obstacles = services.obstacles_to_closing(actor=guards.viewer(), person=me())
    if request.method == "GET" or obstacles:
        page = render_template("accounts/close_account.html", obstacles=_worded(obstacles))
        return page, 422 if request.method == "POST" else 200
    services.close_account(actor=guards.viewer(), person=me())
    old_hash = here_hash()
    browser().rotate(current_app)
    sessions.carry_over(old_hash=old_hash, new_hash=here_hash())
    return redirect(url_for("accounts.account_closed"))


def _worded(obstacles: list[Obstacle]) -> list[tuple[str, str]]:
    """Each in a sentence, with the address where it is settled."""
    front = url_for("pages.front")
    return [(gettext(each.message, **each.values), front + each.place) for each in obstacles]


@blueprint.get("/konto-lukket")
def account_closed() -> str:
    return render_template("accounts/account_closed.html")
