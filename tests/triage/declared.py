"""What the checks of all features must know of this one."""

from participation.triage.services.contributions import make_link
from tests.factories.ideas import AnswerFactory, CaseFactory
from tests.factories.triage import ContributionFactory, NoteFactory, TemplateFactory

ROWS = {
    "answer_id": lambda: AnswerFactory().id,
    "case_id": lambda: CaseFactory(subject_title="Flere træer", place="opgaver/").id,
    "note_id": lambda: NoteFactory().id,
    "contribution_id": lambda: ContributionFactory().id,
    "contribution_token": lambda: make_link(contribution=ContributionFactory()),
    "template_id": lambda: TemplateFactory().id,
}
WITHOUT_QUESTION = {
    "cases.remind": "the clock says it, to whom it concerns",
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
    "triage.keep_draft": "seen by its writer alone",
    "triage.drop_draft": "seen by its writer alone",
}
