"""The blueprint that the views of ideas share."""

from flask import Blueprint

blueprint = Blueprint("ideas", __name__, url_prefix="/<municipality>")
