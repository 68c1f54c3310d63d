"""All that the application's processes import, for the one that they are forked from."""

import flask.cli
import granian.cli
import psycopg

from participation import create_app
from participation.config import Settings

__all__ = ["flask", "granian", "psycopg"]

# The features are imported by the making of an application.
create_app(Settings(environment="development", database_url="sqlite://"))
