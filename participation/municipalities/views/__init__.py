"""Entering a municipality by its address, and its colours."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, Response, current_app, g, request
from werkzeug.exceptions import NotFound

from participation.foundation.tenancy import enter_municipality, leave_municipality
from participation.municipalities import queries
from participation.municipalities.rules import MunicipalitySettings, refused_colour, shades
from participation.municipalities.views import reasons, settings, texts
from participation.web import places

blueprint = Blueprint("municipalities", __name__, url_prefix="/<municipality>")

blueprint.add_url_rule("/indstillinger/", "settings", settings.settings)
blueprint.add_url_rule("/indstillinger/kommunen", "configure", settings.configure, methods=["GET", "POST"])
blueprint.add_url_rule("/indstillinger/tekster", "texts", texts.texts)
blueprint.add_url_rule(
    "/indstillinger/tekster/<any(regler,privatliv,om):page>",
    "write_text",
    texts.write_text,
    methods=["GET", "POST"],
)
blueprint.add_url_rule("/indstillinger/begrundelser", "reasons", reasons.reasons)
blueprint.add_url_rule(
    "/indstillinger/begrundelser/ny", "add_reason", reasons.add_reason, methods=["GET", "POST"]
)
blueprint.add_url_rule(
    "/indstillinger/begrundelser/<id:reason_id>",
    "edit_reason",
    reasons.edit_reason,
    methods=["GET", "POST"],
)
blueprint.add_url_rule(
    "/indstillinger/begrundelser/<id:reason_id>/plads",
    "place_reason",
    reasons.place_reason,
    methods=["POST"],
)


@dataclass(frozen=True)
class Site:
    """What every page's frame says about the municipality."""

    slug: str
    name: str
    short_name: str
    settings: MunicipalitySettings

    @property
    def site_name(self) -> str:
        return self.settings.site_name or self.short_name


def register(app: Flask) -> None:
    """Bind the blueprint and the tenant's entry and exit."""
    app.register_blueprint(blueprint)
    places.register(app, queries.places)
    app.url_value_preprocessor(_enter)
    app.url_defaults(_keep_municipality)
    app.teardown_request(_leave)
    app.context_processor(lambda: {"site": g.get("site")})


def _enter(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if endpoint is None:
        _enter_named(request.path.split("/")[1])
    elif values and "municipality" in values and not _enter_named(values.pop("municipality")):
        raise NotFound


def _enter_named(slug: str) -> bool:
    """Also for an address that leads nowhere: its page then has the municipality's menu and telephone."""
    municipality = queries.served(slug, request.host)
    if municipality is None:
        return False
    g.municipality_token = enter_municipality(municipality.id)
    g.municipality = municipality
    settings = MunicipalitySettings.model_validate(municipality.settings)
    g.site = Site(municipality.slug, municipality.name, municipality.short_name, settings)
    return True


def _keep_municipality(endpoint: str, values: dict[str, Any]) -> None:
    if "site" in g and current_app.url_map.is_endpoint_expecting(endpoint, "municipality"):
        values.setdefault("municipality", g.site.slug)


def _leave(_error: BaseException | None) -> None:
    token = g.pop("municipality_token", None)
    if token is not None:
        leave_municipality(token)


@blueprint.get("/farver.css")
def colours() -> Response:
    """The municipality's colours, as a style sheet of its own; or another colour's, for a preview."""
    wanted = request.args.get("accent", "")
    accent = g.site.settings.accent if refused_colour(wanted) else wanted
    lines = "".join(f"--{name}:{value};" for name, value in shades(accent).items())
    return Response(f":root{{{lines}}}\n", mimetype="text/css")
