"""The figure that shows what a project did for its goal: chosen, kept in versions, shown at both ends."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from participation.accounts.models import Person
from participation.foundation.errors import RuleViolation
from participation.outcomes import queries
from participation.outcomes.services import writing
from participation.outcomes.services.writing import OutcomeText
from participation.projects.models import Project
from participation.strategies.models import Goal, Indicator
from participation.strategies.rules.indicators import Measured
from participation.strategies.services import indicators
from tests.conftest import Client
from tests.factories.indicators import IndicatorFactory, MeasurementFactory
from tests.factories.outcomes import chain_to_outcome, completed_project

HOME = "/vallensbaek"
DAY = date(2026, 3, 1)
Chain = tuple[Goal, Project, Indicator]


@pytest.fixture
def chain(moderator: Person) -> Chain:
    goal, _, project = chain_to_outcome(moderator)
    indicator = IndicatorFactory(goal_id=goal.id)
    MeasurementFactory(indicator_id=indicator.id, measured_on=DAY, value=Decimal("82.5"))
    return goal, project, indicator


def told(chain: Chain, actor: Person, **words: Any) -> None:
    text = OutcomeText(body="Der er 14 højbede.", indicator_id=chain[2].id, **words)
    writing.write_outcome(actor=actor, project=chain[1], text=text)


def page_of(client: Client, project: Project) -> str:
    return client.get(f"{HOME}/projekter/{project.id}-{project.slug}").text


def test_the_form_offers_what_is_measured_under_the_projects_goals(
    client_of: Callable[[Person], Client], chain: Chain, moderator: Person
) -> None:
    _, project, indicator = chain
    browser, address = client_of(moderator), f"{HOME}/projekter/{project.id}/resultat"
    page = browser.get(address).text
    assert ("82,5\N{NO-BREAK SPACE}% den 1. marts 2026" in page, 'value="">' in page) == (True, True)
    sent = {"body": "Der er 14 højbede.", "shown_by": f"{indicator.id}:{DAY}"}
    assert browser.post(address, data=sent).status_code == 302
    outcome = queries.outcome_of(project)
    assert outcome is not None
    assert (outcome.indicator_id, outcome.measured_on) == (indicator.id, DAY)
    assert f'selected value="{indicator.id}:{DAY}"' in browser.get(address).text


def test_where_nothing_is_measured_nothing_is_asked(
    client_of: Callable[[Person], Client], municipality: object, moderator: Person
) -> None:
    project = completed_project()
    address = f"{HOME}/projekter/{project.id}/resultat"
    browser = client_of(moderator)
    assert "shown_by" not in browser.get(address).text
    assert browser.post(address, data={"body": "Ti bede.", "shown_by": "1:"}).status_code == 302


def test_project_and_goal_lead_to_each_other_by_the_figure(
    client: Client, chain: Chain, moderator: Person
) -> None:
    goal, project, indicator = chain
    told(chain, moderator, measured_on=DAY)
    page = page_of(client, project)
    assert "82,5\N{NO-BREAK SPACE}% den 1. marts 2026. Målet er mindst 80\N{NO-BREAK SPACE}%." in page
    assert f"#indikator-{indicator.id}" in page
    whole = client.get(f"{HOME}/maal/{goal.id}-x", follow_redirects=True).text
    panel = whole.split("har rykket ved tallet")[1][:300]
    assert f"/projekter/{project.id}-{project.slug}#resultat" in panel


def test_a_corrected_measurement_is_shown_as_corrected_and_one_taken_out_no_more(
    client: Client, chain: Chain, moderator: Person
) -> None:
    _, project, indicator = chain
    told(chain, moderator, measured_on=DAY)
    corrected = [Measured(DAY, Decimal(79))]
    indicators.record(actor=moderator, indicator=indicator, measurements=corrected)
    assert "79\N{NO-BREAK SPACE}% den 1. marts 2026." in page_of(client, project)
    indicators.take_out_measurement(actor=moderator, indicator=indicator, day=DAY)
    assert "Ikke målt siden." in page_of(client, project)


def test_an_indicator_that_was_taken_out_is_named_no_more(
    client: Client, chain: Chain, administrator: Person
) -> None:
    told(chain, administrator)
    indicators.take_out(actor=administrator, indicator=chain[2])
    assert "Andel tilfredse borgere" not in page_of(client, chain[1])


@pytest.mark.parametrize("wrong", ["other_goal", "other_day"])
def test_only_what_was_measured_under_its_own_goals_is_named(
    chain: Chain, moderator: Person, wrong: str
) -> None:
    named = IndicatorFactory() if wrong == "other_goal" else chain[2]
    text = OutcomeText(body="Ti bede.", indicator_id=named.id, measured_on=date(2026, 3, 2))
    with pytest.raises(RuleViolation):
        writing.write_outcome(actor=moderator, project=chain[1], text=text)


def test_another_figure_is_another_version(client: Client, chain: Chain, moderator: Person) -> None:
    told(chain, moderator)
    outcome = queries.outcome_of(chain[1])
    assert outcome is not None
    text = OutcomeText(body=outcome.body, indicator_id=chain[2].id, measured_on=DAY)
    writing.write_outcome(actor=moderator, project=chain[1], text=text, seen_version=outcome.version)
    page = client.get(f"{HOME}/projekter/{chain[1].id}/versioner").text
    assert ("Tallet, der viser det" in page, "<ins>" in page) == (True, True)
