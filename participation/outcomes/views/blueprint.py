"""The blueprint that the views are put on."""

from flask import Blueprint

blueprint = Blueprint("outcomes", __name__, url_prefix="/<municipality>")
