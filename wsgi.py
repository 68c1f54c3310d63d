"""The WSGI entry point: `granian --interface wsgi wsgi:app` and `flask --app wsgi`."""

from participation import create_app

app = create_app()
