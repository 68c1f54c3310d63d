"""What the checks of all features must know of this one."""

from participation.triage.models import BulkAct
from participation.triage.services.contributions import make_link
from tests.factories.accounts import PersonFactory
from tests.factories.base import Factory
from tests.factories.ideas import AnswerFactory, CaseFactory
from tests.factories.triage import ContributionFactory, NoteFactory, TemplateFactory


class BulkActFactory(Factory[BulkAct]):
    class Meta:
        model = BulkAct

    name = "publish"


ROWS = {
    "bulk_id": lambda: BulkActFactory(actor_id=PersonFactory().id).id,
    "answer_id": lambda: AnswerFactory().id,
    "case_id": lambda: CaseFactory(subject_title="Flere træer", place="opgaver/").id,
    "note_id": lambda: NoteFactory().id,
    "contribution_id": lambda: ContributionFactory().id,
    "contribution_token": lambda: make_link(contribution=ContributionFactory()),
    "template_id": lambda: TemplateFactory().id,
}
WITHOUT_QUESTION = {
    "cases.remind": "the clock says it, to whom it concerns",
    "triage.carry_on": "the worker goes on with what was asked for; each page asks again",
    "triage.forget_previews": "the worker's housekeeping: nobody has asked",
    "triage.last_day": "a question",
    "triage.make_link": "the worker writes a mail that somebody was allowed to send",
    "triage.hash_of": "a question",
    "triage.give_contribution": "the link is the permission, as long as it works",
    "triage.remind_colleagues": "the worker's own",
    "triage.forget_old_drafts": "the worker's housekeeping",
    "triage.values_for": "a question",
    "triage.check_words": "part of an answer, which has asked",
    "ideas.text_of": "a question",
}
WITHOUT_ACT = {
    "triage.prepare": "a preview: nothing has happened to a case yet",
    "triage.spread_promises": "part of the preview; each publication says its promise",
    "triage.keep_draft": "seen by its writer alone",
    "triage.drop_draft": "seen by its writer alone",
    "triage.add_templates": "part of loading a municipality, which says how many",
}
QUIET_COMMANDS = {"cases.remind_everywhere": "says what the clock says; nobody decides anything"}
