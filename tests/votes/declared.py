"""What the checks of all features must know of this one."""

WITHOUT_QUESTION = {
    "votes.take_back_publication": "part of undoing a move, which has asked",
    **dict.fromkeys(("votes.bring_along", "votes.recount"), "part of claiming a paper, which has asked"),
}
