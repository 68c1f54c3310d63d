"""Acts of moderation, what was reported, and what is asked again."""

import factory

from participation.cases.models import CaseKind
from participation.foundation.clock import now
from participation.ideas.lifecycle import IdeaStatus
from participation.ideas.models import IdeaMove
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.models import Appeal, Deletion, Matter, ModerationAct, ModerationEntry, Report
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import CaseFactory, IdeaFactory


class ModerationEntryFactory(Factory[ModerationEntry]):
    class Meta:
        model = ModerationEntry

    act = ModerationAct.HIDE
    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    reason_code = "offensive"
    sentence = "Den håner en nabo."
    actor_id = factory.LazyFunction(lambda: PersonFactory().id)


class RefusalFactory(Factory[IdeaMove]):
    class Meta:
        model = IdeaMove

    name = "refuse"
    idea_id = factory.LazyFunction(lambda: IdeaFactory(status=IdeaStatus.NOT_ADMITTED, published_at=None).id)
    from_status = IdeaStatus.SUBMITTED
    to_status = IdeaStatus.NOT_ADMITTED
    reason_code = "not_municipal"
    sentence = "Det er statens vej."
    actor_id = factory.LazyFunction(lambda: PersonFactory().id)


class MatterFactory(Factory[Matter]):
    class Meta:
        model = Matter

    case_id = factory.LazyFunction(lambda: CaseFactory(kind=CaseKind.REPORT, subject_title="Træer").id)
    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)


class ReportFactory(Factory[Report]):
    class Meta:
        model = Report

    matter_id = factory.LazyFunction(lambda: MatterFactory().id)
    reporter_id = factory.LazyFunction(lambda: PersonFactory().id)
    reason_code = "offensive"
    body = "Den er led."


class AppealFactory(Factory[Appeal]):
    class Meta:
        model = Appeal

    case_id = factory.LazyFunction(lambda: CaseFactory(kind=CaseKind.APPEAL, subject_title="Træer").id)
    entry_id = factory.LazyFunction(lambda: ModerationEntryFactory().id)
    person_id = factory.LazyFunction(lambda: PersonFactory().id)
    body = "Jeg mente det ikke sådan."
    due_at = factory.LazyFunction(now)


class DeletionFactory(Factory[Deletion]):
    class Meta:
        model = Deletion

    case_id = factory.LazyFunction(lambda: CaseFactory(kind=CaseKind.DELETION, subject_title="Træer").id)
    idea_id = factory.LazyFunction(lambda: IdeaFactory().id)
    reason_code = DeletionReason.CPR
    sentence = "Der står et nummer på en nabo."
    proposed_by_id = factory.LazyFunction(lambda: PersonFactory().id)
