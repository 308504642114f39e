"""Which language should a chat be held in? Evidence added up over its messages, weighed against what is set.

Every message adds the logarithms of its probabilities. Against the language of the conversation it speaks as far as
its length allows: one word says little. Older messages fade. The language that is set starts with a lead, a larger one
when the person chose it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from bot.content.model import Tag
from bot.language.detect import OTHER, Detection


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the messages of a chat have said since its language was last set or chosen.

    scores: 0 for the likeliest language, below it for all others. current, chosen: what was set meanwhile; when that
    changes, the adding up begins anew, so that nothing older speaks against a person's choice.
    """

    scores: dict[str, float] = field(default_factory=dict)
    messages: int = 0
    current: Tag | None = None
    chosen: bool = False


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

_FADE = 0.75
"""What a message keeps of its weight when the next one comes."""

_CAPS = (1.5, 3.0, 4.0, 6.5)
"""How far a message of one, two, three, four and more words can speak against the language that is set."""

_FOR_CURRENT = 0.5
"""How far older messages can speak for the language that is set: its lead stands for them already."""

_AGAINST_CURRENT = 4.0
_FAINTEST = -8.0
_FAINTEST_OLD = -3.0

_LEAD = 2.0
_LEAD_OF_CHOICE = 3.5
_PHONE = 1.0
_NOT_SPOKEN = -1.0
"""A language that we cannot speak must be a little clearer: a wrong guess costs the person a detour."""

_SWITCH = 0.8
_ASK = 0.55
_ASKED = 3


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
    if (evidence.current, evidence.chosen) != (current, chosen):
        evidence = Evidence(current=current, chosen=chosen)
    added = _add(evidence, detection)
    lead = _LEAD_OF_CHOICE if chosen else _LEAD
    priors = {tag: 0.0 if tag in full else _NOT_SPOKEN for tag in added.scores}
    if phone is not None and phone in priors:
        priors[phone] += _PHONE
    if current is not None:
        priors[current] = lead
    return added, _verdict(_posterior(added.scores, priors), current)


def _add(evidence: Evidence, detection: Detection) -> Evidence:
    cap = _CAPS[min(max(detection.words, 1), len(_CAPS)) - 1]
    best = max(detection.scores.values())
    old = _remembered(evidence)
    summed = {
        tag: max(score - best, -cap if tag == evidence.current else _FAINTEST)
        + old.get(tag, _FAINTEST_OLD if old else 0.0)
        for tag, score in detection.scores.items()
    }
    highest = max(summed.values())
    scores = {tag: round(max(_FAINTEST, score - highest), 3) for tag, score in summed.items()}
    return replace(evidence, scores=scores, messages=evidence.messages + 1)


def _remembered(evidence: Evidence) -> dict[Tag, float]:
    """What older messages still say: about all but the language that is set relative to the best of them."""
    current = evidence.current
    faded = {tag: _FADE * score for tag, score in evidence.scores.items()}
    best = max((score for tag, score in faded.items() if tag != current), default=0.0)
    old = {tag: max(_FAINTEST_OLD, score - best) for tag, score in faded.items()}
    if current is not None and current in faded:
        old[current] = max(-_AGAINST_CURRENT, min(_FOR_CURRENT, faded[current] - best))
    return old


def _posterior(scores: Mapping[Tag, float], priors: Mapping[Tag, float]) -> dict[Tag, float]:
    weights = {tag: math.exp(score + priors[tag]) for tag, score in scores.items()}
    total = sum(weights.values())
    return {tag: weight / total for tag, weight in weights.items()}


def _verdict(posterior: Mapping[Tag, float], current: Tag | None) -> Verdict:
    ranked = sorted(posterior, key=lambda tag: -posterior[tag])
    best, confidence = ranked[0], posterior[ranked[0]]
    if best == current:
        return Keep()
    if confidence >= _SWITCH:
        return Other() if best == OTHER else Switch(best, round(confidence, 3))
    if current and confidence < _ASK:
        return Keep()
    return Ask(tuple(tag for tag in ranked if tag != OTHER)[:_ASKED])
