"""Taking files in, and taking away what belongs to nothing."""

import os
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participation.accounts.models import Person
from participation.extensions import db
from participation.files import queries
from participation.files.models import StoredFile
from participation.files.services import store_document, store_picture, store_pictures, sweeping
from participation.foundation.actors import Nobody
from participation.foundation.clock import at, now
from participation.foundation.errors import Forbidden, RuleViolation
from participation.web import storage
from tests.factories.files import PDF, PictureFactory, picture_bytes

LATER = timedelta(days=2)


def rows() -> list[StoredFile]:
    return list(db.session.scalars(select(StoredFile)))


def files() -> set[str]:
    return {name for name, _ in storage.kept()}


def make_old(digest: str) -> None:
    long_ago = (now() - LATER).timestamp()
    os.utime(storage._path(digest), (long_ago, long_ago))


def test_a_picture_is_a_row_and_two_files_called_by_their_sum(citizen: Person) -> None:
    stored = store_picture(actor=citizen, content=picture_bytes(size=(2000, 900)), alternative_text="Et træ")
    assert (stored.width, stored.height, stored.small_width) == (1600, 720, 640)
    assert (stored.alternative_text, stored.created_by_id) == ("Et træ", citizen.id)
    assert stored.small_digest is not None
    assert storage.is_whole(stored.digest)
    assert storage.is_whole(stored.small_digest)


def test_one_broken_picture_of_several_stores_none(citizen: Person) -> None:
    before = files()
    with pytest.raises(RuleViolation):
        store_pictures(actor=citizen, contents=[picture_bytes(size=(33, 44)), b"no picture"])
    assert (rows(), files()) == ([], before)


def test_nobody_stores_without_an_account() -> None:
    with pytest.raises(Forbidden):
        store_picture(actor=Nobody(), content=picture_bytes())
    with pytest.raises(Forbidden):
        store_document(actor=Nobody(), content=PDF, name="Plan")


def test_a_document_keeps_its_bytes_and_its_name(citizen: Person) -> None:
    stored = store_document(actor=citizen, content=PDF, name="Plan")
    assert storage.bytes_of(stored.digest) == PDF
    assert stored.name == "Plan"


def test_what_nothing_points_to_is_swept_after_a_day(citizen: Person) -> None:
    stored = store_picture(actor=citizen, content=picture_bytes(size=(31, 41)))
    digest = stored.digest
    sweeping.sweep()
    assert rows() == [stored]
    make_old(digest)
    with at(now() + LATER):
        sweeping.sweep()
    assert rows() == []
    assert digest not in files()


def test_bytes_of_a_request_that_is_not_finished_stay() -> None:
    digest = storage.keep(b"a moment ago")
    sweeping.sweep()
    assert digest in files()


def test_what_is_erased_is_found_by_nobody_and_its_bytes_go(citizen: Person) -> None:
    stored = store_picture(actor=citizen, content=picture_bytes(size=(51, 61)))
    assert queries.find(citizen, stored.id) == stored
    sweeping.erase(files=[stored])
    assert queries.find(citizen, stored.id) is None
    sweeping.remove_erased()
    assert stored.digest not in files()


def test_the_same_bytes_elsewhere_by_right_stay() -> None:
    first, second = PictureFactory(), PictureFactory()
    assert first.digest == second.digest
    sweeping.erase(files=[first])
    sweeping.remove_erased()
    assert second.digest in files()


def test_verify_says_what_is_missing_or_damaged(app: Flask, municipality: object) -> None:
    stored = PictureFactory(digest=storage.keep(b"soon damaged"))
    db.session.commit()
    runner = app.test_cli_runner()
    assert runner.invoke(args=["files", "verify"]).exit_code == 0
    storage._path(stored.digest).write_bytes(b"damaged")
    result = runner.invoke(args=["files", "verify"])
    assert (result.exit_code, stored.digest in result.output) == (1, True)


@pytest.fixture(autouse=True)
def _inside(municipality: object) -> None:
    """Every test is in a municipality."""
