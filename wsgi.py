"""The WSGI entry point: `granian --interface wsgi wsgi:app` and `flask --app wsgi`."""

import gc
import os

from participation import create_app
from participation.web.health import require_migrated

app = create_app()
# The commands need an application before the migrations, for one of them brings these.
if os.environ.get("FLASK_RUN_FROM_CLI") != "true":
    require_migrated(app)
# What is there now stays: looking through it again and again for what could go costs every answer some.
gc.collect()
gc.freeze()
