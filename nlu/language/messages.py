"""Which messages measure the detection of languages? Those that are kept out of training.

Format of `nlu/tests_language/<tag>.yml` (messages never trained on; `other.yml` holds languages we do not have):

    1-3: [good evening, where food]    # by number of words
    4-8: [where i can take shower]
    9+: [...]
    romanised: [wen el maktab]         # any length, in Latin letters
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[2]
HELD_OUT = PROJECT / "nlu" / "tests_language"
TOPIC_TESTS = PROJECT / "nlu" / "tests"
OTHER = "other"
LENGTHS = ("1-3", "4-8", "9+", "romanised")


@dataclass(frozen=True, slots=True)
class Message:
    """A held-out message. source: `chat` (nlu/tests_language) or `topics` (the held-out sentences of the topics)."""

    source: str
    language: str
    length: str
    text: str


def held_out() -> Iterator[Message]:
    """Everyday messages first, then the topics' sentences; those in two languages at once are left out."""
    for path in sorted(HELD_OUT.glob("*.yml")):
        for length, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for text in texts:
                yield Message("chat", path.stem, length, str(text))
    for path in sorted(TOPIC_TESTS.glob("*/*.yml")):
        for rows in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            for row in rows:
                if row["style"] != "mixed" and any(character.isalpha() for character in row["text"]):
                    yield Message("topics", path.parent.name, _length(row), row["text"])


def _length(row: dict[str, Any]) -> str:
    words = len(row["text"].split())
    if row["style"] == "romanised":
        return "romanised"
    return "1-3" if words <= 3 else "4-8" if words <= 8 else "9+"
