"""What the public moderation log calls things and outcomes; it never says who or what was written."""

from participation.foundation.text import N_
from participation.moderation.models import ModerationAct, ModerationEntry

OUTCOMES: dict[ModerationAct, str] = {
    ModerationAct.HIDE: N_("hidden"),
    ModerationAct.SHOW: N_("shown again"),
    ModerationAct.RELEASE: N_("looked at and shown"),
    ModerationAct.RETURN: N_("sent back before anybody saw it"),
    ModerationAct.REFUSE: N_("not shown"),
    ModerationAct.CLOSE: N_("closed"),
    ModerationAct.OPEN: N_("opened again"),
    ModerationAct.SUSPEND: N_("may not write for a while"),
    ModerationAct.LIFT: N_("may write again"),
    ModerationAct.UPHOLD: N_("appealed: the decision stands"),
    ModerationAct.OVERTURN: N_("appealed: the decision is changed"),
    ModerationAct.DELETE: N_("deleted for good"),
}
# What takes something away from somebody: these are counted by rule.
RESTRICTIONS = (
    ModerationAct.HIDE,
    ModerationAct.REFUSE,
    ModerationAct.CLOSE,
    ModerationAct.SUSPEND,
    ModerationAct.DELETE,
)
DISCUSSIONS = (ModerationAct.CLOSE, ModerationAct.OPEN)


def thing(entry: ModerationEntry) -> str:
    """What kind of thing an entry is about, as a message id."""
    if entry.act in DISCUSSIONS:
        return N_("Discussion")
    if entry.comment_id is not None:
        return N_("Comment")
    if entry.idea_id is not None:
        return N_("Idea")
    if entry.update_id is not None:
        return N_("News from a project")
    return N_("Organisation") if entry.organisation_id is not None else N_("Account")
