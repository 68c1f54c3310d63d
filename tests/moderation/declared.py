"""What moderation declares to the tests of the architecture."""

from tests.factories.moderation import DeletionFactory

WITHOUT_QUESTION = dict.fromkeys(
    (
        "discussions.bury",
        "moderation.comments_of",
        "moderation.erase_copies",
        "moderation.answer_undone",
        "moderation.erase_quoted",
        "moderation.erase_rows",
        "moderation.follow",
        "moderation.forget_noted_acts",
        "moderation.note_act",
        "moderation.write_noted_acts",
        "search.forget",
    ),
    "follows from an act, which was asked for",
)
ROWS = {"deletion_id": lambda: DeletionFactory().id}
