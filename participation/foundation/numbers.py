"""Rows' numbers as addresses and forms spell them."""

# The databases' keys have eight bytes.
LARGEST_ID = 2**63 - 1


def row_id(text: str | None) -> int | None:
    """The number that a text spells in digits; None when no row can have it."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID))
    number = int(text or "") if is_number else 0
    return number if 0 < number <= LARGEST_ID else None
