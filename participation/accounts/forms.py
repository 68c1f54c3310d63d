"""The shape of what is typed about accounts."""

from flask_babel import lazy_gettext
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired

from participation.web import forms


class RoleForm(forms.Form):
    """Somebody's address, and the role they are to have."""

    email = forms.line(
        lazy_gettext("The person's e-mail address"),
        most=254,
        required=lazy_gettext("Write the address that the person signs in with."),
        description=lazy_gettext("The person must have signed in here once."),
    )
    role = RadioField(
        lazy_gettext("Role"),
        [InputRequired(lazy_gettext("Choose one of the two."))],
        choices=[
            SelectChoice(
                "moderator",
                lazy_gettext("Moderator: looks at ideas, answers them, hides what breaks the rules"),
            ),
            SelectChoice(
                "administrator", lazy_gettext("Administrator: settings, roles and strategy besides")
            ),
        ],
    )


class TakeRoleForm(forms.Form):
    """Nothing but the wish."""
