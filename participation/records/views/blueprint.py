"""The blueprint that the modules share, and the limit on what one person takes out."""

from datetime import timedelta

from flask import Blueprint

from participation.web import guards
from participation.web.limits import Limit, spend

blueprint = Blueprint("records", __name__, url_prefix="/<municipality>/opgaver")
EXPORTS = Limit("records.export", 30, timedelta(hours=1))


def spend_export() -> None:
    """Count one more export by the viewer."""
    spend(EXPORTS, str(guards.viewer().actor_id))
