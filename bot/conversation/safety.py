"""Is somebody in danger? Fixed phrases that are recognised even when the nlu service is away.

They are data (`content/urgent/<tag>.yml`): for each topic, word sequences; `*` at the end of a word stands for any
ending. The language of the phrase does not matter: danger is danger in any language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.content.model import SOURCE_TAG, TopicId
from bot.language.normalise import normalise


class SafetyPhrases:
    """Finds the first topic whose phrases occur in a text; topics in the order of the file."""

    def __init__(self, phrases: Mapping[TopicId, tuple[str, ...]]) -> None:
        self._patterns = [(topic, _pattern(each)) for topic, each in phrases.items() if each]

    @classmethod
    def load(cls, folder: Path) -> SafetyPhrases:
        """Read {topic: [phrase, ...]} of each language; topics in the order of the English file."""
        paths = [folder / f"{SOURCE_TAG}.yml", *sorted(folder.glob("*.yml"))]
        phrases: dict[TopicId, dict[str, None]] = {}
        for path in paths:
            for topic, each in yaml.safe_load(path.read_text(encoding="utf-8")).items():
                phrases.setdefault(TopicId(topic), {}).update(dict.fromkeys(each))
        return cls({topic: tuple(each) for topic, each in phrases.items()})

    def match(self, text: str) -> TopicId | None:
        """The safety topic that `text` (as typed) speaks of, if a phrase says so."""
        plain = _plain(text)
        return next((topic for topic, pattern in self._patterns if pattern.search(plain)), None)


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(_words(phrase) for phrase in phrases) + r")(?!\w)")


def _words(phrase: str) -> str:
    words = (re.escape(_plain(word.rstrip("*"))) + (r"\w*" if word.endswith("*") else "") for word in phrase.split())
    return r"\s+".join(words)


def _plain(text: str) -> str:
    """Normalised, and without accents: who is in danger does not look for them."""
    decomposed = unicodedata.normalize("NFD", normalise(text))
    return "".join(each for each in decomposed if not unicodedata.combining(each))
