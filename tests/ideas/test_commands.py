"""The text index, written anew."""

from flask import Flask

from participation.extensions import db
from participation.ideas.queries import IDEAS_LIST, public_ideas
from participation.municipalities.models import Municipality
from tests.factories.ideas import IdeaFactory


def test_every_idea_is_found_after_indexing(app: Flask, municipality: Municipality) -> None:
    idea_id = IdeaFactory(title="Bænke ved søen").id
    db.session.commit()
    result = app.test_cli_runner().invoke(args=["ideas", "index"])
    assert (result.exit_code, result.output) == (0, "vallensbaek: 1 ideas\n")
    page = IDEAS_LIST.page(db.session, public_ideas(), {"q": "bænken"})
    assert [idea.id for idea in page.rows] == [idea_id]
