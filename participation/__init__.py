"""A citizen participation platform: goal, idea, decision, project, outcome.

`create_app` is the table of contents: the features, low to high, and what the web floor puts around them.
"""

from importlib import import_module
from importlib.util import find_spec

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from participation.config import ROOT, ConfigurationError, Settings
from participation.extensions import babel, csrf, db, login_manager, migrate, prepare_sqlite
from participation.web import addresses, counting, errors, headers, health, static_files, templating, worker
from participation.web.application import Application
from participation.web.caching import PublicPages
from participation.web.locale import current_language, language_prefix

# Low to high: a feature imports only from those before it (votes and follows stand level).
FEATURES = (
    "files",
    "mail",
    "municipalities",
    "accounts",
    "places",
    "cases",
    "organisations",
    "search",
    "discussions",
    "strategies",
    "ideas",
    "votes",
    "follows",
    "papers",
    "projects",
    "adoptions",
    "volunteering",
    "meetings",
    "outcomes",
    "successions",
    "triage",
    "moderation",
    "progress",
    "records",
    "notifications",
    "pages",
    "demo",
)
CATALOGUE = ROOT / "participation" / "translations" / "da" / "LC_MESSAGES" / "messages.mo"


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application; ConfigurationError when it must not start."""
    settings = (settings or Settings()).checked()
    if not CATALOGUE.exists():
        raise ConfigurationError("the catalogues are not compiled: run `make catalogues`")
    app = Application(
        "participation",
        root_path=str(ROOT),
        template_folder="templates",
        static_folder="static",
        instance_path=str(ROOT / "instance"),
    )
    app.config.update(SETTINGS=settings, **settings.flask_config())
    _bind_extensions(app)
    for part in (addresses, static_files, templating, headers, counting, errors, health):
        part.register(app)
    app.cli.add_command(worker.command)
    for feature in FEATURES:
        _register_feature(app, feature)
    _wrap(app, settings)
    return app


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"))
    login_manager.init_app(app)
    login_manager.session_protection = None
    csrf.init_app(app)
    babel.init_app(app, locale_selector=current_language)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            (ROOT / "instance").mkdir(exist_ok=True)
            prepare_sqlite(db.engine)


def _register_feature(app: Flask, feature: str) -> None:
    """Import what a feature has: blueprint, commands, and modules that register by being imported."""
    for part in ("models", "permissions", "subscribers", "commands", "views"):
        if find_spec(f"participation.{feature}.{part}") is None:
            continue
        module = import_module(f"participation.{feature}.{part}")
        if part == "commands":
            app.cli.add_command(module.commands)
        if part == "views":
            module.register(app)


def _wrap(app: Flask, settings: Settings) -> None:
    app.wsgi_app = PublicPages(  # type: ignore[method-assign]
        app.wsgi_app, seconds=settings.page_cache_seconds, cookie=app.config["SESSION_COOKIE_NAME"]
    )
    app.wsgi_app = language_prefix(app.wsgi_app)  # type: ignore[assignment, method-assign]
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
