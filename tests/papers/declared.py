"""What papers declares to the tests of the architecture."""

from tests.factories.papers import SheetFactory

WITHOUT_QUESTION = {
    "papers.count_from_receipt": "follows from publishing, which was asked for",
    "papers.set_aside": "part of setting a sheet aside, which has asked",
}
ROWS = {"sheet_id": lambda: SheetFactory().id}
