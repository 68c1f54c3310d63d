"""Taking a case, giving it to a colleague, putting it back; and a colleague who was faster."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug import Response

from participation.accounts import queries as accounts
from participation.cases import queries as cases
from participation.cases.models import Case, CaseHandover, Handover, HandoverReason
from participation.cases.services import ownership as services
from participation.foundation.actors import Actor
from participation.foundation.authorization import can
from participation.foundation.errors import RuleViolation, StaleVersion
from participation.foundation.numbers import row_id
from participation.triage.forms.handing_over import HandOverForm
from participation.triage.queries.queue import next_case
from participation.triage.views import words
from participation.triage.views.blueprint import blueprint
from participation.web import guards
from participation.web.forms import SelectChoice


@blueprint.post("/sager/<id:case_id>/tag")
@guards.signed_in
def claim(case_id: int) -> Any:
    """Take the case and go to it; `seen` is the owner it is taken from."""
    case = _case(case_id)
    viewer = guards.viewer()
    if case.owner_id == viewer.actor_id:
        return redirect(place_of(case))
    if not case.is_open:
        return _taken(case)
    try:
        services.claim(actor=viewer, case=case, seen_owner_id=_seen())
    except StaleVersion:
        return _taken(case)
    flash(gettext("“%(title)s” is yours now.", title=case.subject_title), "success")
    return redirect(place_of(case))


@blueprint.route("/sager/<id:case_id>/giv-videre", methods=["GET", "POST"])
@guards.signed_in
def assign(case_id: int) -> Any:
    """Choose a colleague; what was written is kept when somebody else was faster."""
    case = _case(case_id)
    over = _over(case, Handover.ASSIGNED, url_for("triage.queue"))
    if over is not None:
        return over
    guards.require("cases.assign", case)
    form = _form_of(case)
    given = _assign(case, form) if form.validate_on_submit() else None
    if given is not None:
        return given
    page = render_template("triage/assign.html", case=case, form=form, hints=_hints(), back=place_of(case))
    return page, form.response_code


@blueprint.post("/sager/<id:case_id>/laeg-tilbage")
@guards.signed_in
def release(case_id: int) -> Any:
    """The case is nobody's again."""
    case = _case(case_id)
    over = _over(case, Handover.RELEASED, place_of(case))
    if over is not None:
        return over
    guards.require("cases.release", case)
    try:
        services.release(actor=guards.viewer(), case=case, seen_owner_id=_seen())
    except StaleVersion:
        return _taken(case)
    flash(gettext("“%(title)s” is back in the queue.", title=case.subject_title), "success")
    return redirect(place_of(case))


def _over(case: Case, kind: Handover, onwards: str) -> Any:
    """The answer where it is done already, by oneself or by a colleague; None where it can be done."""
    if _is_repeated(case, kind):
        return redirect(onwards)
    return None if case.is_open else _taken(case, note=request.form.get("note", ""))


def _is_repeated(case: Case, kind: Handover) -> bool:
    """Whether the case's last handover is the viewer's own and says the same, as a double click sends it."""
    last = cases.last_handover_of(case) if request.method == "POST" else None
    if last is None or last.actor_id != guards.viewer().actor_id:
        return False
    sent = [request.form.get(name, "").strip() for name in ("person", "note")]
    return last.kind is kind and sent == [str(last.to_id or ""), last.note]


def place_of(case: Case) -> str:
    """The page where staff see to the case."""
    return url_for("pages.front") + case.place


def _case(case_id: int) -> Case:
    guards.require("triage.work")
    return guards.found(cases.find(case_id))


def _seen() -> int | None:
    return row_id(request.form.get("seen"))


def _assign(case: Case, form: HandOverForm) -> Any:
    """The next page; None where the form says why it could not be done."""
    try:
        return _given(case, form)
    except StaleVersion:
        return _taken(case, note=form.note.data or "")
    except RuleViolation as violation:
        form.refuse(violation, "person")
        return None


def _given(case: Case, form: HandOverForm) -> Response:
    person = guards.found(accounts.member_of_staff(int(form.person.data)))
    services.assign(
        actor=guards.viewer(),
        case=case,
        person=person,
        seen_owner_id=_seen(),
        reason=HandoverReason(form.reason.data),
        note=form.note.data or "",
    )
    told = {"title": case.subject_title, "name": person.display_name}
    flash(gettext("“%(title)s” is %(name)s's now.", **told), "success")
    return redirect(url_for("triage.queue"))


def _form_of(case: Case) -> HandOverForm:
    form = HandOverForm()
    people = [SelectChoice(str(each.id), each.display_name or "") for each in cases.colleagues(case)]
    form.person.choices = [SelectChoice("", gettext("Choose a colleague")), *people]
    leaving = case.owner_id if case.owner_id != guards.viewer().actor_id else None
    name = accounts.names_of([leaving]).get(leaving)
    form.reason.choices = [
        SelectChoice(reason.value, gettext(label)) for reason, label in words.HANDOVER_REASONS.items()
    ]
    is_barred = gettext("%(name)s is disqualified", name=name) if name else gettext("I am disqualified")
    form.reason.choices.append(SelectChoice(HandoverReason.DISQUALIFIED.value, is_barred))
    return form


def _hints() -> dict[str, str]:
    text = gettext("Whoever is disqualified takes no part in the case any more (forvaltningsloven § 3).")
    return {HandoverReason.DISQUALIFIED.value: text}


def _taken(case: Case, note: str = "") -> tuple[str, int]:
    """Whose it is now, and what one can do about it."""
    names = accounts.names_of([case.owner_id])
    page = render_template(
        "triage/_taken.html",
        case=case,
        owner=names.get(case.owner_id, ""),
        note=note,
        place=place_of(case),
    )
    return page, 409


def panel(viewer: Actor, case: Case | None, *, has_log: bool, is_own: bool = False) -> dict[str, Any] | None:
    """Who has the case, who had it, what the viewer can do about it, and which case comes next.

    `is_own` is when it is about the viewer's own idea.
    """
    if case is None:
        return None
    log = cases.handovers_of(case) if has_log else []
    had = {person_id for line in log for person_id in (line.actor_id, line.to_id)}
    names = accounts.names_of({case.owner_id, *had})
    following = next_case(viewer, after=case) if case.is_open else next_case(viewer)
    return {
        "case": case,
        "owner": names.get(case.owner_id, ""),
        "is_mine": case.owner_id is not None and case.owner_id == viewer.actor_id,
        "is_own": is_own,
        "is_barred": not can(viewer, "cases.work", case),
        "log": [_line(each, names) for each in log],
        "next_href": place_of(following) if following else None,
    }


def _line(line: CaseHandover, names: dict[int | None, str]) -> dict[str, Any]:
    former = gettext("A former colleague")
    told = {"actor": names.get(line.actor_id, former), "to": names.get(line.to_id, former)}
    reasons = words.HANDOVER_REASONS | {HandoverReason.DISQUALIFIED: words.DISQUALIFIED}
    reason = "" if line.reason is HandoverReason.NONE else gettext(reasons[line.reason])
    detail = " · ".join(part for part in (reason, line.note) if part)
    return {"date": line.at, "text": gettext(words.HANDOVERS[line.kind], **told), "detail": detail}
