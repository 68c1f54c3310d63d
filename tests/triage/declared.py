"""What the checks of all features must know of this one."""

from tests.factories.ideas import CaseFactory

ROWS = {"case_id": lambda: CaseFactory(subject_title="Flere træer", place="opgaver/").id}
WITHOUT_QUESTION = {"cases.remind": "the clock says it, to whom it concerns"}
QUIET_COMMANDS = {"cases.remind_everywhere": "says what the clock says; nobody decides anything"}
