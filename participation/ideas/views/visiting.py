"""A visitor's text on its way to an account: seen before the address is asked for."""

from typing import Any

from flask import redirect, render_template, url_for

from participation.accounts.models import Person
from participation.foundation.errors import RuleViolation
from participation.ideas import queries
from participation.ideas.forms import ConfirmForm, SendForm
from participation.ideas.models import PendingDraft
from participation.ideas.queries.drafts import pending_draft
from participation.ideas.services import drafts
from participation.ideas.services.versions import IdeaText
from participation.ideas.views import similar
from participation.ideas.views.blueprint import blueprint
from participation.ideas.views.writing_form import SENT, concern_of, goal_title, spend
from participation.web import guards
from participation.web.forms import Form


@blueprint.route("/foreslaa/kladde/<id:key>", methods=["GET", "POST"])
def preview_draft(key: int) -> Any:
    """As others will see it; whoever has signed in meanwhile goes on to the idea that it became."""
    pending = guards.found(pending_draft(key))
    if pending.idea_id is not None:
        return redirect(_place_of(pending))
    form = _form(pending)
    if form.validate_on_submit() and _sent(pending, key, form):
        return redirect(_next(key))
    text = IdeaText.of(pending)
    shown: dict[str, Any] = {"draft": pending, "goal": goal_title(text), "concern": concern_of(text)}
    shown["similar"] = similar.rows(pending.title, pending.body)
    page = render_template("ideas/preview_draft.html", key=key, form=form, **shown)
    return page, form.response_code


def _form(pending: PendingDraft) -> Form:
    """Whoever has a name already is not asked for one."""
    viewer = guards.viewer()
    has_name = isinstance(viewer, Person) and viewer.display_name
    return ConfirmForm() if has_name else SendForm(author_name=pending.author_name)


def _sent(pending: PendingDraft, key: int, form: Form) -> bool:
    viewer = guards.viewer()
    if isinstance(viewer, Person):
        spend(SENT, viewer)
    name = str(form.author_name.data) if isinstance(form, SendForm) else ""
    drafts.prepare_sending(pending=pending, author_name=name)
    try:
        if isinstance(viewer, Person):
            drafts.adopt(actor=viewer, key=key)
    except RuleViolation as refusal:
        form.refuse(refusal)
        return False
    return True


def _next(key: int) -> str:
    """Back here, which leads on; a visitor signs in on the way."""
    here = url_for("ideas.preview_draft", key=key)
    if guards.viewer().actor_id is not None:
        return here
    return url_for("accounts.sign_in", intent=f"ideas.draft:{key}", next=here)


def _place_of(pending: PendingDraft) -> str:
    assert pending.idea_id is not None
    idea = guards.found(queries.find(guards.viewer(), pending.idea_id))
    return url_for("ideas.preview" if idea.meaning.is_draft else "ideas.receipt", idea_id=idea.id)
