"""The mails that were "sent" while there is no mail server: for development and demonstration only."""

from flask import Blueprint, Flask, current_app, render_template

from participation.foundation.errors import Missing
from participation.foundation.tenancy import current_municipality_id
from participation.mail import queries
from participation.web import guards

blueprint = Blueprint("mail", __name__, url_prefix="/<municipality>/_post")


def register(app: Flask) -> None:
    """Bind the blueprint."""
    app.register_blueprint(blueprint)


@blueprint.before_request
def refuse_where_mail_is_real() -> None:
    if not current_app.config["SETTINGS"].keeps_letters:
        raise Missing


@blueprint.get("/")
def letters() -> str:
    folder = current_app.config["SETTINGS"].letters_folder
    return render_template(
        "mail/letters.html", letters=queries.kept_letters(folder, current_municipality_id())
    )


@blueprint.get("/<id:number>")
def letter(number: int) -> str:
    folder = current_app.config["SETTINGS"].letters_folder
    found = queries.kept_letter(folder, current_municipality_id(), number)
    return render_template("mail/letter.html", letter=guards.found(found))
