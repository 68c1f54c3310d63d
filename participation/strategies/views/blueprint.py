"""Where the administrators' pages about strategies stand."""

from flask import Blueprint

blueprint = Blueprint("strategies", __name__, url_prefix="/<municipality>/indstillinger/strategi")
