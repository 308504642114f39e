"""Is the database as this version expects it? Runs Alembic's migrations."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

_SCRIPTS = Path(__file__).parent / "migrations"


def config(connection: Connection) -> Config:
    """Alembic's configuration for an open connection."""
    configuration = Config()
    configuration.set_main_option("script_location", str(_SCRIPTS))
    configuration.attributes["connection"] = connection
    return configuration


async def upgrade(engine: AsyncEngine, revision: str = "head") -> None:
    """Bring the database up to `revision`; nothing happens when it is there already."""
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(config(sync), revision))


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    """Bring the database back to `revision`."""
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(config(sync), revision))
