"""`startpunt db ...` and `startpunt handoff ...`: what an operator does with the database."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.environment import settings
from bot.cli.prepare import prepare_store
from bot.content.hours import BRUSSELS
from bot.handoff.model import Request
from bot.handoff.queue import in_order
from bot.settings import Settings
from bot.store.engine import make_engine
from bot.store.requests import all_open

db = typer.Typer(help="The database.", no_args_is_help=True)
handoff = typer.Typer(help="People who wait for a volunteer.", no_args_is_help=True)


@db.command()
def upgrade() -> None:
    """Bring the database up to this version; nothing happens when it is there already."""
    asyncio.run(prepare_store(settings()))


@handoff.command("list")
def list_requests() -> None:
    """Who waits for a volunteer: urgent ones first, then by waiting time. No names: we have none."""
    table = Table("request", "urgent", "language", "topic", "since")
    for each in asyncio.run(_waiting(settings())):
        since = datetime.fromtimestamp(each.waiting_since, UTC).astimezone(BRUSSELS)
        table.add_row(
            str(each.id),
            "urgent" if each.urgent else "",
            each.language,
            each.topic or "",
            f"{since:%Y-%m-%d %H:%M}",
        )
    Console().print(table)


async def _waiting(settings: Settings) -> list[Request]:
    engine = make_engine(settings.database_url)
    try:
        async with engine.begin() as connection:
            return in_order(await all_open(connection))
    finally:
        await engine.dispose()
