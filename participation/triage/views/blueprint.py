"""The blueprint that the desk's modules share."""

from flask import Blueprint

blueprint = Blueprint("triage", __name__, url_prefix="/<municipality>/opgaver")
