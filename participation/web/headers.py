"""Security headers on every answer, and the caching rules for personal and public pages."""

from flask import Flask, Response, request
from flask_login import current_user

from participation.web.sessions import browser

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PUBLIC = "public, max-age=0, must-revalidate"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def register(app: Flask) -> None:
    """Put the headers on every response."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not app.config["SETTINGS"].is_development:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        if request.endpoint != "static" and "Cache-Control" not in response.headers:
            _cache(response)
        return response


def _cache(response: Response) -> None:
    """A signed-out visitor's page without a token is everybody's; anything else is nobody else's."""
    is_public = (
        request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and "Set-Cookie" not in response.headers
        and not browser().needs_cookie
        and not current_user.is_authenticated
    )
    response.vary.add("Cookie")
    if not is_public:
        response.headers["Cache-Control"] = "no-store"
        return
    response.headers["Cache-Control"] = PUBLIC
    response.add_etag(weak=True)
    response.make_conditional(request)
