"""The command `startpunt`: parses arguments, calls one use case, turns errors into a sentence and an exit code."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from bot.cli import ask as ask_command
from bot.cli import content as content_command
from bot.cli import language as language_command
from bot.cli import nlu as nlu_command
from bot.cli import run as run_command
from bot.cli import volunteer as volunteer_command
from bot.cli.environment import settings
from bot.cli.sentences import sentence_for
from bot.cli.store import db, handoff
from bot.errors import StartpuntError

app = typer.Typer(
    help="The Startpunt bot: answers questions about asking for asylum in Belgium, in the person's language.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(content_command.app, name="content")
app.add_typer(language_command.app, name="language")
app.add_typer(nlu_command.app, name="nlu")
app.add_typer(db, name="db")
app.add_typer(volunteer_command.app, name="volunteer")
app.add_typer(handoff, name="handoff")


@app.command()
def setup() -> None:
    """Prepare everything without starting: database, models."""
    run_command.prepare_all(settings())


@app.command()
def run() -> None:
    """Serve until Ctrl-C: on Telegram with a token, else on the stand-in with a page in the browser."""
    run_command.run(settings())


@app.command()
def ask(
    text: Annotated[
        str | None, typer.Argument(help="What the person writes; read from standard input if missing.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"id","text","locale"?} lines, write one line of JSON each.')
    ] = False,
    locale: Annotated[str | None, typer.Option(help="The language code of the person's phone, such as fr.")] = None,
) -> None:
    """Ask the bot on the terminal: text in, answer out."""
    if jsonl:
        ask_command.ask_lines(settings(), sys.stdin, sys.stdout)
    else:
        ask_command.ask_once(settings(), text if text is not None else sys.stdin.read(), locale)


def main() -> None:
    """The entry point. Exit codes: 0 done, 1 the work failed, 2 the call or the settings are wrong."""
    try:
        app()
    except StartpuntError as error:
        Console(stderr=True, soft_wrap=True).print(sentence_for(error), style="red", markup=False)
        sys.exit(2 if error.code.startswith("settings.") else 1)
    except KeyboardInterrupt:
        sys.exit(130)
