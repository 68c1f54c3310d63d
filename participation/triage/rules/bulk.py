"""Which acts can be done to many cases at once, and what each asks for."""

from dataclasses import replace
from datetime import timedelta

from participation.foundation.text import N_
from participation.triage.rules import ACTS, Act

# So many cases in one act; so many of them in one transaction.
MOST = 500
AT_ONCE = 100
# A preview that nobody has carried out is forgotten.
KEPT_FOR = timedelta(days=1)
# No answer is promised later than this.
LONGEST = timedelta(days=365)

CLAIM = Act("claim", N_("Take the cases"), "triage.work", frozenset(), is_public=False)
ASSIGN = Act("assign", N_("Give to a colleague"), "triage.work", frozenset({"colleague"}), is_public=False)
# The goal is asked for in a form of its own: each idea keeps the one it has.
_PUBLISH = replace(ACTS["publish"], needs=frozenset({"goal"}))

BULK: dict[str, Act] = {
    "publish": _PUBLISH,
    "return": ACTS["return"],
    "refuse": ACTS["refuse"],
    "answer_for_now": ACTS["answer_for_now"],
    "start_review": ACTS["start_review"],
    "decline": ACTS["decline"],
    "claim": CLAIM,
    "assign": ASSIGN,
}
# What concerns the ideas that are not published yet, and what those that are.
TELLS_NOBODY = frozenset({"claim", "assign"})
TELLS_AUTHOR = frozenset({"publish", "return", "refuse"})
