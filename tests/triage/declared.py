"""What the checks of all features must know of this one."""

from participation.triage.models import BulkAct
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import CaseFactory


class BulkActFactory(Factory[BulkAct]):
    class Meta:
        model = BulkAct

    name = "publish"


ROWS = {
    "case_id": lambda: CaseFactory(subject_title="Flere træer", place="opgaver/").id,
    "bulk_id": lambda: BulkActFactory(actor_id=PersonFactory().id).id,
}
WITHOUT_QUESTION = {
    "cases.remind": "the clock says it, to whom it concerns",
    "triage.carry_on": "the worker goes on with what was asked for; each page asks again",
    "triage.forget_previews": "the worker's housekeeping: nobody has asked",
    "triage.last_day": "a question",
}
WITHOUT_ACT = {
    "triage.prepare": "a preview: nothing has happened to a case yet",
    "triage.spread_promises": "part of the preview; each publication says its promise",
}
QUIET_COMMANDS = {"cases.remind_everywhere": "says what the clock says; nobody decides anything"}
