"""Asking, in a view: who is here, may they, and does it exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import redirect, request, url_for
from flask_login import current_user

from participation.foundation import authorization
from participation.foundation.actors import Actor
from participation.foundation.errors import Missing
from participation.web import errors

Found = TypeVar("Found")
View = TypeVar("View", bound=Callable[..., Any])


def viewer() -> Actor:
    """The signed-in person, or a visitor without an account."""
    return cast(Actor, current_user._get_current_object())


def found(thing: Found | None) -> Found:
    """The thing, or a 404 that does not tell "not yours" from "does not exist"."""
    if thing is None:
        raise Missing
    return thing


def require(name: str, *subject: Any) -> None:
    """Ask the viewer's permission before a form is shown; Forbidden when refused."""
    authorization.require(viewer(), name, *subject)


def signed_in(view: View) -> View:
    """Lead a visitor to the sign-in page, and back here afterwards; nothing that was written is lost."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.is_authenticated:
            if errors.written():
                return errors.page(401)
            return redirect(url_for("accounts.sign_in", next=here()))
        return view(*args, **kwargs)

    return cast(View, guarded)


def named(view: View) -> View:
    """As `signed_in`, and ask for a display name first: whoever writes something is called something."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.display_name:
            return redirect(url_for("accounts.display_name", next=here()))
        return view(*args, **kwargs)

    return signed_in(cast(View, guarded))


def here() -> str:
    """Where to come back to: this page, or for a form the page that it belongs to."""
    if request.method == "GET":
        # The language is a part of the root, which a path is without.
        return request.script_root + request.full_path.rstrip("?")
    return url_for("pages.front") if request.referrer is None else local_path(request.referrer)


def local_path(address: str) -> str:
    """The path of an address of ours; the front page for anything foreign or odd.

    Refuses `//host`, `/\\host`, `https:host` and control characters, which browsers take for other sites.
    """
    own = request.host_url.rstrip("/")
    path = address.removeprefix(own)
    is_odd = any(character < " " or character == "\\" for character in path)
    if not path.startswith("/") or path.startswith("//") or is_odd or len(path) > 2000:
        return url_for("pages.front")
    return path
