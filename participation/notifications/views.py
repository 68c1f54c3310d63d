"""The inbox, the choice of mails, and saying no to mails without signing in."""

from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug import Response

from participation.extensions import csrf, db
from participation.foundation.actors import Actor
from participation.foundation.errors import Missing
from participation.foundation.tenancy import current_municipality_id
from participation.notifications import queries
from participation.notifications.forms import MailsForm
from participation.notifications.lifecycle import TOPICS, UNSUBSCRIBE, Topic, topics_for
from participation.notifications.rules.routing import BY_KIND
from participation.notifications.services import messages
from participation.web import guards
from participation.web.account_links import AccountLink, add
from participation.web.tokens import unsealed
from participation.web.words import gettext as _
from participation.web.words import ngettext

blueprint = Blueprint("notifications", __name__, url_prefix="/<municipality>/beskeder")


def register(app: Flask) -> None:
    """Bind the blueprint."""
    # Whoever holds the address may use it, and a mail program has no token for forms.
    csrf.exempt(unsubscribe)
    app.register_blueprint(blueprint)
    add(app, AccountLink(20, "notifications.inbox", _label))


def _label(reader: Actor) -> str:
    unread = queries.unread_count(reader)
    if not unread:
        return _("Messages")
    if unread == queries.MOST_UNREAD:
        return _("Messages, more than %(num)d new", num=unread - 1)
    return ngettext("Messages, %(num)d new", "Messages, %(num)d new", unread)


@blueprint.get("")
@guards.signed_in
def inbox() -> str:
    """The newest first."""
    viewer = guards.viewer()
    page = queries.MESSAGES.page(db.session(), queries.messages_of(viewer), request.args)
    return render_template("notifications/inbox.html", page=page, routes=BY_KIND)


@blueprint.post("/<id:notification_id>")
@guards.signed_in
def follow(notification_id: int) -> Response:
    """Mark one message as read, and go to what it is about."""
    viewer = guards.viewer()
    notification = guards.found(queries.message(viewer, notification_id))
    place = BY_KIND[notification.news.kind].place_of(notification.news)
    messages.open_message(actor=viewer, notification=notification)
    return redirect(url_for("pages.front") + place, 303)


@blueprint.post("/laes-alle")
@guards.signed_in
def mark_all() -> Response:
    """Mark every message as read."""
    messages.open_all(actor=guards.viewer())
    return redirect(url_for("notifications.inbox"), 303)


@blueprint.route("/post", methods=["GET", "POST"])
@guards.signed_in
def mails() -> Any:
    """Choose what comes by mail."""
    viewer = guards.viewer()
    assert viewer.actor_id is not None
    wanted = set(Topic) - queries.refused_topics(viewer.actor_id)
    form = MailsForm(topics=sorted(wanted))
    form.offer(topics_for(is_staff=viewer.is_staff))
    if form.validate_on_submit():
        messages.choose_mails(actor=viewer, wanted=[Topic(topic) for topic in form.topics.data or []])
        flash(_("Saved."), "success")
        return redirect(url_for("notifications.mails"), 303)
    return render_template("notifications/mails.html", form=form), form.response_code


@blueprint.route("/afmeld/<token>", methods=["GET", "POST"])
def unsubscribe(token: str) -> str:
    """Refuse a topic by the link in a mail; a mail program may post here by itself (RFC 8058)."""
    note = unsealed(UNSUBSCRIBE, token)
    if not note or note[0] != current_municipality_id():
        raise Missing
    person_id, topic = note[1], Topic(note[2])
    if request.method == "POST":
        messages.refuse(person_id=person_id, topic=topic)
    return render_template(
        "notifications/unsubscribe.html", topic=TOPICS[topic], is_done=request.method == "POST"
    )
