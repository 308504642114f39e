"""Is everything there that running needs? Database, keys and models, made when missing or stale."""

from __future__ import annotations

from bot.bootstrap import KEYS_FILE
from bot.cli.progress import bar
from bot.privacy.cipher import Keys
from bot.processes import nlu_python
from bot.settings import PROJECT, Settings
from bot.store.engine import make_engine
from bot.store.upgrade import upgrade
from bot.understanding.training import train

_TRAININGS = (("nlu.language.train", "Learning the languages"), ("nlu.train", "Learning the topics"))


async def prepare_store(settings: Settings) -> None:
    """Make the keys if there are none, and bring the database up to date."""
    Keys.load_or_create(settings.data_dir / KEYS_FILE)
    engine = make_engine(settings.database_url)
    try:
        await upgrade(engine)
    finally:
        await engine.dispose()


async def prepare_models(settings: Settings, *, force: bool = False) -> bool:
    """Train what is missing or stale; True when something was trained. Raises TrainingError, ProcessError."""
    trained = False
    arguments = ["--output", str(settings.models_dir), *(["--force"] if force else [])]
    for module, title in _TRAININGS:
        with bar(title) as report:
            trained = await train(nlu_python(), PROJECT, module, arguments, report) or trained
    return trained
