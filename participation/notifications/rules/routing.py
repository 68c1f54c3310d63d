"""The one table of who hears what: which event makes which news, whom it reaches, in which words.

To tell somebody more: add a row here, a function in `recipients` if none fits, and a folder
`templates/emails/<mail>/`. The feature that publishes the event is left alone.
"""

from dataclasses import replace

from participation.cases.events import CaseAssigned, PromiseFell, PromiseNears, PromisesFell, PromisesNear
from participation.discussions.events import CommentAdded
from participation.foundation.text import N_
from participation.ideas.events import (
    AnswerCorrected,
    IdeaAddedTo,
    IdeaAnsweredForNow,
    IdeaChangeRejected,
    IdeaMoved,
    IdeaTextChanged,
)
from participation.moderation.events import (
    AppealAssigned,
    AppealDecided,
    AppealMade,
    ContentErased,
    ContentHidden,
    ContentShown,
    DiscussionClosed,
    DiscussionOpened,
    PersonSuspended,
    ReportSettled,
    ReportUndone,
    SuspensionLifted,
)
from participation.moderation.events.holding import (
    HeldDecided,
    PostHeld,
    PostShown,
)
from participation.moderation.events.organisations import OrganisationHidden, OrganisationShown
from participation.moderation.models import ModerationAct
from participation.notifications.lifecycle import Topic
from participation.notifications.rules import carrying_out
from participation.notifications.rules.conditions import (
    always,
    by_staff,
    decided,
    is_alone,
    is_material,
    is_public_merge,
    is_reply,
    is_somebodys,
    moves,
    not_appealed,
    public_move,
    reconsidered,
)
from participation.notifications.rules.links import merge_links
from participation.notifications.rules.recipients import (
    addressee,
    administrators,
    appellant,
    asking_staff,
    author,
    authors_of_both,
    come_over,
    concerned,
    concerned_but_authors,
    concerned_by_both,
    other_author,
    reporters,
    supporters,
    who_was_given_tasks,
    writer,
    writer_answered,
)
from participation.notifications.rules.route import Route as Route
from participation.successions.events import IdeaStranded, StrategySucceeded
from participation.triage.events import (
    ContributionGiven,
    IdeasMerged,
    MergeCancelled,
    MergePlanned,
    MergeUndone,
    OwnIdeaMerged,
    OwnIdeaSeparated,
    TasksGiven,
)

MINE, ANSWERS, PROGRESS, REPLIES = Topic.OWN_IDEAS, Topic.ANSWERS, Topic.PROGRESS, Topic.REPLIES
RECEIVED = N_("We have received your idea.")
RETURNED = N_("Your idea must be mended before it can be published.")
NOT_ADMITTED = N_("Your idea is not published.")
RECONSIDERED = N_("We look at your idea again.")
PUBLISHED = N_("Your idea is published and open for support.")
TAKEN_UP = N_("The idea has been taken up for review.")
YES = N_("The municipality has answered: the idea goes forward.")
NO = N_("The municipality has answered: the idea does not go forward.")
UNDER_WAY = N_("The municipality has answered: it is already under way.")
GIVEN_UP = N_("The idea came to nothing.")
FOR_NOW = N_("The municipality has given an answer for now.")
CORRECTED = N_("The municipality has corrected its answer.")
STARTED = N_("Work on the idea has begun.")
COMPLETED = N_("The idea has become real.")
RESUMED = N_("Work on the idea goes on.")
REPLANNED = N_("The idea is being planned again.")
WITHDRAWN = N_("The author has withdrawn the idea.")
CHANGED = N_("The author has changed the idea that you support.")
ADDED_TO = N_("The author has added something to the idea that you support.")

MERGE_PLANNED = N_("We want to merge your idea with another that is about the same.")
MERGE_CANCELLED = N_("Your idea is not merged with the other after all.")
MERGED = N_("Two ideas about the same have become one.")
OWN_MERGED = N_("Your idea has been merged with another that is about the same.")
OTHER_MERGED = N_("Another idea about the same has been merged with yours.")
SEPARATED = N_("The idea is apart from the other again.")
OWN_SEPARATED = N_("Your idea is apart from the other again.")
AGREED = N_("Your new wording counts now.")
REJECTED = N_("Your new wording does not count; the old one stands.")
HIDDEN = N_("We have hidden something that you wrote.")
SHOWN = N_("What you wrote is shown again.")
HIDDEN_ORGANISATION = N_("We have hidden your association.")
SHOWN_ORGANISATION = N_("Your association is shown again.")
CONTRIBUTED = N_("A colleague has answered your question.")
GIVEN = N_("A colleague has given you a task.")
GIVEN_MANY = N_("A colleague has given you several tasks.")
NEARS = N_("The promise of one of your tasks falls soon.")
NEAR_MANY = N_("The promises of several of your tasks fall soon.")
FELL = N_("A promise has not been kept.")
FELL_MANY = N_("Several promises have not been kept.")
CLOSED = N_("We have closed the discussion under your idea.")
OPENED = N_("The discussion under your idea is open again.")
SUSPENDED = N_("You may not write here for a while.")
LIFTED = N_("You may write again.")
SETTLED = N_("We have looked at what you reported.")
HELD_NOW = N_("We look at something that you wrote. Others cannot see it until then.")
RELEASED = N_("We have looked at what you wrote. Everybody can see it now.")
TO_MEND = N_("We ask you to mend something that you wrote.")
NOT_SHOWN = N_("We do not show something that you wrote.")
UNDONE = N_("Something that you reported has been looked at again, and the decision is changed.")
ASKED = N_("Somebody else looks at it now.")
ASSIGNED = N_("You are asked to look at a colleague's decision.")
DECIDED = N_("You have an answer: somebody else has looked at it.")
REPORTED = N_("You get this mail because you have reported something.")
ON_STAFF = N_("You get this mail because you work for the municipality here.")
ERASED = N_("Something that you wrote is deleted for good.")
SUCCEEDED = N_("The municipality has a new strategy. See what became of the ideas that you are part of.")
STRANDED = N_("Your idea goes on outside the new strategy.")
REPLIED = N_("Somebody has replied to your comment.")

ROUTES = (
    Route("idea_received", IdeaMoved, moves("submit"), author, RECEIVED, MINE, tells_actor=True),
    Route("idea_returned", IdeaMoved, moves("return"), author, RETURNED),
    Route("idea_not_admitted", IdeaMoved, moves("refuse"), author, NOT_ADMITTED),
    Route("idea_reconsidered", IdeaMoved, reconsidered, author, RECONSIDERED, MINE),
    Route("idea_published", IdeaMoved, moves("publish"), author, PUBLISHED, MINE),
    Route("idea_under_review", IdeaMoved, moves("start_review", "reopen"), concerned, TAKEN_UP, PROGRESS),
    Route("idea_answered_yes", IdeaMoved, moves("accept"), concerned, YES, ANSWERS, "idea_answered"),
    Route("idea_answered_no", IdeaMoved, moves("decline"), concerned, NO, ANSWERS, "idea_answered"),
    Route("idea_under_way", IdeaMoved, moves("recognise"), concerned, UNDER_WAY, ANSWERS, "idea_answered"),
    Route("idea_given_up", IdeaMoved, moves("give_up"), concerned, GIVEN_UP, ANSWERS, "idea_answered"),
    Route("idea_answered_for_now", IdeaAnsweredForNow, always, concerned, FOR_NOW, ANSWERS, "idea_answered"),
    Route("idea_answer_corrected", AnswerCorrected, always, concerned, CORRECTED, ANSWERS, "idea_answered"),
    Route("idea_started", IdeaMoved, moves("start"), concerned, STARTED, PROGRESS, "idea_moved_on"),
    Route("idea_completed", IdeaMoved, moves("complete"), concerned, COMPLETED, PROGRESS, "idea_moved_on"),
    Route("idea_resumed", IdeaMoved, moves("resume"), concerned, RESUMED, PROGRESS, "idea_moved_on"),
    Route("idea_replanned", IdeaMoved, moves("pause_plan"), concerned, REPLANNED, PROGRESS, "idea_moved_on"),
    Route("idea_withdrawn", IdeaMoved, public_move("withdraw"), concerned, WITHDRAWN, PROGRESS),
    Route("idea_text_changed", IdeaTextChanged, is_material, supporters, CHANGED, PROGRESS),
    Route("idea_change_agreed", IdeaTextChanged, by_staff, author, AGREED, MINE),
    Route("idea_change_rejected", IdeaChangeRejected, always, author, REJECTED, MINE),
    Route("idea_added_to", IdeaAddedTo, always, supporters, ADDED_TO, PROGRESS),
    Route("merge_planned", MergePlanned, always, authors_of_both, MERGE_PLANNED, links=merge_links),
    Route("merge_cancelled", MergeCancelled, always, authors_of_both, MERGE_CANCELLED),
    Route("ideas_merged", IdeasMerged, is_public_merge, concerned_but_authors, MERGED, PROGRESS),
    Route("own_idea_merged", OwnIdeaMerged, always, author, OWN_MERGED, links=merge_links),
    Route(
        "other_idea_merged",
        IdeasMerged,
        always,
        other_author,
        OTHER_MERGED,
        mail="own_idea_merged",
        links=merge_links,
    ),
    Route("merge_undone", MergeUndone, is_public_merge, concerned_by_both, SEPARATED, PROGRESS),
    Route("own_merge_undone", OwnIdeaSeparated, always, author, OWN_SEPARATED, mail="merge_undone"),
    Route("strategy_succeeded", StrategySucceeded, always, come_over, SUCCEEDED, PROGRESS),
    Route("idea_stranded", IdeaStranded, always, author, STRANDED, MINE),
    Route("comment_replied", CommentAdded, is_reply, writer_answered, REPLIED, REPLIES),
    Route("contribution_given", ContributionGiven, always, asking_staff, CONTRIBUTED),
    Route("content_hidden", ContentHidden, always, writer, HIDDEN),
    Route("content_shown", ContentShown, not_appealed, writer, SHOWN),
    Route("organisation_hidden", OrganisationHidden, is_somebodys, addressee, HIDDEN_ORGANISATION),
    Route("organisation_shown", OrganisationShown, not_appealed, addressee, SHOWN_ORGANISATION),
    Route(
        "held_released", HeldDecided, decided(ModerationAct.RELEASE), addressee, RELEASED, mail="held_decided"
    ),
    Route(
        "held_returned", HeldDecided, decided(ModerationAct.RETURN), addressee, TO_MEND, mail="held_decided"
    ),
    Route("held_afterwards", PostHeld, always, addressee, HELD_NOW),
    Route("shown_afterwards", PostShown, always, addressee, RELEASED, mail="held_afterwards"),
    Route("held_refused", HeldDecided, decided(ModerationAct.REFUSE), addressee, NOT_SHOWN),
    Route("discussion_closed", DiscussionClosed, always, addressee, CLOSED),
    Route("discussion_opened", DiscussionOpened, not_appealed, addressee, OPENED),
    Route("person_suspended", PersonSuspended, always, addressee, SUSPENDED),
    Route("content_erased", ContentErased, is_somebodys, addressee, ERASED),
    Route("suspension_lifted", SuspensionLifted, not_appealed, addressee, LIFTED),
    Route("report_settled", ReportSettled, always, reporters, SETTLED, why=REPORTED),
    Route("report_undone", ReportUndone, always, reporters, UNDONE, why=REPORTED),
    Route("appeal_made", AppealMade, always, appellant, ASKED, tells_actor=True),
    Route("appeal_assigned", AppealAssigned, always, addressee, ASSIGNED, why=ON_STAFF),
    Route("appeal_decided", AppealDecided, always, addressee, DECIDED),
    Route("case_assigned", CaseAssigned, is_alone, addressee, GIVEN, Topic.CASES),
    Route("tasks_given", TasksGiven, always, who_was_given_tasks, GIVEN_MANY, Topic.CASES, "tasks"),
    Route("promise_nears", PromiseNears, always, addressee, NEARS, Topic.CASES, "case_waits"),
    Route("promises_near", PromisesNear, always, addressee, NEAR_MANY, Topic.CASES, "tasks"),
    Route("promise_fell", PromiseFell, always, administrators, FELL, Topic.CASES, "case_waits"),
    Route("promises_fell", PromisesFell, always, administrators, FELL_MANY, Topic.CASES, "tasks"),
    *carrying_out.ROUTES,
)

BY_KIND = {route.kind: replace(route, mail=route.mail or route.kind) for route in ROUTES}
