"""Loading adds what is missing and nothing else; settings, texts and reasons keep colleagues apart."""

from typing import Any

import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.foundation.tenancy import municipality_context
from participation.municipalities import queries
from participation.municipalities.models import Municipality, Reason, SiteText
from participation.municipalities.rules import StartingPoint, closed_weeks, read_starting_point
from participation.municipalities.services import loading, reasons, settings
from tests.factories.municipalities import ReasonFactory
from tests.municipalities.test_library import LIBRARY

WORDS = {"label_da": "Kort", "label_en": "Too short", "text_da": "a", "text_en": "b", "moves": ["return"]}


@pytest.fixture
def start() -> StartingPoint:
    return read_starting_point((LIBRARY / "vallensbaek.yaml").read_text(encoding="utf-8"))


def test_load_makes_a_municipality_with_everything(session: Any, start: StartingPoint) -> None:
    made = loading.load(actor=SYSTEM, start=start)

    assert made.is_new
    assert (made.reasons, made.texts) == (10, 6)
    with municipality_context(made.municipality.id):
        assert queries.settings().closed_weeks == (29, 30, 52)
        assert queries.site_text("rules", "en").startswith("There is room")
        assert [reason.position for reason in queries.all_reasons()] == list(range(1, 11))


def test_load_twice_changes_nothing(session: Any, start: StartingPoint) -> None:
    version = loading.load(actor=SYSTEM, start=start).municipality.version

    again = loading.load(actor=SYSTEM, start=start)

    assert not again.has_changed
    assert again.municipality.version == version


def test_load_keeps_what_an_administrator_decided(session: Any, start: StartingPoint) -> None:
    municipality = loading.load(actor=SYSTEM, start=start).municipality
    municipality.settings = municipality.settings | {"answer_days": 60}
    with municipality_context(municipality.id):
        text = db.session.scalars(select(SiteText).where(SiteText.language == "da")).first()
        reason = db.session.scalars(select(Reason)).first()
        assert text
        assert reason
        text.body, reason.label_da, reason.is_active = "Vores egne ord", "Vores grund", False
        db.session.flush()
        made = loading.load(actor=SYSTEM, start=start)

    assert not made.has_changed
    assert municipality.settings["answer_days"] == 60
    assert (text.body, reason.label_da, reason.is_active) == ("Vores egne ord", "Vores grund", False)


def test_load_is_for_the_operator_alone(administrator: Person, start: StartingPoint) -> None:
    with pytest.raises(Forbidden):
        loading.load(actor=administrator, start=start)


def configure(actor: Person, version: int, **changed: Any) -> None:
    settings.configure(actor=actor, name="Ny", short_name="Ny", settings=changed, version=version)


def test_configure_saves_and_counts_the_version(municipality: Municipality, administrator: Person) -> None:
    configure(administrator, 1, least_age=13)

    assert (municipality.name, municipality.version, queries.settings().least_age) == ("Ny", 2, 13)
    assert queries.settings().site_name == "Deltag"


def test_configure_refuses_a_pale_colour(municipality: Municipality, administrator: Person) -> None:
    with pytest.raises(RuleViolation):
        configure(administrator, 1, accent="#9ccc65")


@pytest.mark.parametrize("verb", ["configure", "write_text", "add_reason"])
def test_nobody_overwrites_a_colleague(municipality: Municipality, administrator: Person, verb: str) -> None:
    settings.write_text(actor=administrator, kind="rules", bodies={"da": "Nyt"}, version=1)
    calls = {
        "configure": lambda: configure(administrator, 1),
        "write_text": lambda: settings.write_text(
            actor=administrator, kind="rules", bodies={"da": "Mit"}, version=1
        ),
        "add_reason": lambda: reasons.add_reason(actor=administrator, words=WORDS, version=1),
    }

    with pytest.raises(StaleVersion):
        calls[verb]()
    assert queries.site_text("rules", "en") == "Nyt"


def test_add_reason_makes_a_code_of_its_own_and_stands_last(
    municipality: Municipality, administrator: Person
) -> None:
    first = reasons.add_reason(actor=administrator, words=WORDS, version=1)
    second = reasons.add_reason(actor=administrator, words=WORDS, version=2)

    assert [first.code, second.code] == ["too_short", "too_short_2"]
    assert queries.reasons("return") == [first, second]


def test_place_reason_exchanges_neighbours_and_stops_at_the_ends(
    municipality: Municipality, administrator: Person
) -> None:
    a, b, c = (ReasonFactory(position=position) for position in (1, 2, 3))

    reasons.place_reason(actor=administrator, reason=c, is_upwards=True, version=1)
    assert queries.all_reasons() == [a, c, b]
    reasons.place_reason(actor=administrator, reason=a, is_upwards=True, version=2)
    assert queries.all_reasons() == [a, c, b]


def test_edit_reason_takes_it_off_the_list(municipality: Municipality, administrator: Person) -> None:
    reason = ReasonFactory()

    reasons.edit_reason(actor=administrator, reason=reason, words={"is_active": False}, version=1)

    assert queries.reasons() == []
    assert queries.reason(reason.code) is reason


EVERY_WEEK = ",".join(map(str, range(1, 54)))


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("29, 30,52", (29, 30, 52)),
        ("", ()),
        ("52,1,52", (1, 52)),
        ("54", None),
        ("0", None),
        ("uge 7", None),
        (EVERY_WEEK, None),
    ],
)
def test_closed_weeks_are_read_or_refused(words: str, weeks: tuple[int, ...] | None) -> None:
    assert closed_weeks(words) == weeks
