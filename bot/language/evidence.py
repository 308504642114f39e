"""Which language should a chat be held in? Evidence added up over its messages, weighed against what is set.

Every message adds the logarithms of its probabilities, capped by its length: one word says little. Older messages
fade. The language of the conversation, and far more the person's own choice, start with a lead.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.content.model import Tag
from bot.language.detect import OTHER, Detection


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the messages of a chat have said so far. scores: 0 for the likeliest, below it for all others."""

    scores: dict[str, float] = field(default_factory=dict)
    messages: int = 0


@dataclass(frozen=True, slots=True)
class Keep:
    """Stay with what is set."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Speak `tag` from now on; it may be a language that is only detected. confidence: 0..1."""

    tag: Tag
    confidence: float


@dataclass(frozen=True, slots=True)
class Ask:
    """Offer the likeliest languages, best first, at most three."""

    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """The person writes a language that is none of ours."""


Verdict = Keep | Switch | Ask | Other

_FADE = 0.7
"""What a message keeps of its weight when the next one comes."""

_OLD_CAP = 3.0
"""So far at most do old messages speak against a language, lest nobody could change."""

_CAPS = (1.5, 3.0, 4.5, 6.0)
"""So far at most does a message of one, two, three, or four and more words speak against a language."""

_CURRENT = 2.0
_CHOSEN = 4.5
_PHONE = 1.0
_ONLY_DETECTED = -0.5
"""A language that is only detected must be a little clearer: a wrong one costs the person a detour."""

_SWITCH = 0.8
_ASK = 0.5
_ASKED = 3
_LONG = 4


def weigh(
    evidence: Evidence,
    detection: Detection,
    *,
    current: Tag | None,
    chosen: bool,
    phone: Tag | None,
    full: Collection[Tag],
) -> tuple[Evidence, Verdict]:
    """Add one message to the evidence and say what follows.

    current: the language of the conversation; chosen: the person picked it; full: the languages we speak.
    """
    if not detection.scores:
        return evidence, Keep()
    added = _add(evidence, detection)
    posterior = _posterior(added, current, chosen, phone, full)
    return added, _verdict(posterior, detection, current)


def _add(evidence: Evidence, detection: Detection) -> Evidence:
    cap = _CAPS[min(detection.words, len(_CAPS)) - 1]
    best = max(detection.scores.values())
    scores = {}
    for tag, score in detection.scores.items():
        old = max(-_OLD_CAP, _FADE * evidence.scores.get(tag, 0.0)) if evidence.messages else 0.0
        scores[tag] = old + max(-cap, score - best)
    highest = max(scores.values())
    return Evidence({tag: round(score - highest, 3) for tag, score in scores.items()}, evidence.messages + 1)


def _posterior(
    evidence: Evidence, current: Tag | None, chosen: bool, phone: Tag | None, full: Collection[Tag]
) -> dict[Tag, float]:
    scores = dict(evidence.scores)
    for tag in scores:
        if tag == current:
            scores[tag] += _CHOSEN if chosen else _CURRENT
        elif tag == phone:
            scores[tag] += _PHONE
        elif tag not in full:
            scores[tag] += _ONLY_DETECTED
    highest = max(scores.values())
    weights = {tag: math.exp(score - highest) for tag, score in scores.items()}
    total = sum(weights.values())
    return {tag: weight / total for tag, weight in weights.items()}


def _verdict(posterior: Mapping[Tag, float], detection: Detection, current: Tag | None) -> Verdict:
    best = max(posterior, key=posterior.__getitem__)
    confidence = posterior[best]
    if best == current:
        return Keep()
    if confidence >= _SWITCH:
        return Other() if best == OTHER else Switch(best, round(confidence, 3))
    if current and (detection.words < 2 or confidence < _ASK):
        return Keep()
    ranked = [tag for tag in sorted(posterior, key=lambda each: -posterior[each]) if tag != OTHER]
    return Ask(tuple(ranked[:_ASKED]))
