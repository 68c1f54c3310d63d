"""What cases declares to the tests of the architecture."""

WITHOUT_QUESTION = {"cases.check_words": "part of an act, which has asked"}
