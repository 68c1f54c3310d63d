"""What the checks of all features must know of this one."""

WITHOUT_QUESTION = dict.fromkeys(
    ("accounts.remember", "accounts.forget", "accounts.recognise", "accounts.forget_ended"),
    "follows from suspending somebody, which was asked for, or from its end",
)
