"""Two ideas as they were seen before they are merged or separated."""

from wtforms import IntegerField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from participation.web.forms import Form


class PairForm(Form):
    """Nothing but the wish, and what both were when it was wished."""

    source_version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    target_version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    @property
    def seen(self) -> tuple[int, int]:
        return self.source_version.data or 0, self.target_version.data or 0
