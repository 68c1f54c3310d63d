"""The administrators' page of all old goals, and the form of one."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext, ngettext

from participation.foundation.errors import RuleViolation
from participation.strategies import queries as strategies
from participation.strategies.models import Goal, GoalSuccession, Strategy
from participation.strategies.queries.successions import goals_in_order, lines_to, suggestions
from participation.successions import queries
from participation.successions.forms import BecomesForm
from participation.successions.rules import KINDS, MISSING, MISSING_TONE, TONES
from participation.successions.services import mapping as services
from participation.successions.views.blueprint import blueprint
from participation.web import guards

PLACE = "/indstillinger/strategi/<id:strategy_id>/overgang"


@dataclass(frozen=True)
class Row:
    """An old goal: what it becomes, and how many open ideas go where."""

    goal: Goal
    badge: str
    tone: str
    lines: list[GoalSuccession]
    suggestion: Goal | None
    coming: int
    stranded: int


@dataclass(frozen=True)
class Overview:
    """All old goals with their sums."""

    rows: list[Row] = field(default_factory=list)

    @property
    def missing(self) -> int:
        return sum(not row.lines for row in self.rows)

    @property
    def offered(self) -> int:
        return sum(not row.lines and row.suggestion is not None for row in self.rows)

    @property
    def coming(self) -> int:
        return sum(row.coming for row in self.rows)

    @property
    def stranded(self) -> int:
        return sum(row.stranded for row in self.rows)


def present_and_next(strategy_id: int) -> tuple[Strategy, Strategy]:
    """The strategy that applies and the one that is to replace it, for whoever may say what goals become."""
    coming = guards.found(strategies.strategy(strategy_id))
    guards.require("successions.map", coming)
    return guards.found(strategies.current_strategy()), coming


@blueprint.get(PLACE)
@guards.signed_in
def mapping(strategy_id: int) -> str:
    """Every old goal; after publication how far the ideas have come."""
    guards.require("strategies.publish")
    coming = guards.found(strategies.strategy(strategy_id))
    if coming.meaning.is_public:
        return render_template("successions/_done.html", strategy=coming, **_done(coming))
    present = guards.found(strategies.current_strategy())
    shown = overview(present, coming)
    return render_template("successions/mapping.html", present=present, strategy=coming, overview=shown)


def _done(strategy: Strategy) -> dict[str, Any]:
    succession = guards.found(queries.succession_to(strategy.id))
    carried, stranded = queries.carried_numbers(succession)
    return {"succession": succession, "carried": carried - stranded, "stranded": stranded}


def overview(present: Strategy, coming: Strategy) -> Overview:
    """Each old goal with its lines, and those that were taken out while ideas still stand there."""
    lines, offered = lines_to(coming), suggestions(present, coming)
    flows = queries.flows(present, coming)
    goals = [*goals_in_order(present), *queries.goals_left(present)]
    return Overview([_row(goal, lines.get(goal.id, []), offered.get(goal.id), flows) for goal in goals])


def _row(
    goal: Goal, lines: list[GoalSuccession], offered: Goal | None, flows: Counter[tuple[int, int | None]]
) -> Row:
    kind = lines[0].kind if lines else None
    stranded = flows[goal.id, None]
    every = sum(number for (old, _), number in flows.items() if old == goal.id)
    badge = gettext(KINDS[kind] if kind else MISSING)
    tone = TONES[kind] if kind else MISSING_TONE
    return Row(goal, badge, tone, lines, offered, every - stranded, stranded)


@blueprint.post(f"{PLACE}/forslag")
@guards.signed_in
def take_suggestions(strategy_id: int) -> Any:
    """Let goals with the same key or title go on in each other."""
    _, coming = present_and_next(strategy_id)
    taken = services.take_suggestions(actor=guards.viewer(), strategy=coming)
    flash(ngettext("One goal is in place.", "%(num)d goals are in place.", taken), "success")
    return redirect(url_for("successions.mapping", strategy_id=coming.id))


@blueprint.route(f"{PLACE}/maal/<id:goal_id>", methods=["GET", "POST"])
@guards.signed_in
def map_goal(strategy_id: int, goal_id: int) -> Any:
    """What one old goal becomes."""
    present, coming = present_and_next(strategy_id)
    row = guards.found(_row_of(present, coming, goal_id))
    offered = goals_in_order(coming)
    form = BecomesForm(data=_filled(row))
    form.offer(offered)
    if form.validate_on_submit() and _map(form, coming, row.goal):
        return _after(coming, row.goal)
    hints = {goal.id: goal.theme.title for goal in offered if goal.theme}
    page = render_template("successions/map_goal.html", form=form, row=row, strategy=coming, hints=hints)
    return page, form.response_code


def _row_of(present: Strategy, coming: Strategy, goal_id: int) -> Row | None:
    return next((row for row in overview(present, coming).rows if row.goal.id == goal_id), None)


def _filled(row: Row) -> dict[str, Any]:
    """What was said before, or else what is suggested."""
    said = [line.new_goal_id for line in row.lines if line.new_goal_id]
    offered = [row.suggestion.id] if row.suggestion and not row.lines else []
    taker = next((line.new_goal_id for line in row.lines if line.takes_ideas), None)
    return {
        "goals": said or offered,
        "taker": str(taker or ""),
        "is_dropped": bool(row.lines) and not said,
        "reason": row.lines[0].reason if row.lines else "",
    }


def _said(form: BecomesForm) -> services.Becomes:
    return services.Becomes(
        goal_ids=tuple(form.goals.data or ()),
        taker_id=int(form.taker.data) if form.taker.data else None,
        is_dropped=bool(form.is_dropped.data),
        reason=form.reason.data or "",
    )


def _map(form: BecomesForm, coming: Strategy, goal: Goal) -> bool:
    try:
        services.map_goal(actor=guards.viewer(), strategy=coming, goal=goal, becomes=_said(form))
    except RuleViolation as refusal:
        fields = {services.REASON: "reason", services.TAKER: "taker", services.BOTH_SAID: "is_dropped"}
        form.refuse(refusal, fields.get(refusal.message, "goals"))
        return False
    return True


def _after(coming: Strategy, goal: Goal) -> Any:
    """Where ideas are left without a place they are shown, to be placed one by one."""
    flash(gettext("Saved."), "success")
    present = guards.found(strategies.current_strategy())
    if queries.flows(present, coming)[goal.id, None]:
        return redirect(url_for("successions.place_ideas", strategy_id=coming.id, goal=goal.id))
    return redirect(url_for("successions.mapping", strategy_id=coming.id, _anchor=f"goal-{goal.id}"))
