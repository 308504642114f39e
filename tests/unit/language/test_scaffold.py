"""A new language: the files a translator fills in, and the list of what is missing."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
import yaml

from bot.content.load import load
from bot.language.registry import Registry
from bot.language.scaffold import NewLanguage, ScaffoldError, add, missing
from bot.locale.texts import Texts
from bot.settings import PROJECT

ITALIAN = NewLanguage("it", "Italiano", "Italian", "Latin", "ltr", ("fr", "en"))
TOPICS = {"hub": {"food": "food"}, "chat": {"thanks": "thanks"}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one topic, in English only."""
    for folder in ("glossary", "service-texts", "urgent"):
        (tmp_path / "content" / folder).mkdir(parents=True)
        shutil.copy(PROJECT / "content" / folder / "en.yml", tmp_path / "content" / folder)
    languages = (PROJECT / "content" / "languages.yml").read_text(encoding="utf-8")
    (tmp_path / "content" / "languages.yml").write_text(languages, encoding="utf-8")
    (tmp_path / "content" / "topics.yml").write_text(yaml.safe_dump(TOPICS))
    (tmp_path / "content" / "hub" / "food").mkdir(parents=True)
    for name in ("topic.yml", "en.md"):
        shutil.copy(PROJECT / "content" / "hub" / "food" / name, tmp_path / "content" / "hub" / "food")
    (tmp_path / "bot" / "locale").mkdir(parents=True)
    shutil.copy(PROJECT / "bot" / "locale" / "en.ftl", tmp_path / "bot" / "locale")
    return tmp_path


def test_a_new_language_is_recognised_and_not_yet_spoken(project: Path) -> None:
    written = add(project, ITALIAN)

    registry = Registry.load(project / "content" / "languages.yml")
    assert registry["it"].endonym == "Italiano"
    assert "it" not in registry.full
    assert registry.best_full("it") == "fr"
    assert project / "content" / "hub" / "food" / "it.md" in written
    assert project / "nlu" / "tests" / "it" / "hub.yml" in written


def test_nothing_half_done_is_shown(project: Path) -> None:
    add(project, ITALIAN)

    assert "it" not in load(project / "content").topics[next(iter(load(project / "content").topics))].answers
    texts = Texts.load(["en"], project / "bot" / "locale")
    assert texts.say("it", "not-spoken")


def test_what_is_missing_is_listed_until_it_is_there(project: Path) -> None:
    add(project, ITALIAN)
    before = missing(project, "it")

    assert "content/hub/food/it.md: is not translated." in before
    assert "bot/locale/it.ftl: welcome is missing." in before
    assert "content/glossary/it.yml: fedasil is missing." in before
    assert "nlu/data/it/chat.yml: chat/thanks has 0 examples, 20 are wanted." in before

    _translate(project)
    assert missing(project, "it") == []


def _translate(project: Path) -> None:
    """What a translator would do, by a machine that takes away the marks."""
    content = project / "content"
    shutil.copy(project / "bot" / "locale" / "en.ftl", project / "bot" / "locale" / "it.ftl")
    for folder in ("glossary", "service-texts", "urgent"):
        shutil.copy(content / folder / "en.yml", content / folder / "it.yml")
    answer = content / "hub" / "food" / "it.md"
    answer.write_text(answer.read_text(encoding="utf-8").replace("untranslated", "unreviewed"), encoding="utf-8")
    for area, topic in (("hub", "hub/food"), ("chat", "chat/thanks")):
        examples = {topic: {"examples": [f"frase {number}" for number in range(20)]}}
        (project / "nlu" / "data" / "it" / f"{area}.yml").write_text(yaml.safe_dump(examples))
        held_out = {topic: [{"style": "plain", "text": f"altra {number}"} for number in range(3)]}
        (project / "nlu" / "tests" / "it" / f"{area}.yml").write_text(yaml.safe_dump(held_out))


def test_adding_again_changes_nothing_and_says_so(project: Path) -> None:
    add(project, ITALIAN)
    before = (project / "content" / "languages.yml").read_bytes()

    with pytest.raises(ScaffoldError) as raised:
        add(project, ITALIAN)

    assert raised.value.code == "language.exists"
    assert (project / "content" / "languages.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"tag": "../x"}, "language.bad_tag"),
        ({"script": "Runes"}, "language.bad_script"),
        ({"fallbacks": ("xx",)}, "language.bad_fallback"),
    ],
)
def test_what_cannot_be_a_language_is_refused(project: Path, changed: dict[str, str], code: str) -> None:
    with pytest.raises(ScaffoldError) as raised:
        add(project, dataclasses.replace(ITALIAN, **changed))  # type: ignore[arg-type]
    assert raised.value.code == code


def test_a_language_that_is_not_there_lacks_everything(project: Path) -> None:
    with pytest.raises(ScaffoldError) as raised:
        missing(project, "xx")
    assert raised.value.code == "language.unknown"
