"""Supporting, withdrawing, commenting, merging both ways and undoing at once: no deadlock, no miscount."""

import http.client
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from participation.accounts.models import Person, Role, SignIn
from participation.discussions.models import Comment, Discussion
from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import Idea, Merge, MergeState
from participation.votes import queries
from participation.web.sessions import token_hash
from tests.factories.accounts import PersonFactory
from tests.factories.ideas import CaseFactory, IdeaFactory
from tests.factories.municipalities import MunicipalityFactory
from tests.servers import serving

PEOPLE, ROUNDS = 8, 12

pytestmark = pytest.mark.processes
Call = tuple[str, str, dict[str, str]]


def signed_in(person: Person) -> str:
    cookie = f"person-{person.id}-".ljust(48, "x")
    db.session.add(SignIn(browser_token_hash=token_hash(cookie), browser="test", person_id=person.id))
    return cookie


@pytest.fixture
def scene(own_app: Flask) -> tuple[int, list[int], list[str], list[str]]:
    """The municipality, two ideas, and the cookies of residents and of two colleagues."""
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        ideas = [IdeaFactory(case_id=CaseFactory().id) for _ in range(2)]
        people = [signed_in(PersonFactory()) for _ in range(PEOPLE)]
        staff = [signed_in(PersonFactory(role=Role.MODERATOR)) for _ in range(2)]
        found = municipality.id, [idea.id for idea in ideas], people, staff
        db.session.commit()
        return found


def form_token(app: Flask, cookie: str) -> str:
    with app.app_context(), app.test_request_context(headers={"Cookie": f"session={cookie}"}):
        return str(generate_csrf())


def plan_all(municipality_id: int, one: int, other: int) -> dict[str, str]:
    """Let the day of both plans have come, one idea into the other and the other way; and what was seen."""
    with municipality_context(municipality_id):
        if db.session.scalar(select(Merge.id).where(Merge.state == MergeState.DONE)) is None:
            db.session.query(Merge).filter(Merge.state == MergeState.PLANNED).delete()
            for source, target in ((one, other), (other, one)):
                db.session.add(
                    Merge(source_id=source, target_id=target, state=MergeState.PLANNED, is_public=True)
                )
        versions = dict(db.session.execute(select(Idea.id, Idea.version)).all())
        db.session.commit()
    return {"one": str(versions[one]), "other": str(versions[other])}


def calls(ideas: list[int], people: list[str], staff: list[str], seen: dict[str, str]) -> Iterator[Call]:
    """Everybody does something, and the two colleagues merge crosswise and undo."""
    one, other = ideas
    for number, cookie in enumerate(people):
        act = ("stoette", "stoette/fortryd")[number % 2]
        yield cookie, f"ideer/{random.choice(ideas)}/{act}", {}
    there = {"source_version": seen["one"], "target_version": seen["other"]}
    back = {"source_version": seen["other"], "target_version": seen["one"]}
    yield staff[0], f"opgaver/{one}/saml/{other}", there
    yield staff[1], f"opgaver/{other}/saml/{one}", back
    yield staff[0], f"opgaver/{one}/skil", there
    yield staff[1], f"opgaver/{other}/skil", back


def send(address: str, call: Call, token: str, barrier: Barrier) -> int:
    cookie, path, data = call
    server = urlsplit(address)
    connection = http.client.HTTPConnection(server.hostname or "", server.port or 0, timeout=60)
    headers = {"Cookie": f"session={cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    barrier.wait(timeout=60)
    connection.request("POST", f"/vallensbaek/{path}", urlencode({**data, "csrf_token": token}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_crossing_merges_and_supports_neither_deadlock_nor_miscount(
    own_app: Flask, scene: tuple[int, list[int], list[str], list[str]]
) -> None:
    municipality_id, ideas, people, staff = scene
    tokens = {cookie: form_token(own_app, cookie) for cookie in (*people, *staff)}
    statuses: Counter[int] = Counter()
    url = own_app.config["SETTINGS"].database_url
    with serving(url) as address, ThreadPoolExecutor(PEOPLE + 4) as pool:
        for _ in range(ROUNDS):
            at_once = list(calls(ideas, people, staff, plan_all(municipality_id, *ideas)))
            barrier = Barrier(len(at_once))
            jobs = [(address, call, tokens[call[0]], barrier) for call in at_once]
            statuses.update(pool.map(lambda job: send(*job), jobs))
    assert set(statuses) <= {302, 307, 403, 404, 409, 422}, statuses
    assert statuses[302] > ROUNDS
    with municipality_context(municipality_id):
        assert queries.recounted() == []
        merged = db.session.scalars(select(Idea.id).where(Idea.status == IdeaStatus.MERGED)).all()
        assert len(merged) <= 1
        done = select(func.count()).where(Merge.state.in_((MergeState.DONE, MergeState.UNDONE)))
        assert (db.session.scalar(done) or 0) >= 1
        rows = select(func.count()).where(Comment.discussion_id == Discussion.id)
        counted = select(Discussion.comment_count, rows.scalar_subquery())
        assert all(count == found for count, found in db.session.execute(counted))
