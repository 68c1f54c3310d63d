"""The blueprint that moderation's modules share."""

from flask import Blueprint

blueprint = Blueprint("moderation", __name__, url_prefix="/<municipality>")
