"""What can be refused, each with a text for the reader."""


class RuleViolation(Exception):
    """A rule of the domain says no; the message is an English message id shown to the reader."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class Forbidden(Exception):
    """The actor lacks the named permission."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission


class Suspended(Forbidden):
    """The actor may write nothing for a while; the answer says until when, why, and how to appeal."""


class Missing(Exception):
    """There is no such thing, or not for this reader: both answer alike."""


class Erased(Exception):
    """It was here and is deleted for good; the message is an English message id that says on what ground."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Moved(Exception):
    """The thing lives at another address now."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


class StaleVersion(RuleViolation):
    """Somebody else changed the thing since the reader saw it."""


class TooMany(RuleViolation):
    """A limit on tries, posts or mails is reached; `retry_after` is in seconds."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after
