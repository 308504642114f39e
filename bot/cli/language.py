"""`startpunt language ...`: give the bot one more language, step by step."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from bot.language import scaffold
from bot.settings import PROJECT

app = typer.Typer(help="Languages: add one, see what it lacks.", no_args_is_help=True)
_SHOWN = 40


@app.command()
def add(
    tag: Annotated[str, typer.Argument(help="BCP 47 tag, such as sw.")],
    endonym: Annotated[str, typer.Option(help="Its name in itself, as on the buttons.")],
    english: Annotated[str, typer.Option(help="Its name in English.")],
    script: Annotated[str, typer.Option(help="The script its answers are written in.")] = "Latin",
    right_to_left: Annotated[bool, typer.Option("--right-to-left", help="Written from right to left.")] = False,
    fallback: Annotated[list[str] | None, typer.Option(help="A language to offer instead; may be repeated.")] = None,
) -> None:
    """Write the files that a translator fills in; docs/adding-a-language.md says how it goes on."""
    language = scaffold.NewLanguage(
        tag, endonym, english, script, "rtl" if right_to_left else "ltr", tuple(fallback or ("en",))
    )
    written = scaffold.add(PROJECT, language)
    Console().print(f"{len(written)} files written. `startpunt language check {tag}` lists what is missing.")


@app.command()
def check(tag: Annotated[str, typer.Argument(help="The language's tag.")]) -> None:
    """List what a language still lacks; exit code 1 when it lacks something."""
    found = scaffold.missing(PROJECT, tag)
    console = Console(soft_wrap=True)
    for sentence in found[:_SHOWN]:
        console.print(sentence, markup=False, highlight=False)
    if len(found) > _SHOWN:
        console.print(f"... and {len(found) - _SHOWN} more.")
    console.print(f"{len(found)} things are missing." if found else "Nothing is missing.")
    raise typer.Exit(1 if found else 0)
