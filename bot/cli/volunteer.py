"""`startpunt volunteer ...`: who the volunteers are, what they speak, and when they are there."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated, Final, TypeVar

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.cli.environment import settings
from bot.cli.prepare import prepare_store
from bot.content.services import WEEKDAYS
from bot.errors import StartpuntError
from bot.handoff.model import Level, Role, Volunteer
from bot.language.registry import Registry
from bot.settings import Settings
from bot.store import volunteers
from bot.store.engine import make_engine
from bot.telegram.worker import INVITATION

app = typer.Typer(help="The volunteers.", no_args_is_help=True)
T = TypeVar("T")
_LINK_S: Final = 7 * 24 * 3600.0
_TIMES: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)")
Alias = Annotated[str, typer.Argument(help="The name people see.")]


class VolunteerError(StartpuntError):
    """`volunteer.unknown`, `volunteer.exists`, `volunteer.bad_language`, `volunteer.bad_shift`."""


@app.command()
def add(
    alias: Alias,
    language: Annotated[list[str], typer.Option(help="A language they speak; en:bridge for one for want of a better.")],
    coordinator: Annotated[bool, typer.Option("--coordinator", help="May set up groups and shifts.")] = False,
) -> None:
    """Add a volunteer and print what links their Telegram account; it works once, for a week."""
    configuration = settings()
    languages = dict(_language(each, configuration) for each in language)
    roles = frozenset({Role.VOLUNTEER, Role.COORDINATOR} if coordinator else {Role.VOLUNTEER})

    async def work(connection: AsyncConnection) -> str:
        if await volunteers.by_alias(connection, alias):
            raise VolunteerError("volunteer.exists", alias=alias)
        number = await volunteers.add(connection, alias, languages, roles, time.time())
        return await volunteers.invite(connection, number, time.time() + _LINK_S)

    _print_link(_with_store(configuration, work))


@app.command()
def link(alias: Alias) -> None:
    """A new link for a volunteer, for example for a new phone; older ones end."""

    async def work(connection: AsyncConnection) -> str:
        found = await _known(connection, alias)
        return await volunteers.invite(connection, found.id, time.time() + _LINK_S)

    _print_link(_with_store(settings(), work))


@app.command()
def disable(alias: Alias) -> None:
    """Somebody is no volunteer any more: they can do nothing from this moment on."""

    async def work(connection: AsyncConnection) -> None:
        found = await _known(connection, alias)
        await volunteers.change(connection, found.id, disabled=True, telegram_key=None, here_until=0.0)

    _with_store(settings(), work)


@app.command()
def shifts(
    alias: Alias,
    block: Annotated[list[str] | None, typer.Option(help="Such as monday=09:00-12:30; may be repeated.")] = None,
) -> None:
    """Set the weekly shifts of a volunteer, Brussels time; without any, they have none."""
    blocks = [_block(each) for each in block or ()]

    async def work(connection: AsyncConnection) -> None:
        await volunteers.set_blocks(connection, (await _known(connection, alias)).id, blocks)

    _with_store(settings(), work)


@app.command()
def away(
    alias: Alias,
    first: Annotated[str, typer.Argument(help="The first day away, such as 2026-12-24.")],
    last: Annotated[str, typer.Argument(help="The last day away.")],
) -> None:
    """Days on which a volunteer's shifts do not count."""
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError as error:
        raise VolunteerError("volunteer.bad_shift", text=f"{first} {last}") from error

    async def work(connection: AsyncConnection) -> None:
        await volunteers.add_absence(connection, (await _known(connection, alias)).id, *days)

    _with_store(settings(), work)


@app.command("list")
def list_volunteers() -> None:
    """Who there is, what they speak and when they are there."""
    roster = _with_store(settings(), volunteers.roster)
    table = Table("alias", "languages", "roles", "shifts", "")
    for each in roster.volunteers:
        blocks = [
            f"{WEEKDAYS[block.weekday]} {block.starts:%H:%M}-{block.ends:%H:%M}"
            for block in roster.blocks
            if block.volunteer == each.id
        ]
        table.add_row(
            each.alias,
            ", ".join(f"{tag} ({level.value})" for tag, level in each.languages.items()),
            ", ".join(sorted(role.value for role in each.roles)),
            "\n".join(blocks),
            "disabled" if each.disabled else "",
        )
    Console().print(table)


def _print_link(token: str) -> None:
    Console(soft_wrap=True).print(
        f"They send this to the bot, once: /start {INVITATION}{token}\n"
        f"Or they open: t.me/<the bot>?start={INVITATION}{token}",
        markup=False,
        highlight=False,
    )


def _language(text: str, configuration: Settings) -> tuple[str, Level]:
    tag, _, level = text.partition(":")
    known = Registry.load(configuration.content_dir / "languages.yml").all
    try:
        found = Level(level or Level.FLUENT.value)
    except ValueError as error:
        raise VolunteerError("volunteer.bad_language", text=text) from error
    if tag not in known:
        raise VolunteerError("volunteer.bad_language", text=text)
    return tag, found


def _block(text: str) -> tuple[int, str, str]:
    day, _, times = text.partition("=")
    if day.lower() not in WEEKDAYS or not _TIMES.fullmatch(times) or times[:5] >= times[6:]:
        raise VolunteerError("volunteer.bad_shift", text=text)
    return WEEKDAYS.index(day.lower()), times[:5], times[6:]


async def _known(connection: AsyncConnection, alias: str) -> Volunteer:
    found = await volunteers.by_alias(connection, alias)
    if found is None:
        raise VolunteerError("volunteer.unknown", alias=alias)
    return found


def _with_store(configuration: Settings, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
    async def run() -> T:
        await prepare_store(configuration)
        engine = make_engine(configuration.database_url)
        try:
            async with engine.begin() as connection:
                return await work(connection)
        finally:
            await engine.dispose()

    return asyncio.run(run())
