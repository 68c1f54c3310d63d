"""What cases declares to the tests of the architecture."""

WITHOUT_QUESTION = dict.fromkeys(
    ("cases.check_words", "cases.disqualify", "cases.keep_apart"), "part of an act, which has asked"
)
