"""From which confidence does the bot answer? The numbers that training measured, per language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.model import Tag
from bot.understanding.ranking import Thresholds

CAUTIOUS = Thresholds(answer=0.8, suggest=0.2, safety=0.3)
"""Used for a language that training has no measurement of: rather suggest than answer wrongly."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds by language."""

    languages: Mapping[Tag, Thresholds]

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Read `calibration.json` as training writes it; without the file every language is cautious."""
        if not path.exists():
            return cls({})
        raw = json.loads(path.read_text())["languages"]
        return cls(
            {
                tag: Thresholds(float(each["answer"]), float(each["suggest"]), float(each["safety"]))
                for tag, each in raw.items()
            }
        )

    def thresholds(self, tag: Tag) -> Thresholds:
        """The thresholds for messages in `tag`."""
        return self.languages.get(tag, CAUTIOUS)
