"""How an old goal is said to become another, in words that are translated where they are shown."""

from participation.foundation.text import N_
from participation.strategies.lifecycle import SuccessionKind

KINDS = {
    SuccessionKind.CONTINUES: N_("Goes on"),
    SuccessionKind.SPLIT: N_("Is split"),
    SuccessionKind.JOINED: N_("Is joined with others"),
    SuccessionKind.DROPPED: N_("Is dropped"),
}
TONES = {
    SuccessionKind.CONTINUES: "yes",
    SuccessionKind.SPLIT: "open",
    SuccessionKind.JOINED: "open",
    SuccessionKind.DROPPED: "no",
}
MISSING, MISSING_TONE = N_("Not said yet"), "wait"
