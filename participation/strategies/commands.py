"""The commands `flask strategies …`: load a strategy from a file, and publish it."""

from pathlib import Path

import click
from flask.cli import AppGroup

from participation.extensions import db
from participation.foundation.actors import SYSTEM
from participation.foundation.tenancy import municipality_context
from participation.municipalities import queries as municipalities
from participation.strategies import services
from participation.strategies.rules.comparing import Change
from participation.strategies.rules.reading import DocumentError, Problem, read_document

commands = AppGroup("strategies", help="The municipalities' strategies.")


@commands.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--publish", "is_to_be_published", is_flag=True, help="Show it to everybody at once.")
def load(file: Path, is_to_be_published: bool) -> None:
    """Load a strategy file as a draft and print how it differs from what was loaded before."""
    content = file.read_text(encoding="utf-8-sig", errors="replace")
    form = {".csv": "csv", ".md": "md"}.get(file.suffix.lower(), "yaml")
    municipality = municipalities.by_code(_code(content, form))
    if municipality is None:
        raise click.ClickException("Its municipality is not here: `flask municipalities load` comes first.")
    with municipality_context(municipality.id):
        loaded = services.load(actor=SYSTEM, content=content, form=form)
        _print_changes(loaded)
        strategy = loaded.strategy
        if is_to_be_published and strategy.awaits_publication:
            services.publish(actor=SYSTEM, strategy=strategy, version=strategy.version)
            click.echo("Published.")
        db.session.commit()


def _code(content: str, form: str) -> str:
    try:
        return read_document(content, form).municipality
    except DocumentError as error:
        lines = [f"  {_place(problem)}: {problem.message}" for problem in error.problems]
        raise click.ClickException("\n".join(["The file cannot be loaded:", *lines])) from None


def _place(problem: Problem) -> str:
    number = f"row {problem.row}" if problem.row else f"line {problem.line}" if problem.line else ""
    return " ".join(filter(None, (number, problem.path))) or "file"


def _print_changes(loaded: services.Loaded) -> None:
    if loaded.is_new:
        click.echo(f"{loaded.strategy.key}: new, {len(loaded.changes)} parts.")
        return
    if not loaded.changes:
        click.echo(f"{loaded.strategy.key}: nothing has changed.")
        return
    click.echo(f"{loaded.strategy.key}: {len(loaded.changes)} changes.")
    for change in loaded.changes:
        click.echo(_line(change))


def _line(change: Change) -> str:
    lines = [" ".join(filter(None, (f"  {change.kind}", change.what, change.key, change.field)))]
    lines += [f"    - {change.before}"] if change.before is not None else []
    lines += [f"    + {change.after}"] if change.after is not None else []
    return "\n".join(lines)
