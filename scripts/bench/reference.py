"""Two plain Flask views on the same server, driver, engine and table: the measure for everything else."""

import os
from datetime import datetime

from flask import Flask, render_template_string
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from participation.config import Settings

TEMPLATE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Idéer</title></head>
<body><h1>Idéer</h1><ul>
{% for idea in ideas %}
<li><a href="/ideer/{{ idea.id }}">{{ idea.title }}</a>, {{ idea.support_count }} støtter,
{{ idea.published_at.strftime("%d.%m.%Y") }}, {{ idea.status }}</li>
{% endfor %}
</ul></body></html>
"""


class Base(DeclarativeBase):
    """A registry of its own: the application's models stay out of it."""


class Idea(Base):
    """Five columns of the table that the application reads too."""

    __tablename__ = "ideas"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    status: Mapped[str]
    support_count: Mapped[int]
    published_at: Mapped[datetime]


db = SQLAlchemy(model_class=Base, disable_autonaming=True)


def create_reference() -> Flask:
    """A Flask application as one writes it in an afternoon."""
    app = Flask("reference")
    app.config["SQLALCHEMY_DATABASE_URI"] = Settings().sqlalchemy_url
    db.init_app(app)
    newest = select(Idea).where(Idea.published_at.is_not(None)).order_by(Idea.id.desc()).limit(20)

    @app.get("/bare")
    def bare() -> str:
        return "Hej"

    @app.get("/reference")
    def reference() -> str:
        return render_template_string(TEMPLATE, ideas=db.session.scalars(newest))

    return app


if "DATABASE_URL" in os.environ:
    app = create_reference()
