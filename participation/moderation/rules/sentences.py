"""What the internal log calls each kind of act, and what it says about it in a whole sentence."""

from typing import NamedTuple

from participation.foundation.text import N_


class Kind(NamedTuple):
    """One kind of act: a few words for the filter, and a sentence in which `who` is who did it."""

    label: str
    sentence: str


KINDS: dict[str, Kind] = {
    "indicator_defined": Kind(N_("Indicators added"), N_("%(who)s added an indicator to a goal.")),
    "indicator_changed": Kind(N_("Indicators changed"), N_("%(who)s changed an indicator.")),
    "indicator_taken_out": Kind(N_("Indicators taken out"), N_("%(who)s took an indicator out.")),
    "measurements_recorded": Kind(N_("Measurements"), N_("%(who)s recorded or corrected measurements.")),
    "measurement_taken_out": Kind(N_("Measurements taken out"), N_("%(who)s took a measurement out.")),
    "answer_corrected": Kind(N_("Corrected answers"), N_("%(who)s corrected an answer.")),
    "contribution_asked": Kind(N_("Questions to colleagues"), N_("%(who)s asked a colleague about an idea.")),
    "contribution_given": Kind(
        N_("Contributions from colleagues"), N_("%(who)s contributed to an idea by a link.")
    ),
    "contribution_withdrawn": Kind(
        N_("Questions withdrawn"), N_("%(who)s withdrew a question to a colleague.")
    ),
    "appeal_decided": Kind(N_("Appeals answered"), N_("%(who)s answered an appeal.")),
    "appeal_made": Kind(N_("Appeals"), N_("%(who)s asked that somebody else looks at a decision again.")),
    "authors_agreed": Kind(
        N_("Authors who agreed"), N_("%(who)s agreed to be an author together with another.")
    ),
    "case_assigned": Kind(N_("Cases handed over"), N_("%(who)s gave a case to a colleague.")),
    "case_claimed": Kind(N_("Cases taken"), N_("%(who)s took a case.")),
    "case_given_back": Kind(
        N_("Cases handed over and taken back"), N_("%(who)s took back that a case was given to a colleague.")
    ),
    "case_released": Kind(N_("Cases put back"), N_("%(who)s put a case back.")),
    "content_erased": Kind(N_("Deleted for good"), N_("%(who)s agreed, and something was deleted for good.")),
    "tasks_given": Kind(N_("Many tasks handed over"), N_("%(who)s gave many tasks to a colleague at once.")),
    "bulk_done": Kind(N_("Acts on many tasks"), N_("%(who)s chose “%(move)s” for many tasks at once.")),
    "bulk_undone": Kind(N_("Acts on many tasks undone"), N_("%(who)s took back “%(move)s” for many tasks.")),
    "idea_answer_undone": Kind(
        N_("Interim answers undone"), N_("%(who)s took back an answer for now before anybody was told.")
    ),
    "idea_move_undone": Kind(N_("Moves undone"), N_("%(who)s took back “%(move)s” before anybody was told.")),
    "case_file_exported": Kind(N_("Case files taken out"), N_("%(who)s took a case out as a file.")),
    "case_journalised": Kind(N_("Journal numbers"), N_("%(who)s wrote the journal number of a case.")),
    "content_hidden": Kind(N_("Hidden"), N_("%(who)s hid something that was written.")),
    "content_shown": Kind(N_("Shown again"), N_("%(who)s showed something again.")),
    "organisation_hidden": Kind(N_("Associations hidden"), N_("%(who)s hid an association.")),
    "organisation_shown": Kind(N_("Associations shown again"), N_("%(who)s showed an association again.")),
    "emergency_switched": Kind(N_("Emergency brake"), N_("%(who)s pulled or released the emergency brake.")),
    "held_decided": Kind(N_("Held texts"), N_("%(who)s decided about something that was held.")),
    "held_released": Kind(
        N_("Held texts shown together"), N_("%(who)s showed everything that the emergency brake had held.")
    ),
    "wave_held": Kind(N_("Waves held"), N_("%(who)s held what belongs to a wave.")),
    "wave_released": Kind(N_("Waves shown again"), N_("%(who)s showed again what was held as a wave.")),
    "wave_settled": Kind(N_("Waves that were none"), N_("%(who)s let a wave stand as it is.")),
    "deletion_declined": Kind(N_("Deletions declined"), N_("%(who)s turned a deletion down.")),
    "deletion_proposed": Kind(N_("Deletions proposed"), N_("%(who)s proposed to delete something for good.")),
    "discussion_closed": Kind(N_("Discussions closed"), N_("%(who)s closed a discussion.")),
    "discussion_opened": Kind(N_("Discussions opened"), N_("%(who)s opened a discussion again.")),
    "help_asked": Kind(N_("“Did it help?” asked"), N_("%(who)s asked people whether a project had helped.")),
    "help_replied": Kind(
        N_("“It did not help” answered"), N_("%(who)s answered somebody for whom a project was no help.")
    ),
    "outcome_taken_back": Kind(
        N_("Outcomes taken away"), N_("%(who)s took away for good what was told of a project's outcome.")
    ),
    "outcome_written": Kind(N_("Outcomes told"), N_("%(who)s told what came of a project.")),
    "need_added": Kind(N_("Needs of projects"), N_("%(who)s wrote what a project needs.")),
    "need_changed": Kind(N_("Needs changed"), N_("%(who)s changed what a project needs.")),
    "volunteer_joined": Kind(N_("Volunteers who joined"), N_("%(who)s joined a project.")),
    "volunteer_left": Kind(
        N_("Volunteers who left"), N_("%(who)s left a project, or took somebody off its list.")
    ),
    "volunteer_moved_up": Kind(
        N_("Volunteers who got a place"), N_("%(who)s made room for somebody who waited.")
    ),
    "volunteers_written_to": Kind(
        N_("Letters to volunteers"), N_("%(who)s wrote to those who take part in a project.")
    ),
    "participants_written_to": Kind(
        N_("Letters to participants"), N_("%(who)s wrote to those who come to an event.")
    ),
    "meeting_added": Kind(N_("Events added"), N_("%(who)s put an event in the calendar.")),
    "meeting_cancelled": Kind(N_("Events called off"), N_("%(who)s called off an event.")),
    "meeting_changed": Kind(N_("Events changed"), N_("%(who)s changed an event.")),
    "meeting_joined": Kind(N_("Sign-ups for events"), N_("%(who)s signed up for an event.")),
    "meeting_left": Kind(
        N_("Sign-ups taken back"), N_("%(who)s left an event, or took somebody off its list.")
    ),
    "meeting_moved_up": Kind(
        N_("Places at events given on"), N_("%(who)s made room at an event for somebody who waited.")
    ),
    "idea_added_to": Kind(N_("Additions of staff's own"), N_("%(who)s added to an idea of their own.")),
    "idea_answered_for_now": Kind(N_("Answers for now"), N_("%(who)s gave an answer for now.")),
    "idea_change_proposed": Kind(
        N_("New wordings proposed"), N_("%(who)s proposed a new wording of an idea of their own.")
    ),
    "idea_change_rejected": Kind(N_("New wordings turned down"), N_("%(who)s let the old wording stand.")),
    "idea_entered": Kind(
        N_("Ideas entered for others"), N_("%(who)s entered an idea that did not come by the site.")
    ),
    "idea_linked": Kind(N_("Ideas linked to projects"), N_("%(who)s linked an idea to a project.")),
    "idea_moved": Kind(N_("Moves of ideas"), N_("%(who)s chose “%(move)s” for an idea.")),
    "idea_review_confirmed": Kind(
        N_("Looked at afterwards"), N_("%(who)s let an idea that was published unseen stand.")
    ),
    "idea_text_changed": Kind(
        N_("New wordings"), N_("%(who)s agreed to a new wording, or changed an idea of their own.")
    ),
    "idea_unlinked": Kind(
        N_("Links taken away"), N_("%(who)s took the link between an idea and a project away.")
    ),
    "ideas_linked": Kind(N_("Ideas linked to each other"), N_("%(who)s let two ideas refer to each other.")),
    "ideas_unlinked": Kind(
        N_("Links between ideas removed"), N_("%(who)s removed the link between two ideas.")
    ),
    "ideas_merged": Kind(N_("Merged ideas"), N_("%(who)s merged two ideas.")),
    "merge_cancelled": Kind(
        N_("Planned merges cancelled"), N_("%(who)s cancelled a planned merge of two ideas.")
    ),
    "merge_objected": Kind(N_("Objections to merges"), N_("%(who)s objected to a merge of two ideas.")),
    "merge_planned": Kind(N_("Planned merges"), N_("%(who)s planned to merge two ideas.")),
    "merge_undone": Kind(N_("Merges undone"), N_("%(who)s undid a merge of two ideas.")),
    "list_exported": Kind(N_("Lists taken out"), N_("%(who)s took a list out as a table.")),
    "application_decided": Kind(
        N_("Applications of organisations"), N_("%(who)s answered an application: “%(move)s”.")
    ),
    "application_recalled": Kind(
        N_("Applications taken back"), N_("%(who)s took an organisation's application back.")
    ),
    "invitation_answered": Kind(
        N_("Invitations answered"), N_("%(who)s answered an organisation's invitation.")
    ),
    "invitation_revoked": Kind(
        N_("Invitations taken back"), N_("%(who)s took an organisation's invitation back.")
    ),
    "membership_ended": Kind(N_("Memberships ended"), N_("%(who)s ended a membership of an organisation.")),
    "organisation_applied": Kind(N_("Applications received"), N_("%(who)s applied for an organisation.")),
    "organisation_archived": Kind(N_("Organisations closed"), N_("%(who)s closed an organisation.")),
    "organisation_changed": Kind(
        N_("Changes of organisations"), N_("%(who)s changed what an organisation says about itself.")
    ),
    "picture_chosen": Kind(N_("Pictures of organisations"), N_("%(who)s changed an organisation's picture.")),
    "organisation_rescued": Kind(
        N_("Silent organisations handed over"), N_("%(who)s handed a silent organisation over.")
    ),
    "person_invited": Kind(N_("Invitations"), N_("%(who)s invited somebody to an organisation.")),
    "role_given": Kind(N_("Roles in organisations"), N_("%(who)s gave somebody a role in an organisation.")),
    "municipality_loaded": Kind(
        N_("Starting points loaded"), N_("%(who)s loaded what the municipality starts with.")
    ),
    "note_written": Kind(N_("Internal notes"), N_("%(who)s wrote an internal note, or changed one.")),
    "person_suspended": Kind(N_("Suspensions"), N_("%(who)s suspended somebody.")),
    "paper_claimed": Kind(N_("Claimed from paper"), N_("%(who)s claimed what they had written by hand.")),
    "agreement_confirmed": Kind(
        N_("Agreements confirmed"), N_("%(who)s confirmed an agreement about a project.")
    ),
    "agreement_ending": Kind(
        N_("Agreements that end"), N_("Both sides were told that an agreement ends soon.")
    ),
    "agreement_written": Kind(
        N_("Agreements written"), N_("%(who)s wrote an agreement about a project, or a new version.")
    ),
    "idea_kept": Kind(
        N_("Ideas that we carry out"), N_("%(who)s said that the municipality carries an idea out itself.")
    ),
    "idea_released": Kind(
        N_("Ideas that others may carry out"), N_("%(who)s let others offer to carry an idea out.")
    ),
    "idea_adopted": Kind(N_("Ideas adopted"), N_("%(who)s let an organisation carry an idea out.")),
    "offer_changed": Kind(N_("Offers changed"), N_("%(who)s changed an offer to carry an idea out.")),
    "offer_decided": Kind(
        N_("Offers answered"), N_("%(who)s answered an offer to carry an idea out: “%(move)s”.")
    ),
    "offer_joined": Kind(N_("In on offers"), N_("%(who)s joined in an offer to carry an idea out.")),
    "offer_left": Kind(N_("Out of offers"), N_("%(who)s is not in on an offer any more.")),
    "offer_made": Kind(N_("Offers"), N_("%(who)s offered to carry an idea out.")),
    "offer_passed_over": Kind(
        N_("Offers passed over"), N_("%(who)s let others carry out the idea of an offer.")
    ),
    "offer_shown": Kind(N_("Offers shown"), N_("%(who)s let everybody read an offer.")),
    "offer_withdrawn": Kind(N_("Offers taken back"), N_("%(who)s took an offer to carry an idea out back.")),
    "project_changed": Kind(
        N_("Changes of projects"), N_("%(who)s changed what a project says, or its goals.")
    ),
    "project_created": Kind(N_("New projects"), N_("%(who)s began a project.")),
    "project_moved": Kind(N_("Moves of projects"), N_("%(who)s chose “%(move)s” for a project.")),
    "project_updated": Kind(N_("News from projects"), N_("%(who)s wrote news from a project.")),
    "update_changed": Kind(
        N_("News from projects mended"), N_("%(who)s mended news from a project, or described pictures.")
    ),
    "update_taken_back": Kind(
        N_("News from projects taken back"), N_("%(who)s took news from a project back.")
    ),
    "milestone_changed": Kind(N_("Milestones"), N_("%(who)s changed a project's milestones.")),
    "documents_changed": Kind(
        N_("Documents of projects"), N_("%(who)s added a document to a project, or took one away.")
    ),
    "steward_asked": Kind(N_("Asking for news"), N_("A project's contact person was asked for news.")),
    "update_hidden": Kind(N_("News from projects hidden"), N_("%(who)s hid news from a project.")),
    "update_shown": Kind(
        N_("News from projects shown again"), N_("%(who)s showed hidden news from a project again.")
    ),
    "reason_changed": Kind(N_("Changes of reasons"), N_("%(who)s changed the list of reasons.")),
    "report_settled": Kind(N_("Reports answered"), N_("%(who)s ended a matter that was reported.")),
    "role_changed": Kind(N_("Changes of roles"), N_("%(who)s changed a role to “%(role)s”.")),
    "settings_changed": Kind(N_("Changes of settings"), N_("%(who)s changed the settings.")),
    "sheet_entered": Kind(N_("Sheets of supports"), N_("%(who)s entered a sheet of supports.")),
    "sheet_invalidated": Kind(N_("Sheets set aside"), N_("%(who)s let a sheet of supports count no more.")),
    "strategy_discarded": Kind(N_("Strategy files put away"), N_("%(who)s put a newer strategy file away.")),
    "strategy_loaded": Kind(N_("Strategy files loaded"), N_("%(who)s loaded a strategy file.")),
    "strategy_published": Kind(N_("Strategies published"), N_("%(who)s published the strategy.")),
    "goal_mapped": Kind(
        N_("Goals of the next strategy"), N_("%(who)s said what a goal becomes in the next strategy.")
    ),
    "suggestions_taken": Kind(
        N_("Suggestions for goals taken"), N_("%(who)s let goals go on in those that are like them.")
    ),
    "ideas_placed": Kind(N_("Ideas placed"), N_("%(who)s said where ideas go in the next strategy.")),
    "ideas_carried": Kind(
        N_("Ideas carried over"), N_("%(who)s moved open ideas to the goals of the new strategy.")
    ),
    "strategy_succeeded": Kind(
        N_("Strategies replaced"), N_("%(who)s had moved every open idea, and told whom it concerned.")
    ),
    "strategy_begun": Kind(N_("Strategies begun"), N_("%(who)s began a draft of the next strategy.")),
    "strategy_edited": Kind(N_("Strategies edited"), N_("%(who)s changed a strategy that waits.")),
    "template_changed": Kind(N_("Templates of answers"), N_("%(who)s changed a template of answers.")),
    "suspension_lifted": Kind(N_("Suspensions lifted"), N_("%(who)s lifted a suspension.")),
    "text_changed": Kind(N_("Changes of texts"), N_("%(who)s changed one of the municipality's texts.")),
}
# What a later version writes before its words are here.
UNKNOWN = Kind(N_("Something else"), N_("%(who)s did something."))
