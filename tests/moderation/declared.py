"""What moderation declares to the tests of the architecture."""

WITHOUT_QUESTION = dict.fromkeys(
    ("moderation.note_act", "moderation.write_noted_acts", "moderation.forget_noted_acts"),
    "follows from an act, which was asked for",
)
