"""What does handling a message need from outside?"""

from __future__ import annotations

from typing import Protocol

from bot.language.detect import Detection
from bot.understanding.ranking import Ranking


class TopicRanker(Protocol):
    """The nlu service."""

    async def rank(self, text: str) -> Ranking | None:
        """Topics by falling confidence; None while the service is away."""
        ...


class LanguageDetector(Protocol):
    """Names the likely languages of a text."""

    def detect(self, text: str) -> Detection:
        """Scores of the languages that `text` may be in."""
        ...
