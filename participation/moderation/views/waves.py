"""The desk's page about a wave: all of it on one list, and one act for all."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.cases.lifecycle import HoldReason
from participation.foundation.numbers import row_id
from participation.foundation.text import N_, shorten
from participation.moderation.forms import HideForm
from participation.moderation.models import Wave, WaveEntry, WaveKind
from participation.moderation.queries import waves as queries
from participation.moderation.services import waves as services
from participation.moderation.views.blueprint import blueprint
from participation.moderation.views.tasks import Task, Verb, answer, with_reasons
from participation.web import guards
from participation.web.words import ngettext

TEXT_LENGTH = 200
TITLES = {WaveKind.POSTS: N_("Many like posts"), WaveKind.SIGN_UPS: N_("Many new accounts")}
TURN_DOWN = Verb(N_("Do not show what is held"), services.turn_down_wave)


@blueprint.get("/opgaver/boelger/<id:wave_id>")
@guards.signed_in
def wave(wave_id: int) -> str:
    """The list, with a tick at each."""
    found = _found(wave_id)
    rows = [_row(entry) for entry in queries.entries_of(found)]
    return render_template(
        "moderation/wave.html",
        wave=found,
        title=gettext(TITLES[found.kind]),
        is_of_accounts=found.kind is WaveKind.SIGN_UPS,
        rows=rows,
        held=sum(row["is_held"] for row in rows),
    )


@blueprint.post("/opgaver/boelger/<id:wave_id>/tilbagehold")
@guards.signed_in
def hold_wave(wave_id: int) -> Response:
    """Hold what is ticked."""
    found = _found(wave_id)
    count = services.hold_wave(actor=guards.viewer(), wave=found, chosen=_chosen())
    flash(ngettext("%(num)d post is held.", "%(num)d posts are held.", count), "success")
    return _back(found)


@blueprint.post("/opgaver/boelger/<id:wave_id>/vis-igen")
@guards.signed_in
def release_wave(wave_id: int) -> Response:
    """Undo it: everything is there again."""
    found = _found(wave_id)
    count = services.release_wave(actor=guards.viewer(), wave=found)
    flash(ngettext("%(num)d post is shown again.", "%(num)d posts are shown again.", count), "success")
    return _back(found)


@blueprint.post("/opgaver/boelger/<id:wave_id>/afslut")
@guards.signed_in
def settle_wave(wave_id: int) -> Response:
    """It can stand as it is."""
    services.settle_wave(actor=guards.viewer(), wave=_found(wave_id))
    flash(gettext("The task is done."), "success")
    return redirect(url_for("triage.queue"))


@blueprint.route("/opgaver/boelger/<id:wave_id>/afvis", methods=["GET", "POST"])
@guards.signed_in
def turn_down_wave(wave_id: int) -> Any:
    """A rule and a sentence for all that is held."""
    found, form = _found(wave_id), with_reasons(HideForm(), "hide")
    back = url_for("moderation.wave", wave_id=found.id)
    return answer(Task(TURN_DOWN, form, found.case.subject_title, "", back, {"wave": found}))


def _found(wave_id: int) -> Wave:
    guards.require("moderation.work")
    found = guards.found(queries.find(wave_id))
    guards.require("moderation.hold_wave", found)
    return found


def _chosen() -> list[int]:
    return [number for value in request.form.getlist("entry") if (number := row_id(value))]


def _back(wave: Wave) -> Response:
    return redirect(url_for("moderation.wave", wave_id=wave.id))


def _row(entry: WaveEntry) -> dict[str, Any]:
    post, text = entry.idea or entry.comment, ""
    if entry.idea is not None:
        text = f"{entry.idea.title}. {entry.idea.body}"
    elif entry.comment is not None:
        text = entry.comment.body
    is_account_held = post is None and entry.person.posts_held_at is not None
    return {
        "id": entry.id,
        "name": entry.person.public_name or gettext("No name"),
        "at": post.created_at if post else entry.person.created_at,
        "text": shorten(text, TEXT_LENGTH),
        "href": _href(entry),
        "is_held": is_account_held
        or (entry.is_held and post is not None and post.held_reason == HoldReason.WAVE),
    }


def _href(entry: WaveEntry) -> str | None:
    if entry.idea is not None:
        return url_for("triage.case", idea_id=entry.idea.id)
    if entry.comment is None:
        return None
    return f"{url_for('pages.front')}{entry.comment.discussion.place}#kommentar-{entry.comment.id}"
