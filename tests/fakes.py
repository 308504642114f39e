"""Stand-ins for our own ports: small, with a state of their own."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.model import TopicId
from bot.language.detect import Detection
from bot.understanding.ranking import RankedTopic, Ranking


class SettableClock:
    """A clock that stands still until a test moves it. Seconds."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


class FakeRanker:
    """Ranks the texts it was told about; a text it does not know is ranked as nothing known."""

    def __init__(self, rankings: Mapping[str, Mapping[str, float]] | None = None) -> None:
        self.rankings = dict(rankings or {})
        self.away = False
        self.asked: list[str] = []

    async def rank(self, text: str) -> Ranking | None:
        """The ranking of a text; None while `away`."""
        self.asked.append(text)
        if self.away:
            return None
        return ranking(self.rankings.get(text, {}))


class FakeDetector:
    """Detects the language it was told for a text; nothing for all others."""

    def __init__(self, languages: Mapping[str, Detection]) -> None:
        self.languages = languages

    def detect(self, text: str) -> Detection:
        """What a test said about this text."""
        return self.languages[text]


def ranking(confidences: Mapping[str, float]) -> Ranking:
    """A ranking from {topic: confidence}."""
    ranked = (RankedTopic(TopicId(topic), confidence) for topic, confidence in confidences.items())
    return tuple(sorted(ranked, key=lambda each: -each.confidence))
