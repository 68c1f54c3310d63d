"""A municipality starts with templates of answers: each can be chosen, and none is an answer by itself."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.tenancy import municipality_context
from participation.municipalities.rules import StartingPoint, read_starting_point
from participation.municipalities.services import loading
from participation.triage.models import AnswerTemplate
from participation.triage.rules import ACTS
from participation.triage.rules.templates import fill, has_own_sentence, unknown_placeholders
from tests.municipalities.test_library import LIBRARY

FILLED = {"idé": "Flere træer", "mål": "Grønt byliv", "kommune": "Vallensbæk Kommune"}


@pytest.fixture(params=["vallensbaek", "glostrup"])
def start(request: pytest.FixtureRequest) -> StartingPoint:
    return read_starting_point((LIBRARY / f"{request.param}.yaml").read_text(encoding="utf-8"))


def templates() -> list[AnswerTemplate]:
    return list(db.session.scalars(select(AnswerTemplate)))


def test_loading_makes_them_once(session: Any, start: StartingPoint) -> None:
    made = loading.load(actor=SYSTEM, start=start)
    assert made.others == {"templates": len(start.answers)}
    with municipality_context(made.municipality.id):
        first, *others = templates()
        first.title, first.is_active = "Vores egen", False
        for other in others:
            db.session.delete(other)
        db.session.flush()
    assert not loading.load(actor=SYSTEM, start=start).has_changed


def test_every_reason_to_decline_has_one(start: StartingPoint) -> None:
    reasons = {reason.code for reason in start.reasons if "decline" in reason.moves}
    assert {answer.reason_code for answer in start.answers if answer.act == "decline"} == reasons


def test_each_fits_its_act_and_fills_in_wholly(start: StartingPoint) -> None:
    for answer in start.answers:
        text = "\n".join((answer.doing, answer.why, answer.next_steps))
        assert ACTS[answer.act].needs & {"answer", "interim"}
        assert not unknown_placeholders(text)
        assert "{" not in fill(text, FILLED)


def test_none_is_an_answer_by_itself(start: StartingPoint) -> None:
    texts = ["\n".join((each.doing, each.why, each.next_steps)) for each in start.answers]
    for text in texts:
        assert not has_own_sentence(fill(text, FILLED), texts, FILLED)
        assert has_own_sentence(f"{fill(text, FILLED)} Lamperne kommer op bag stationen.", texts, FILLED)
