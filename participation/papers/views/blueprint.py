"""The blueprint that the modules share."""

from flask import Blueprint

blueprint = Blueprint("papers", __name__, url_prefix="/<municipality>")
