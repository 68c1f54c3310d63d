"""Staff write measurements by hand or from a file; everybody reads them on the goal's page."""

from html import unescape
from io import BytesIO
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.strategies.models import Indicator
from participation.strategies.queries.indicators import reading_of
from tests.factories.indicators import IndicatorFactory
from tests.factories.strategies import GoalFactory

HOME = "/vallensbaek/indstillinger/strategi/indikatorer/"


@pytest.fixture
def indicator(moderator: Person) -> Indicator:
    return IndicatorFactory()


def values(indicator: Indicator) -> list[str]:
    reading = reading_of(indicator)
    assert reading
    return [f"{each.value:f}" for each in reading.measurements]


def upload(browser: Any, indicator: Indicator, content: str) -> Any:
    file = (BytesIO(content.encode()), "maalinger.csv")
    return browser.post(f"{HOME}{indicator.id}/fil", data={"file": file})


def test_a_measurement_is_written_corrected_and_taken_out(
    client_of: Any, moderator: Person, indicator: Indicator
) -> None:
    browser = client_of(moderator)
    for value in ("70,5", "71"):
        answer = browser.post(f"{HOME}{indicator.id}", data={"day": "2026-03-01", "value": value})
        assert answer.status_code == 302
    assert values(indicator) == ["71"]
    page = browser.get(f"{HOME}{indicator.id}").text
    assert "70,5" in page
    browser.post(f"{HOME}{indicator.id}/slet-maaling", data={"day": "2026-03-01"})
    assert values(indicator) == []


def test_a_wrong_measurement_comes_back_filled_in(
    client_of: Any, moderator: Person, indicator: Indicator
) -> None:
    answer = client_of(moderator).post(f"{HOME}{indicator.id}", data={"day": "2199-01-01", "value": "mange"})
    assert answer.status_code == 422
    assert "Datoen er ikke kommet endnu." in answer.text
    assert "Det er ikke et tal." in answer.text
    assert 'value="mange"' in answer.text


def test_a_file_is_looked_at_before_it_is_saved(
    client_of: Any, moderator: Person, indicator: Indicator
) -> None:
    browser, text = client_of(moderator), "dato;værdi\n01-03-2026;70\n"
    page = upload(browser, indicator, text)
    assert page.status_code == 200
    assert "Det ville filen ændre" in page.text
    assert values(indicator) == []
    browser.post(f"{HOME}{indicator.id}/fil/gem", data={"table": text})
    assert values(indicator) == ["70"]


def test_a_file_with_a_fault_is_not_saved(client_of: Any, moderator: Person, indicator: Indicator) -> None:
    browser, text = client_of(moderator), "dato;værdi\n01-03-2026;70\n02-03-2026;x\n"
    page = upload(browser, indicator, text)
    assert page.status_code == 422
    assert "Række 3" in page.text and "02-03-2026 · x" in page.text
    assert text in unescape(page.text).replace("\r\n", "\n")
    browser.post(f"{HOME}{indicator.id}/fil/gem", data={"table": text})
    assert values(indicator) == []


def test_what_was_mended_in_the_table_is_looked_at_again(
    client_of: Any, moderator: Person, indicator: Indicator
) -> None:
    browser = client_of(moderator)
    table = {"table": "dato\tværdi\r\n01-03-2026\t70\r\n"}
    page = browser.post(f"{HOME}{indicator.id}/fil", data=table)
    assert (page.status_code, "Det ville filen ændre" in page.text) == (200, True)
    nothing = browser.post(f"{HOME}{indicator.id}/fil", data={"table": " "})
    assert (nothing.status_code, "Vælg en fil med målinger" in nothing.text) == (422, True)


def test_an_administrator_adds_changes_and_takes_out(client_of: Any, administrator: Person) -> None:
    browser, goal = client_of(administrator), GoalFactory()
    data = {"title": "Cyklister", "unit": "%", "direction": "up", "target": "50"}
    place = browser.post(f"{HOME}nyt/{goal.id}", data=data).location
    assert "Cyklister" in browser.get(place).text
    wrong = browser.post(f"{place}/ret", data={**data, "baseline": "40"})
    assert wrong.status_code == 422
    assert "Skriv begge dele" in wrong.text
    browser.post(f"{place}/ret", data={**data, "unit": "km"})
    assert "km" in browser.get(f"{place}/ret").text
    assert browser.post(f"{place}/tag-ud").status_code == 302
    assert browser.get(place).status_code == 404


def test_the_goals_page_says_it_in_a_sentence_a_drawing_and_a_table(
    client: Any, client_of: Any, moderator: Person, indicator: Indicator
) -> None:
    client_of(moderator).post(f"{HOME}{indicator.id}", data={"day": "2026-03-01", "value": "85"})
    page = client.get(f"/vallensbaek/maal/{indicator.goal_id}-x", follow_redirects=True).text
    assert "85\N{NO-BREAK SPACE}% den 1. marts 2026. Målet er mindst 80\N{NO-BREAK SPACE}%." in page
    assert (
        page.index("Målet er mindst")
        < page.index('<svg class="indicator-drawing"')
        < page.index('<th scope="row">1. marts 2026')
    )
    assert "På vej" in page
    assert "style=" not in page
    assert "Skriv en måling" not in page
