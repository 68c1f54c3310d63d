"""What the checks of all features must know of this one."""

WITHOUT_QUESTION = {
    "successions.begin": "follows from publishing, which was asked for",
    "successions.carry_on": "the worker's own: publishing, which was asked for, has begun it",
    "successions.carry_late": "follows from a move that somebody was allowed to make",
    **dict.fromkeys(
        ("strategies.keep", "strategies.take_over", "strategies.require_version"),
        "part of loading, editing or publishing, which has asked",
    ),
}
