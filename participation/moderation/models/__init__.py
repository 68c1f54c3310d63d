"""What moderation keeps: one module for each kind of act."""

from participation.moderation.models.appeals import Appeal as Appeal
from participation.moderation.models.deletions import Deletion as Deletion
from participation.moderation.models.hiding import ModerationAct as ModerationAct
from participation.moderation.models.hiding import ModerationEntry as ModerationEntry
from participation.moderation.models.log import LogEntry as LogEntry
from participation.moderation.models.log import LogHead as LogHead
from participation.moderation.models.reports import Matter as Matter
from participation.moderation.models.reports import Report as Report
from participation.moderation.models.waves import Wave as Wave
from participation.moderation.models.waves import WaveEntry as WaveEntry
from participation.moderation.models.waves import WaveKind as WaveKind
