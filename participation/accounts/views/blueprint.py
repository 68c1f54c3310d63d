"""The blueprint that the views of accounts share."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__, url_prefix="/<municipality>")
