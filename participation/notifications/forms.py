"""Which mails a person wants."""

from collections.abc import Iterable

from flask_babel import gettext, lazy_gettext
from wtforms import SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput

from participation.notifications.lifecycle import TOPICS, Topic
from participation.web.forms import Form, SelectChoice


class MailsForm(Form):
    """A tick for each topic."""

    topics = SelectMultipleField(
        lazy_gettext("What do you want mails about?"),
        [Optional()],
        option_widget=CheckboxInput(),
        description=lazy_gettext(
            "You always get a mail when something that you have written must be mended, "
            "is not published, or is hidden."
        ),
    )

    def offer(self, topics: Iterable[Topic]) -> None:
        """Ask about these."""
        self.topics.choices = [SelectChoice(topic.value, gettext(TOPICS[topic].label)) for topic in topics]
