"""A bot of python-telegram-bot that talks to the stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.standin_client import Person, Standin, Volunteer


@pytest.fixture
async def bot(standin: Standin) -> AsyncIterator[Bot]:
    async with Bot(standin.token, base_url=standin.base_url, base_file_url=standin.base_file_url) as bot:
        yield bot


@pytest.fixture
async def person(standin: Standin) -> Person:
    """Somebody who has started the bot."""
    return await standin.person("Selam", "ti", started=True)


@pytest.fixture
async def volunteer(standin: Standin) -> Volunteer:
    return await standin.volunteer("An", "nl")
