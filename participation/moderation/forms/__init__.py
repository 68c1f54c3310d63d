"""What is asked for: why something is hidden or shown, what is reported, appealed and decided."""

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import Email, InputRequired

from participation.moderation.lifecycle import GROUNDS, Verdict
from participation.web.forms import DateField, Form, SelectChoice, line, text, without_cpr


class ShowForm(Form):
    """A sentence to the person."""

    sentence = text(
        lazy_gettext("A sentence to the person"),
        most=1000,
        required=lazy_gettext("Write a sentence about why."),
    )

    def validate_sentence(self, field: StringField) -> None:
        """It stands where everybody reads it, or goes by mail."""
        without_cpr(self, field)


class HideForm(ShowForm):
    """One of the municipality's published reasons, and a sentence."""

    reason_code = RadioField(lazy_gettext("Reason"), [InputRequired(lazy_gettext("Choose a reason."))])


class SuspendForm(HideForm):
    """The same, and the last day."""

    until = DateField(
        lazy_gettext("Last day"),
        [InputRequired(lazy_gettext("Choose a day ahead."))],
        description=lazy_gettext("At most 90 days ahead. It ends by itself."),
    )


class ReportForm(Form):
    """Which rule it breaks, and what the reader thinks of it."""

    about = RadioField(
        lazy_gettext("What do you want to report?"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        default="text",
        choices=[
            SelectChoice("text", lazy_gettext("What is written here")),
            SelectChoice("writer", lazy_gettext("The one who wrote it, because of several things")),
        ],
    )
    reason_code = RadioField(
        lazy_gettext("What is wrong with it?"), [InputRequired(lazy_gettext("Choose a reason."))]
    )
    body = text(
        lazy_gettext("What do you want to tell us?"),
        most=2000,
        required=lazy_gettext("Write a sentence about what is wrong."),
        description=lazy_gettext("Only we who look at it read this."),
    )


class VisitorsReportForm(ReportForm):
    """The same from somebody who is not signed in."""

    email = line(
        lazy_gettext("Your e-mail address"),
        most=254,
        description=lazy_gettext(
            "If you want to hear what came of it. You get one mail, and then we delete the address."
        ),
    )

    def validate_email(self, field: StringField) -> None:
        if field.data:
            Email(message=gettext("This does not look like an e-mail address."))(self, field)


class LeaveForm(Form):
    """A sentence to those who reported it."""

    sentence = text(
        lazy_gettext("A sentence to those who reported it"),
        most=1000,
        required=lazy_gettext("Write a sentence about why."),
    )


class AppealForm(Form):
    """Why somebody else should look at it."""

    body = text(
        lazy_gettext("What have we misunderstood?"),
        most=3000,
        required=lazy_gettext("Write why somebody else should look at it."),
    )


class DecideForm(ShowForm):
    """What the colleague found."""

    verdict = RadioField(
        lazy_gettext("What do you find?"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        choices=[
            SelectChoice(Verdict.OVERTURNED.value, lazy_gettext("It was wrong: undo it")),
            SelectChoice(Verdict.UPHELD.value, lazy_gettext("It was right: let it stand")),
        ],
    )


class BrakeForm(Form):
    """What the emergency brake does."""

    holds_everything = BooleanField(
        lazy_gettext("Hold everything new"),
        description=lazy_gettext("New ideas, comments and changes wait until somebody has looked at them."),
    )
    is_sign_up_closed = BooleanField(
        lazy_gettext("Close for new accounts"),
        description=lazy_gettext("Whoever has an account goes on as before."),
    )


class DeletionForm(Form):
    """On what ground something is deleted for good, and why."""

    reason_code = RadioField(
        lazy_gettext("Ground"),
        [InputRequired(lazy_gettext("Choose a ground."))],
        choices=[SelectChoice(ground.value, lazy_gettext(words)) for ground, words in GROUNDS.items()],
    )
    sentence = text(
        lazy_gettext("Why must it be deleted?"),
        most=500,
        required=lazy_gettext("Write a sentence about why."),
        description=lazy_gettext(
            "It stays, and whoever wrote the text reads it. Do not repeat what is deleted."
        ),
    )


class DecideDeletionForm(Form):
    """Nothing but the button."""
