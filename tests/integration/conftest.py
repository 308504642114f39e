"""Databases for the tests of the store: SQLite in a file, and a real PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.engine import make_engine
from bot.store.upgrade import upgrade
from bot.store.writer import Writer
from tests.postgres import cluster


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'startpunt.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest_asyncio.fixture
async def empty_engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine of a database without tables."""
    engine = make_engine(database_url)
    if engine.dialect.name == "postgresql":
        async with engine.begin() as connection:
            await connection.execute(text("DROP SCHEMA public CASCADE"))
            await connection.execute(text("CREATE SCHEMA public"))
    yield engine
    await engine.dispose()


@pytest_asyncio.fixture
async def engine(empty_engine: AsyncEngine) -> AsyncEngine:
    """An engine of a database with all tables and no rows."""
    await upgrade(empty_engine)
    return empty_engine


@pytest_asyncio.fixture
async def writer(engine: AsyncEngine) -> AsyncIterator[Writer]:
    """A running writer."""
    made = Writer(engine)
    task = asyncio.create_task(made.run())
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
