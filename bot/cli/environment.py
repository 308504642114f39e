"""Which settings does this installation have? Read from the environment and from `.env`."""

from __future__ import annotations

import os

from dotenv import dotenv_values

from bot import logs
from bot.settings import PROJECT, Settings


def settings() -> Settings:
    """The settings, with logging set up as they say. Raises SettingsError."""
    in_file = {name: value for name, value in dotenv_values(PROJECT / ".env").items() if value is not None}
    read = Settings.from_env({**in_file, **os.environ})
    logs.configure(read.log_level)
    return read
