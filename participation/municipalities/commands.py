"""The commands `flask municipalities …`: loading what the library holds."""

from pathlib import Path

import click
import yaml
from flask.cli import AppGroup

from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.municipalities.rules import StartingPoint, read_starting_point
from participation.municipalities.services import loading

LIBRARY = Path(__file__).parent / "library"

commands = AppGroup("municipalities", help="The municipalities and what they start with.")


@commands.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load(files: tuple[Path, ...]) -> None:
    """Make what is missing of municipality, settings, reasons, texts and templates; what is there stays."""
    for file in files or tuple(sorted(LIBRARY.glob("*.yaml"))):
        made = loading.load(actor=SYSTEM, start=_read(file))
        db.session.commit()
        click.echo(f"{made.municipality.slug}: {_account(made)}")


def _read(file: Path) -> StartingPoint:
    try:
        return read_starting_point(file.read_text(encoding="utf-8"))
    except (ValueError, yaml.YAMLError) as error:
        raise click.ClickException(f"{file} cannot be read: {error}") from None


def _account(made: loading.Loaded) -> str:
    if not made.has_changed:
        return "nothing is missing"
    numbers = {"settings": made.settings, "reasons": made.reasons, "texts": made.texts} | made.others
    counts = ", ".join(f"{number} {name}" for name, number in numbers.items())
    return f"{'new; ' if made.is_new else ''}added {counts}"
