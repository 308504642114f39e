"""Volunteers by command: added, linked, on shift, away, disabled, listed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection
from typer.testing import CliRunner

from bot.cli.main import app
from bot.cli.sentences import sentence_for
from bot.errors import StartpuntError
from bot.handoff.model import Level, Role
from bot.privacy.cipher import ChatKey
from bot.store import volunteers
from bot.store.engine import make_engine

T = TypeVar("T")
KEY = ChatKey("a" * 32)


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite+aiosqlite:///{tmp_path / 'startpunt.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["volunteer", *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def stored(url: str, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
    async def ask() -> T:
        engine = make_engine(url)
        try:
            async with engine.begin() as connection:
                return await work(connection)
        finally:
            await engine.dispose()

    return asyncio.run(ask())


def test_a_volunteer_is_added_and_the_link_works_once(database: str) -> None:
    printed = run("add", "Noor", "--language", "ti", "--language", "en:bridge", "--coordinator")
    found = re.search(r"/start join_(\S+)", printed)
    assert found

    noor = stored(database, lambda c: volunteers.redeem(c, found[1], KEY, 0.0))

    assert noor is not None
    assert noor.languages == {"ti": Level.FLUENT, "en": Level.BRIDGE}
    assert Role.COORDINATOR in noor.roles
    assert stored(database, lambda c: volunteers.redeem(c, found[1], KEY, 0.0)) is None
    assert stored(database, lambda c: volunteers.by_telegram(c, KEY)) == noor


def test_a_new_link_ends_the_old_one_and_old_links_end_by_themselves(database: str) -> None:
    first = re.search(r"/start join_(\S+)", run("add", "Noor", "--language", "ti"))
    second = re.search(r"/start join_(\S+)", run("link", "Noor"))
    assert first
    assert second

    assert stored(database, lambda c: volunteers.redeem(c, first[1], KEY, 0.0)) is None
    assert stored(database, lambda c: volunteers.redeem(c, second[1], KEY, 1e12)) is None


def test_shifts_absences_and_the_list(database: str) -> None:
    run("add", "Noor", "--language", "ti")
    run("shifts", "Noor", "--block", "monday=09:00-12:30", "--block", "monday=14:00-24:00")
    run("away", "Noor", "2026-12-24", "2027-01-02")

    roster = stored(database, volunteers.roster)
    assert [f"{block.starts:%H:%M}" for block in roster.blocks] == ["09:00", "14:00"]
    assert roster.absences[0].last.isoformat() == "2027-01-02"
    printed = run("list")
    assert "Noor" in printed
    assert "09:00-12:30" in printed


def test_who_is_disabled_can_do_nothing(database: str) -> None:
    found = re.search(r"/start join_(\S+)", run("add", "Noor", "--language", "ti"))
    assert found
    stored(database, lambda c: volunteers.redeem(c, found[1], KEY, 0.0))

    run("disable", "Noor")

    assert stored(database, lambda c: volunteers.by_telegram(c, KEY)) is None
    assert stored(database, volunteers.roster).volunteers[0].disabled


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("link", "Nobody"), "volunteer.unknown"),
        (("add", "Ann", "--language", "xx"), "volunteer.bad_language"),
        (("add", "Ann", "--language", "ti:well"), "volunteer.bad_language"),
        (("shifts", "Nobody", "--block", "monday=9-12"), "volunteer.bad_shift"),
        (("shifts", "Nobody", "--block", "monday=12:00-09:00"), "volunteer.bad_shift"),
        (("away", "Nobody", "soon", "later"), "volunteer.bad_shift"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(arguments: tuple[str, ...], code: str) -> None:
    with pytest.raises(StartpuntError) as raised:
        run(*arguments)
    assert raised.value.code == code
    assert sentence_for(raised.value) != str(raised.value)


def test_two_volunteers_have_two_names() -> None:
    run("add", "Noor", "--language", "ti")
    with pytest.raises(StartpuntError) as raised:
        run("add", "Noor", "--language", "nl")
    assert raised.value.code == "volunteer.exists"
