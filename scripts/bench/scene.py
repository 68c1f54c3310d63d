"""What is asked for at one size: which ideas, which goal, who is signed in, and how deep the list goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from urllib.parse import urlencode

import psycopg
from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select

from participation.extensions import db
from participation.foundation.clock import now, today
from participation.foundation.tenancy import municipality_context
from participation.foundation.text import slugify
from participation.ideas import queries
from participation.ideas.lifecycle import IDEAS
from participation.ideas.models import Idea
from participation.municipalities import queries as municipalities
from participation.strategies.models import Goal
from participation.web.sessions import token_hash
from scripts.bench.loading import copy
from scripts.bench.shots import Request

SIGNED_IN = 500
MOST_IDEAS = 1_000
DEPTH = 100
PAST = timedelta(days=365)
SIGN_IN_COLUMNS = "municipality_id browser_token_hash browser person_id created_at last_seen_at"


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in: the cookie, and the token for forms."""

    cookie: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie}


@dataclass(frozen=True)
class Scene:
    """The addresses at one size; `ideas` are open for support and have (id, slug)."""

    home: str
    ideas: list[tuple[int, str]]
    goal: str
    theme_id: int
    deep_cursor: str
    past: date
    visitors: list[Visitor]
    staff: Visitor

    @property
    def values(self) -> dict[str, object]:
        """What stands in the addresses of pages."""
        return {"goal": self.goal, "theme": self.theme_id, "cursor": self.deep_cursor, "past": self.past}

    def idea_paths(self, count: int) -> list[str]:
        """The addresses of some idea pages."""
        return [f"{self.home}/ideer/{number}-{slug}" for number, slug in self.ideas[:count]]

    def forms(self, start: int, path: str, fields: dict[str, str]) -> Iterator[Request]:
        """Endless posts from the `start`-th on: each time somebody else to another idea."""
        while True:
            visitor = self.visitors[start % len(self.visitors)]
            number = self.ideas[sum(divmod(start, len(self.visitors))) % len(self.ideas)][0]
            body = urlencode({"csrf_token": visitor.token, **fields})
            yield Request(f"{self.home}/{path.format(number)}", visitor.headers, body)
            start += 1


def sign_in(app: Flask, address: str, code: str) -> list[Visitor]:
    """Let the municipality's first people be signed in, as if each had typed a code."""
    name, moment = app.config["SESSION_COOKIE_NAME"], now()
    with psycopg.connect(address) as connection:
        people = connection.execute(
            "SELECT people.municipality_id, people.id FROM people JOIN municipalities AS m "
            "ON m.id = municipality_id WHERE code = %s ORDER BY people.id LIMIT %s",
            [code, SIGNED_IN],
        ).fetchall()
        tokens = [f"visitor-{person_id}-".ljust(48, "x") for _, person_id in people]
        rows = (
            (municipality_id, token_hash(token), "bench", person_id, moment, moment)
            for (municipality_id, person_id), token in zip(people, tokens, strict=True)
        )
        copy(connection, "sign_ins", SIGN_IN_COLUMNS, rows)
        municipality_id, person_id = people[-1]
        for statement in TO_STAFF:
            connection.execute(statement, {"person": person_id, "municipality": municipality_id})
    return [_visitor(app, f"{name}={token}") for token in tokens]


# The last of those who are signed in works for the municipality, and has ten of the cases.
TO_STAFF = (
    """UPDATE people SET role = 'moderator' WHERE id = %(person)s""",
    """UPDATE cases SET owner_id = %(person)s WHERE owner_id IS NULL AND id IN (
           SELECT id FROM cases WHERE is_open AND municipality_id = %(municipality)s ORDER BY due_at LIMIT 10)
       AND NOT EXISTS (SELECT 1 FROM cases WHERE owner_id = %(person)s)""",
)


def _visitor(app: Flask, cookie: str) -> Visitor:
    with app.test_request_context(headers={"Cookie": cookie}):
        return Visitor(cookie, str(generate_csrf()))


def scene(app: Flask, code: str, visitors: list[Visitor]) -> Scene:
    """Look up what there is to ask for."""
    with app.app_context():
        municipality = municipalities.by_code(code)
        assert municipality is not None
        with municipality_context(municipality.id):
            return _scene(f"/{municipality.slug}", visitors)


def _scene(home: str, visitors: list[Visitor]) -> Scene:
    takes_votes = Idea.status.in_(sorted(IDEAS.statuses_where("takes_votes")))
    chosen = queries.public_ideas().where(takes_votes).order_by(Idea.support_count, Idea.id).limit(MOST_IDEAS)
    goal = db.session.scalars(select(Goal).where(Goal.theme_id.is_not(None)).order_by(Goal.id)).first()
    assert goal is not None and goal.theme_id is not None
    return Scene(
        home=home,
        ideas=[(idea.id, idea.slug) for idea in db.session.scalars(chosen)],
        goal=f"{goal.id}-{slugify(goal.title)}",
        theme_id=goal.theme_id,
        deep_cursor=_deep_cursor(),
        past=today() - PAST,
        visitors=visitors[:-1],
        staff=visitors[-1],
    )


def _deep_cursor() -> str:
    """The cursor after a hundred pages, or the last one where there are fewer."""
    cursors = list(islice(_cursors(), DEPTH))
    return cursors[-1]


def _cursors() -> Iterator[str]:
    cursor: str | None = ""
    while cursor is not None:
        page = queries.IDEAS_LIST.page(db.session(), queries.public_ideas(), {"cursor": cursor})
        db.session.expunge_all()
        cursor = page.next_cursor
        if cursor is not None:
            yield cursor
