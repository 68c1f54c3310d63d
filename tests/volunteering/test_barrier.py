"""Many who want the last places at once, against several processes: exactly as many get one as there are."""

import pytest
from flask import Flask

from participation.extensions import db
from participation.foundation.tenancy import municipality_context
from participation.volunteering import queries
from tests.barriers import all_at_once, signed_in
from tests.factories.municipalities import MunicipalityFactory
from tests.factories.volunteering import NeedFactory

ROOM, PEOPLE = 8, 24

pytestmark = pytest.mark.processes


def test_the_ninth_of_eight_waits(own_app: Flask) -> None:
    municipality = MunicipalityFactory()
    with municipality_context(municipality.id):
        need = NeedFactory(capacity=ROOM)
        path = f"/vallensbaek/projekter/{need.project_id}/behov/{need.id}/vaer-med"
        cookies = signed_in(PEOPLE)
        number = municipality.id
        db.session.commit()
    statuses = all_at_once(own_app, path, cookies)
    with municipality_context(number):
        db.session.expire_all()
        assert dict(statuses) == {302: PEOPLE}
        assert (need.taken, need.waiting, queries.recounted()) == (ROOM, PEOPLE - ROOM, [])
