"""What many tests need: the shipped content, and the choice of a language on the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.content.catalogue import Catalogue
from bot.content.load import Content, load
from bot.conversation.decide import Known
from bot.language.registry import Registry
from bot.locale.texts import Texts
from bot.settings import PROJECT
from bot.telegram.keyboards import Keyboards
from bot.telegram.render import Renderer
from bot.understanding.calibration import Calibration
from bot.understanding.ranking import Thresholds

# As the bot sets it: durations of the library are timedeltas.
os.environ.setdefault("PTB_TIMEDELTA", "true")

pytest_plugins = ["tests.standin_client"]

THRESHOLDS = Thresholds(answer=0.6, suggest=0.2, safety=0.3)
"""The thresholds of all scripted dialogues, so that training does not change what they expect."""


@pytest.fixture(scope="session")
def content_folder() -> Path:
    return PROJECT / "content"


@pytest.fixture(scope="session")
def content(content_folder: Path) -> Content:
    return load(content_folder)


@pytest.fixture(scope="session")
def registry(content_folder: Path) -> Registry:
    return Registry.load(content_folder / "languages.yml")


@pytest.fixture(scope="session")
def catalogue(content: Content) -> Catalogue:
    return Catalogue(content)


@pytest.fixture(scope="session")
def texts(registry: Registry) -> Texts:
    return Texts.load(registry.full)


@pytest.fixture(scope="session")
def known(catalogue: Catalogue, registry: Registry) -> Known:
    return Known(catalogue, registry, Calibration(dict.fromkeys(registry.full, THRESHOLDS)))


@pytest.fixture(scope="session")
def renderer(catalogue: Catalogue, registry: Registry, texts: Texts) -> Renderer:
    return Renderer(catalogue, registry, texts, Keyboards(texts, registry))
