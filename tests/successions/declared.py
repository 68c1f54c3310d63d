"""What the checks of all features must know of this one."""

WITHOUT_QUESTION = {
    "successions.begin": "follows from publishing, which was asked for",
    "successions.carry_on": "the worker's own: publishing, which was asked for, has begun it",
    "successions.carry_late": "follows from a move that somebody was allowed to make",
}
# Pages of a signed-in resident for the browser's checks.
PLACES = ("/ny-strategi",)
