"""Are the lines that the detector learns from, and those that measure it, whole and apart?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.language.prepare import prepare
from bot.language.registry import Registry
from bot.settings import PROJECT

LINES = PROJECT / "nlu" / "language"
HELD_OUT = PROJECT / "nlu" / "tests_language"
LENGTHS = {"1-3": range(1, 4), "4-8": range(4, 9), "9+": range(9, 40), "romanised": range(1, 40)}


def everyday(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_every_label_of_the_registry_has_everyday_lines(registry: Registry) -> None:
    labels = {label: each for each in registry.all.values() for label in each.labels}

    counts = {label: len(everyday(LINES / f"{label}.txt")) for label in labels}

    # A language that is spoken has training sentences and answers besides.
    wanted = {label: 90 if label.endswith("-Latn") else 150 for label in labels if labels[label].tag in registry.full}
    few = {label for label, count in counts.items() if count < wanted.get(label, 40)}
    assert not few


def test_every_file_of_lines_belongs_to_a_label(registry: Registry) -> None:
    labels = {label for each in registry.all.values() for label in each.labels}

    assert {path.stem for path in LINES.glob("*.txt")} == labels


@pytest.mark.parametrize("path", sorted(LINES.rglob("*.txt")), ids=lambda path: path.stem)
def test_everyday_lines_are_neither_empty_nor_twice_there(path: Path) -> None:
    lines = everyday(path)

    assert all(prepare(line) for line in lines)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("path", sorted(HELD_OUT.glob("*.yml")), ids=lambda path: path.stem)
def test_held_out_messages_have_the_length_they_stand_under(path: Path) -> None:
    messages = yaml.safe_load(path.read_text(encoding="utf-8"))

    wrong = [
        text
        for length, texts in messages.items()
        for text in texts
        if not _without_spaces(text) and len(text.split()) not in LENGTHS[length]
    ]
    assert not wrong


def test_no_everyday_line_is_a_held_out_message() -> None:
    messages = {
        prepare(str(text))
        for path in HELD_OUT.glob("*.yml")
        for texts in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for text in texts
    }

    learnt = {
        f"{path.stem}: {line}" for path in LINES.rglob("*.txt") for line in everyday(path) if prepare(line) in messages
    }

    assert not learnt


def _without_spaces(text: str) -> bool:
    """Whether it is Chinese or Japanese, which have no words to count."""
    return any(ord(character) >= 0x3040 for character in text)
