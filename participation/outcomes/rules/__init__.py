"""How long, how many, and how few are too few to be shown."""

from datetime import timedelta

MOST_PICTURES = 12
LONGEST = 6000
MOST_KRONER = 10**10
# So long that a bench has been sat on, so short that people remember what they wanted.
ASKED_AFTER = timedelta(weeks=4)
# What was completed longer ago is left in peace: a question after half a year is no question any more, and an
# installation that begins to ask does not write to everybody about all that was ever done.
ASKED_UNTIL = timedelta(weeks=12)
ANSWERED_WITHIN = timedelta(weeks=8)
# Among fewer, one could guess who said what.
FEWEST_SHOWN = 5
# What somebody says of it can wait a little longer than what somebody waits for.
REPLY_WORKING_DAYS = 10
