"""What moderation keeps: one module for each kind of act."""

from participation.moderation.models.hiding import ModerationAct as ModerationAct
from participation.moderation.models.hiding import ModerationEntry as ModerationEntry
