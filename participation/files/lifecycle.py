"""What sorts of files there are, and how much may be said of one."""

from enum import StrEnum

ALTERNATIVE_TEXT_LENGTH = 300


class FileKind(StrEnum):
    """What sort of file it is."""

    PICTURE = "picture"
    DOCUMENT = "document"
