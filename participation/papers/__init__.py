"""Ideas and supports that came on paper, by telephone or from a school class."""
