"""What staff and colleagues wrote about an idea goes with it when it is deleted for good."""

from participation.accounts.models import Person
from participation.extensions import db
from participation.moderation.lifecycle import DeletionReason
from participation.moderation.services.deleting import agree, propose
from participation.triage.services.contributions import ask_colleague, give_contribution
from participation.triage.services.drafts import keep_draft
from participation.triage.services.notes import write_note
from tests.factories.ideas import AnswerFactory, IdeaFactory
from tests.moderation.marks import tables_with
from tests.triage.dates import in_days

MARK = "Qvzxwort"


def test_notes_drafts_contributions_and_corrected_answers_go_too(
    moderator: Person, colleague: Person
) -> None:
    idea = IdeaFactory(title=MARK, body=f"Her står {MARK} igen.")
    assert idea.case is not None
    write_note(actor=moderator, case=idea.case, body=MARK)
    for act in ("accept", "decline"):
        keep_draft(actor=moderator, idea=idea, act=act, fields={"doing": MARK})
    words = {"recipient": f"{MARK}@example.org", "question": MARK, "due_on": in_days(3)}
    asked = ask_colleague(actor=moderator, idea=idea, **words)
    give_contribution(actor=moderator, contribution=asked, body=MARK, name=MARK, department=MARK)
    AnswerFactory(idea_id=idea.id, doing=MARK)
    assert {"case_notes", "answer_drafts", "contributions"} <= tables_with(MARK)
    why = {"reason_code": DeletionReason.CPR, "sentence": "Der stod et nummer på en nabo."}
    agree(actor=colleague, deletion=propose(actor=moderator, subject=idea, **why))
    db.session.flush()
    assert tables_with(MARK) - {"outgoing_mails"} == set()
