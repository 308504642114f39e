"""`startpunt content ...`: what an editor or translator runs on the files."""

from __future__ import annotations

from datetime import datetime

import typer
from rich.console import Console

from bot.cli.environment import settings
from bot.content.checks import check_all
from bot.content.hours import BRUSSELS
from bot.content.load import load
from bot.content.problem import Severity
from bot.content.stamp import stamp
from bot.language.registry import Registry

app = typer.Typer(help="The curated content.", no_args_is_help=True)


@app.command()
def check() -> None:
    """Check every text, fact and service; exit code 1 when something must be mended."""
    folder = settings().content_dir
    registry = Registry.load(folder / "languages.yml")
    problems = check_all(load(folder), registry, datetime.now(BRUSSELS).date())
    console = Console(soft_wrap=True)
    for problem in problems:
        style = "red" if problem.severity is Severity.ERROR else "yellow"
        console.print(f"{problem} [{problem.severity.value}]", style=style, markup=False, highlight=False)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    console.print(f"{errors} errors, {len(problems) - errors} warnings")
    raise typer.Exit(1 if errors else 0)


@app.command("stamp")
def stamp_translations(
    only_new: bool = typer.Option(
        True,
        help="Stamp only translations that carry no mark yet; --no-only-new says that all are up to date.",
    ),
) -> None:
    """Write into each translation which English text it was made from."""
    changed = stamp(settings().content_dir, only_new=only_new)
    Console().print(f"{changed} files stamped")
