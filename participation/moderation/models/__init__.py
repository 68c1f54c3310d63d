"""What moderation keeps: one module for each kind of act."""

from participation.moderation.models.hiding import ModerationAct as ModerationAct
from participation.moderation.models.hiding import ModerationEntry as ModerationEntry
from participation.moderation.models.waves import Wave as Wave
from participation.moderation.models.waves import WaveEntry as WaveEntry
from participation.moderation.models.waves import WaveKind as WaveKind
