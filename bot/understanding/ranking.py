"""What does a ranking of topics allow: an answer, suggestions, or nothing?"""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.model import TopicId

SAFETY_AREA = "safety/"
OUT_OF_SCOPE = TopicId("chat/out-of-scope")
_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class RankedTopic:
    """A topic and how likely it is meant. confidence: 0..1, calibrated."""

    topic: TopicId
    confidence: float


Ranking = tuple[RankedTopic, ...]
"""Topics by falling confidence; empty when the text held nothing the model knows."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When to answer, suggest, and treat as urgent. All 0..1, calibrated for one language.

    safety: the summed confidence of the safety topics from which emergency numbers are shown (recall first).
    """

    answer: float
    suggest: float
    safety: float


@dataclass(frozen=True, slots=True)
class AnswerWith:
    """Sure enough to answer."""

    topic: TopicId


@dataclass(frozen=True, slots=True)
class Choose:
    """Not sure: let the person choose. urgent: a safety topic is likely enough to show the numbers."""

    topics: tuple[TopicId, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class NothingFits:
    """Nothing is likely enough even to suggest."""


Reading = AnswerWith | Choose | NothingFits


def read(ranking: Ranking, thresholds: Thresholds) -> Reading:
    """Turn a ranking into a reading. A likely safety topic heads the suggestions even when another one leads."""
    if not ranking:
        return NothingFits()
    best = ranking[0]
    safety = tuple(each for each in ranking if each.topic.startswith(SAFETY_AREA))
    urgent = sum(each.confidence for each in safety) >= thresholds.safety
    if best.confidence >= thresholds.answer:
        return AnswerWith(best.topic)
    topics = [each.topic for each in ranking if each.topic != OUT_OF_SCOPE]
    if urgent:
        topics.sort(key=lambda topic: topic != safety[0].topic)
        return Choose(tuple(topics[:_SUGGESTIONS]), urgent=True)
    if max((each.confidence for each in ranking if each.topic != OUT_OF_SCOPE), default=0) >= thresholds.suggest:
        return Choose(tuple(topics[:_SUGGESTIONS]))
    return NothingFits()
