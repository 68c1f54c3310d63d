"""Where the pages about the next strategy stand."""

from flask import Blueprint

blueprint = Blueprint("successions", __name__, url_prefix="/<municipality>")
