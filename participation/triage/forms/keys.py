"""Whether single keys do anything at the desk."""

from flask_babel import lazy_gettext
from wtforms import BooleanField

from participation.web.forms import Form


class KeysForm(Form):
    """One tick."""

    has_single_keys = BooleanField(
        lazy_gettext("Use single keys"),
        description=lazy_gettext(
            "Switch them off if you speak to your computer, or press keys without meaning to."
        ),
    )
