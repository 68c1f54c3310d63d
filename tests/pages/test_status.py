"""The status as a page, a document and a table: the same figures in each, for any date."""

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from docx import Document

from participation.accounts.models import Person
from participation.foundation.clock import at, now, today
from participation.ideas.lifecycle import IdeaStatus
from participation.projects.lifecycle import ProjectStatus
from participation.projects.models import ProjectGoal
from participation.strategies.lifecycle import StrategyStatus
from participation.strategies.models import Goal, Strategy
from tests.factories.base import Factory
from tests.factories.ideas import AnswerFactory, IdeaFactory
from tests.factories.indicators import IndicatorFactory, MeasurementFactory
from tests.factories.projects import ProjectFactory
from tests.factories.strategies import GoalFactory, StrategyFactory, ThemeFactory

PAGE = "/vallensbaek/strategi/status"


class ServiceFactory(Factory[ProjectGoal]):
    class Meta:
        model = ProjectGoal


@pytest.fixture
def goal(municipality: Any) -> Goal:
    """Under a theme, with ideas, a project and a measured indicator; beside it a goal without anything."""
    with at(now() - timedelta(days=10)):
        strategy: Strategy = StrategyFactory(title="=Strategi 2022")
        theme = ThemeFactory(strategy_id=strategy.id, title="Grøn by")
        goal: Goal = GoalFactory(strategy_id=strategy.id, theme_id=theme.id, title="Flere træer")
        GoalFactory(strategy_id=strategy.id, theme_id=theme.id, title="=Bier")
        IdeaFactory(goal_id=goal.id)
    IdeaFactory(goal_id=goal.id, status=IdeaStatus.ACCEPTED)
    IdeaFactory(is_outside_strategy=True)
    project = ProjectFactory(status=ProjectStatus.ACTIVE)
    ServiceFactory(project_id=project.id, goal_id=goal.id)
    indicator = IndicatorFactory(goal_id=goal.id)
    MeasurementFactory(indicator_id=indicator.id, value=Decimal(85))
    return goal


def of_page(html: str) -> list[list[str]]:
    """Every row of the table with its figures; the lines of themes have none."""
    rows = [
        re.findall(r"<(?:td|th)[^>]*>(.*?)</(?:td|th)>", row, re.S)
        for row in re.findall(r"<tr.*?</tr>", html, re.S)
    ]
    return [[re.sub(r"<.*?>", "", cell).strip() for cell in row] for row in rows if len(row) == 8][1:]


def of_document(content: bytes) -> list[list[str]]:
    table = Document(BytesIO(content)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [row for row in rows[1:] if len(set(row)) > 1]


def of_table(content: bytes) -> list[list[str]]:
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    return [row[2:10] for row in rows[1:]]


def texts_of(document: bytes) -> str:
    return "\n".join(each.text for each in Document(BytesIO(document)).paragraphs)


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("ago", [0, 5, 40])
def test_the_figures_are_equal_in_all_forms(client: Any, goal: Goal, language: str, ago: int) -> None:
    day = today() - timedelta(days=ago)
    page, document, table = (
        client.get(f"{language}{PAGE}{form}?dato={day}").data for form in ("", "/word", "/csv")
    )
    shown = of_page(page.decode())
    assert len(shown) == 4
    assert of_document(document) == shown
    unguarded = [[cell.removeprefix("'") for cell in row] for row in of_table(table)]
    assert unguarded == shown


@pytest.mark.parametrize("ago", [0, 5])
def test_what_was_promised_is_equal_in_all_forms(
    client: Any, goal: Goal, moderator: Person, ago: int
) -> None:
    with at(now() - timedelta(days=6)):
        late = IdeaFactory(goal_id=goal.id, answer_due_at=now(), first_answer_due_at=now())
        AnswerFactory(idea_id=late.id, is_kept=False)
    AnswerFactory(idea_id=IdeaFactory(goal_id=goal.id).id, is_kept=True)
    query = f"?dato={today() - timedelta(days=ago)}"
    page, document, table = (client.get(f"{PAGE}{form}{query}").data for form in ("", "/word", "/csv"))
    rows = list(csv.reader(StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][10:] == ["Svar lovet", "Svar til tiden", "Svar for sent", "Svar mangler efter fristen"]
    promised, kept, broken, overdue = rows[-1][10:]
    said = (
        f"Vi har lovet svar {promised} gange. {kept} svar kom til tiden, {broken} kom for sent, og {overdue}"
    )
    assert said in page.decode() and said in texts_of(document)
    assert (kept, broken, overdue) == ("0" if ago else "1", "1", "1")


def test_ideas_outside_the_strategy_are_named(client: Any, goal: Goal) -> None:
    for number in range(9):
        IdeaFactory(is_outside_strategy=True, title=f"Udenfor {number}")
    page, document = client.get(PAGE).text, texts_of(client.get(f"{PAGE}/word").data)
    for text in (page, document):
        assert "10 idéer ligger uden for strategien." in text
        assert "Udenfor 8" in text and "Udenfor 0" not in text
        assert "og 2 til" in text


def test_projects_of_the_strategy_before_are_counted_below(client: Any, goal: Goal) -> None:
    with at(now() - timedelta(days=100)):
        before = GoalFactory(strategy_id=StrategyFactory(status=StrategyStatus.SUPERSEDED).id)
    running, done = (ProjectFactory(status=each) for each in (ProjectStatus.ACTIVE, ProjectStatus.COMPLETED))
    ServiceFactory(project_id=running.id, goal_id=before.id)
    rows = of_page(client.get(PAGE).text)
    assert rows[2:] == [
        ["Uden for strategien", "1", "0", "0", "1", "0", "1", ""],
        ["Under mål fra en tidligere strategi eller mål, der er taget ud", "0", "0", "0", "0", "1", "0", ""],
        ["I alt", "3", "1", "0", "2", "2", "1", ""],
    ]
    assert done.meaning.is_completed


def test_a_past_date_knows_nothing_of_what_came_later(client: Any, goal: Goal) -> None:
    now_, then = (of_page(client.get(f"{PAGE}?dato={today() - timedelta(days=ago)}").text) for ago in (0, 5))
    assert now_[0] == ["Flere træer", "2", "1", "0", "1", "1", "0", "På vej (85\xa0%)"]
    assert now_[2:] == [
        ["Uden for strategien", "1", "0", "0", "1", "0", "0", ""],
        ["I alt", "3", "1", "0", "2", "1", "0", ""],
    ]
    assert then[0] == ["Flere træer", "1", "0", "0", "1", "0", "0", ""]


def test_no_cell_of_the_table_is_a_formula(client: Any, goal: Goal) -> None:
    rows = list(csv.reader(StringIO(client.get(f"{PAGE}/csv").data.decode("utf-8-sig")), delimiter=";"))
    assert rows[2][2] == "'=Bier"
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_the_document_has_language_headings_and_a_head_that_is_repeated(client: Any, goal: Goal) -> None:
    document = Document(BytesIO(client.get(f"{PAGE}/word").data))
    xml, styles = document.tables[0]._tbl.xml, document.styles.element.xml
    headings = [
        each.text for each in document.paragraphs if each.style and each.style.name.startswith("Heading")
    ]
    assert headings[0] == "Kort fortalt"
    assert headings[-2:] == ["Mål for mål", "Sådan tæller vi"]
    assert xml.count("<w:tblHeader/>") == 1
    assert "w:tblCaption" in xml
    assert "w:tblDescription" in xml
    assert 'w:lang w:val="da-DK"' in styles
    assert document.core_properties.language == "da-DK"


@pytest.mark.parametrize("wrong", ["2999-01-01", "i går", "0001-01-01", "2026-02-30"])
def test_what_is_no_date_up_to_today_gives_today_and_says_so(client: Any, goal: Goal, wrong: str) -> None:
    page = client.get(PAGE, query_string={"dato": wrong})
    assert page.status_code == 200
    assert "Det er ikke en dato til og med i dag." in page.text
    assert f'value="{today()}"' in page.text


def test_the_page_is_everybodys_and_says_what_it_is_for(client: Any, goal: Goal) -> None:
    page = client.get(PAGE)
    assert page.headers["Cache-Control"].startswith("public")
    assert "planlovens § 23 a" in page.text
    assert "1 af 2 mål har ingen idéer." in page.text
    assert "style=" not in page.text


def test_without_a_strategy_the_page_says_so_and_there_are_no_files(client: Any) -> None:
    assert "har ikke offentliggjort en strategi endnu" in client.get(PAGE).text
    assert client.get(f"{PAGE}/word").status_code == 404
    assert client.get(f"{PAGE}/csv").status_code == 404


def test_strategy_and_figures_lead_to_it(client: Any, goal: Goal) -> None:
    for path in ("/vallensbaek/strategi/", "/vallensbaek/svarer-vi-til-tiden"):
        assert f'href="{PAGE}"' in client.get(path).text


def test_as_many_statements_for_many_goals_as_for_one(
    client: Any, goal: Goal, count_queries: Callable[..., Any], moderator: Person
) -> None:
    client.get(PAGE)
    with count_queries() as few:
        client.get(f"{PAGE}?dato={today()}")
    for more in GoalFactory.create_batch(20, strategy_id=goal.strategy_id):
        MeasurementFactory(indicator_id=IndicatorFactory(goal_id=more.id).id)
        IdeaFactory(goal_id=more.id)
    with count_queries() as many:
        client.get(f"{PAGE}?dato={today()}&x=1")
    assert len([each for each in many if each.startswith("SELECT")]) == len(few)
