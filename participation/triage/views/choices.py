"""What can be chosen in an act's form, and what is filled in beforehand."""

from typing import Any

from flask_babel import gettext

from participation.accounts import queries as accounts
from participation.foundation.actors import Actor
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.projects import queries as projects
from participation.strategies import queries as strategies
from participation.triage import queries
from participation.triage.forms import OUTSIDE, MoveForm, form_for
from participation.triage.forms.bulk import bulk_form_for
from participation.triage.models import AnswerDraft
from participation.triage.rules import Act
from participation.triage.views import words
from participation.triage.views.drafts import restored
from participation.web import guards
from participation.web.forms import SelectChoice


def form_of(act: Act, idea: Idea, viewer: Actor, draft: AnswerDraft | None) -> MoveForm:
    """The act's form with its choices; in a fresh one stands what is known already."""
    known = _known(idea, viewer)
    form = form_for(act.needs)(**(restored(draft, known) if draft else {"data": known}))
    _offer(form, act)
    return form


def bulk_form_of(act: Act, viewer: Actor) -> MoveForm:
    """The form of an act on many ideas."""
    last = queries.last_answer_by(viewer)
    known = {"department": last.department, "signed_by": last.signed_by} if last else {}
    form = bulk_form_for(act.needs)(data=known)
    _offer(form, act)
    if "goal" in form:
        form["goal"].choices[0] = SelectChoice("", gettext("They wait"))
    return form


def _offer(form: MoveForm, act: Act) -> None:
    """What can be chosen in its fields, with the published text under each reason."""
    for name, choose in CHOICES.items():
        if name in form:
            form[name].choices = choose(act)
    if "reason_code" in form:
        reasons = municipalities.reasons(act.name)
        form["reason_code"].choices = [SelectChoice(each.code, words.label(each)) for each in reasons]
        form.hints = {each.code: words.published_text(each) for each in reasons}


def _known(idea: Idea, viewer: Actor) -> dict[str, Any]:
    last = queries.last_answer_by(viewer)
    goal = OUTSIDE if idea.is_outside_strategy else idea.goal_id
    return {
        "version": idea.version,
        "goal": str(goal or ""),
        "department": last.department if last else "",
        "signed_by": last.signed_by if last else "",
    }


def _goals(_act: Act) -> list[SelectChoice]:
    ends = [
        SelectChoice("", gettext("Choose a goal")),
        SelectChoice(OUTSIDE, gettext("Outside the strategy")),
    ]
    groups = strategies.goal_choices().items()
    return ends + [
        SelectChoice(str(number), title, optgroup=theme or None)
        for theme, goals in groups
        for number, title in goals
    ]


def _links(_act: Act) -> list[SelectChoice]:
    efforts = strategies.present_efforts()
    begun = projects.begun_projects()
    in_projects, in_efforts = gettext("Projects"), gettext("Efforts in the strategy")
    return [
        SelectChoice("", gettext("Choose")),
        *(SelectChoice(f"project-{each.id}", each.title, optgroup=in_projects) for each in begun),
        *(SelectChoice(f"effort-{each.id}", each.title, optgroup=in_efforts) for each in efforts),
    ]


def _colleagues(_act: Act) -> list[SelectChoice]:
    others = [person for person in accounts.staff() if person.id != guards.viewer().actor_id]
    named = [SelectChoice(str(person.id), person.display_name or "") for person in others]
    return [SelectChoice("", gettext("Choose a colleague")), *named]


CHOICES = {"goal": _goals, "link": _links, "colleague": _colleagues}
