"""The people and things that moderation's own tests begin with."""

from tests.moderation.conftest import colleague as colleague
from tests.moderation.conftest import comment as comment
from tests.moderation.conftest import idea as idea
from tests.moderation.conftest import rule as rule
