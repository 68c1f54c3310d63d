"""The editor: every act makes a new document, nobody sees it before publication, and it can be taken back."""

from io import BytesIO
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.extensions import db
from participation.foundation.errors import Forbidden, RuleViolation, StaleVersion
from participation.strategies import queries
from participation.strategies.models import Strategy
from participation.strategies.queries.successions import version, versions_of
from participation.strategies.rules import editing
from participation.strategies.rules.documents import StrategyDocument
from participation.strategies.rules.formats.writing import WRITERS
from participation.strategies.rules.reading import read_document
from participation.strategies.services.editing import begin_next, edit
from tests.strategies.test_services import SMALL, goals, published

HOME = "/vallensbaek/indstillinger/strategi"


@pytest.fixture
def small() -> StrategyDocument:
    return read_document(SMALL)


def keys(document: StrategyDocument) -> list[str]:
    return [goal.key for goal in document.all_goals]


def test_parts_come_go_and_move(small: StrategyDocument) -> None:
    values = {"title": "Træer", "text": "Nye."}
    more = editing.added(small, "goal", values, "green")
    assert keys(more) == ["trees", "bees", "traeer"]
    assert [goal.number for goal in more.all_goals] == [1, 2, 3]
    assert keys(editing.shifted(more, "traeer", -1)) == ["trees", "traeer", "bees"]
    assert keys(editing.shifted(more, "trees", -1)) == keys(more)
    assert keys(editing.removed(more, "trees")) == ["bees", "traeer"]
    moved = editing.changed(more, "trees", {"title": "Flere"}, "")
    assert ([goal.key for goal in moved.goals], keys(moved)[0]) == (["trees"], "bees")
    assert keys(small) == ["trees", "bees"]


def test_parts_are_split_and_joined(small: StrategyDocument) -> None:
    first, second = {"title": "Bytræer", "text": "I byen."}, {"title": "Skov", "text": "I skoven."}
    two = editing.split(small, "trees", first, second, set())
    assert keys(two) == ["trees", "skov", "bees"]
    one = editing.joined(two, "trees", "skov")
    assert (keys(one), one.all_goals[0].text) == (["trees", "bees"], "I byen.\n\nI skoven.")
    themes = editing.split(small, "green", {"title": "Grøn"}, {"title": "Vild"}, {"bees"})
    assert [[goal.key for goal in theme.goals] for theme in themes.themes] == [["trees"], ["bees"]]
    assert keys(editing.joined(themes, "green", "vild")) == keys(small)


@pytest.mark.parametrize(("key", "other"), [("trees", "trees"), ("trees", "planting"), ("gone", "trees")])
def test_only_two_of_a_kind_are_joined(small: StrategyDocument, key: str, other: str) -> None:
    with pytest.raises(RuleViolation):
        editing.joined(small, key, other)


def rename(strategy: Strategy, actor: Person, title: str, *, seen: int | None = None) -> None:
    edit(
        actor=actor,
        strategy=strategy,
        version=seen or strategy.version,
        act="change",
        title="Træer",
        change=lambda old: editing.changed(old, "trees", {"title": title}, "green"),
    )


def test_a_change_of_a_published_strategy_waits(administrator: Person) -> None:
    strategy = published()
    rename(strategy, administrator, "Mange træer")
    assert goals()["trees"].title == "Træer"
    assert [change.after for change in queries.changes_awaiting(strategy)] == ["Mange træer"]
    rename(strategy, administrator, "Træer")
    assert not strategy.awaits_publication


def test_two_administrators_do_not_overwrite_each_other(administrator: Person) -> None:
    strategy = published()
    seen = strategy.version
    rename(strategy, administrator, "Mange træer")
    with pytest.raises(StaleVersion):
        rename(strategy, administrator, "Færre træer", seen=seen)


def test_an_earlier_text_is_given_back(administrator: Person) -> None:
    strategy = published()
    rename(strategy, administrator, "Mange træer")
    kept = version(strategy, versions_of(strategy)[0].id)
    assert kept is not None
    assert StrategyDocument.model_validate(kept.document) == queries.document_of(strategy)


def test_the_next_strategy_begins_from_the_present_one(administrator: Person, moderator: Person) -> None:
    with pytest.raises(RuleViolation):
        begin_next(actor=administrator, title="Ny", first_year=2026, last_year=2029)
    strategy = published()
    coming = begin_next(actor=administrator, title="En lille strategi", first_year=2026, last_year=2029)
    document = queries.document_of(coming)
    assert (keys(document), document.predecessor, coming.key) == (
        ["trees", "bees"],
        strategy.title,
        "en-lille-strategi",
    )
    assert not coming.meaning.is_public
    with pytest.raises(Forbidden):
        begin_next(actor=moderator, title="Ny", first_year=2026, last_year=2029)


def test_the_editor_s_pages(client_of: Any, administrator: Person) -> None:
    published()
    browser = client_of(administrator)
    begun = browser.post(f"{HOME}/ny", data={"title": "Ny", "first_year": "2026", "last_year": "2029"})
    strategy = queries.by_key("ny")
    assert strategy is not None and begun.location.endswith(f"{strategy.id}/rediger")
    place = f"{HOME}/{strategy.id}"
    for path in ("rediger", "rediger/om", "rediger/versioner", "dele/trees", "dele/green", "nye/effort"):
        assert browser.get(f"{place}/{path}").status_code == 200, path
    for act in ("del", "saml", "fjern"):
        assert browser.get(f"{place}/dele/green/{act}").status_code == 200, act
    assert browser.get(f"{place}/dele/gone").status_code == 404
    assert browser.get(f"{place}/nye/gone").status_code == 404


def test_a_part_is_changed_by_a_form(client_of: Any, administrator: Person) -> None:
    strategy = published()
    browser, place = client_of(administrator), f"{HOME}/{strategy.id}/dele/trees"
    said = {"title": "Mange træer", "text": "Vi vil.", "theme": "green", "version": strategy.version}
    assert browser.post(place, data={**said, "title": ""}).status_code == 422
    assert browser.post(place, data=said).status_code == 302
    stale = browser.post(place, data={**said, "title": "Få træer"})
    assert (stale.status_code, "Få træer" in stale.text) == (409, True)
    seen = db.session.get_one(Strategy, strategy.id).version
    down = browser.post(f"{place}/flyt", data={"by": "down", "version": seen})
    assert down.status_code == 302
    assert [goal.title for goal in queries.working_document(strategy).all_goals] == ["Bier", "Mange træer"]


@pytest.mark.parametrize("adopted", [{"adopted_on": "2025-05-07"}, {"adopted_by": "Kommunalbestyrelsen"}])
def test_half_an_adoption_is_not_left_out_in_silence(
    client_of: Any, administrator: Person, adopted: dict[str, str]
) -> None:
    strategy = published()
    said = {"title": "Ny", "first_year": "2022", "last_year": "2025", "version": strategy.version}
    source = {"source_title": "Dagsordenen", "source_url": "https://example.org/"}
    answer = client_of(administrator).post(f"{HOME}/{strategy.id}/rediger/om", data=said | source | adopted)
    assert (answer.status_code, next(iter(adopted.values())) in answer.text) == (422, True)
    assert "hvornår den blev vedtaget" in answer.text


@pytest.mark.parametrize("form", WRITERS)
def test_what_is_downloaded_says_the_same_when_it_is_loaded(
    client_of: Any, administrator: Person, form: str
) -> None:
    strategy = published()
    browser = client_of(administrator)
    file = browser.get(f"{HOME}/{strategy.id}/hent/{form}")
    assert file.headers["Content-Disposition"] == f'attachment; filename="small.{form}"'
    loaded = browser.post(f"{HOME}/", data={"file": (BytesIO(file.data), f"small.{form}")})
    assert loaded.status_code == 302
    assert queries.changes_awaiting(strategy) == []


def test_a_table_in_windows_own_letters_is_read(client_of: Any, administrator: Person) -> None:
    table = "art;key;titel;tekst\nom;title;;Strategi\nom;source.title;;Kilden\nom;source.url;;https://example.org/\n"
    table = f"{table}mål;;Træer;Flere træer på Ærø.\n"
    browser = client_of(administrator)
    browser.post(f"{HOME}/", data={"file": (BytesIO(table.encode("cp1252")), "strategi.csv")})
    found = queries.by_key("strategi")
    assert found is not None
    assert queries.document_of(found).goals[0].text == "Flere træer på Ærø."
    wrong = table.replace("mål;;Træer", "mål;;")
    refused = browser.post(f"{HOME}/", data={"file": (BytesIO(wrong.encode()), "strategi.csv")})
    assert "<b>Række 5</b>" in refused.text
