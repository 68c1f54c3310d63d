"""The shape of a comment."""

from flask_babel import lazy_gettext as _l

from participation.web import forms

BODY_LENGTH = 2000


class CommentForm(forms.Form):
    """A comment or a reply."""

    body = forms.text(
        _l("Your comment"), most=BODY_LENGTH, required=_l("Write your comment before you send it.")
    )


class DeletionForm(forms.Form):
    """A comment's deletion: a token and nothing else."""
