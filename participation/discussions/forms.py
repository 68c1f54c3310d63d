"""The shape of a comment."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from participation.organisations.forms import OnBehalf
from participation.web import forms

BODY_LENGTH = 2000


class CommentForm(OnBehalf, forms.Form):
    """A comment or a reply."""

    body = forms.text(
        _l("Your comment"), most=BODY_LENGTH, required=_l("Write your comment before you send it.")
    )


def comment_form(organisations: Mapping[int, str], **filled: Any) -> CommentForm:
    """The form for somebody who may act for these organisations."""
    form = CommentForm(**filled)
    form.offer_organisations(organisations)
    return form


class DeletionForm(forms.Form):
    """A comment's deletion: a token and nothing else."""
