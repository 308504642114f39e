"""From which confidence on does the bot answer, suggest, or show the emergency numbers?

`calibration.json`, measured on sentences that were not learnt:

    {"default": {"answer": 0.55, "suggest": 0.05, "safety": 0.2}, "languages": {"nl": {"answer": 0.6, ...}}}

answer: the first topic is the answer from this confidence on. suggest: a topic is worth a button from this one on.
safety: the sum over all topics of the area `safety` from which the emergency numbers come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from nlu.held_out import OUT_OF_SCOPE, HeldOut
from nlu.measures import safety_share
from nlu.parse import Ranking

WRONG_ANSWERS: Final = 0.03
SAFETY_RECALL: Final = 0.99
SUGGEST: Final = 0.05
_CAUTIOUS: Final = {"answer": 0.6, "suggest": SUGGEST, "safety": 0.2}
# However the calibration sentences fall: a quarter of a chance of danger is enough, a hundredth is none.
# Strangers in danger use words that ours did not: ask for less than what ours reached.
_CAUTION: Final = 0.8
_MOST_FOR_SAFETY: Final = 0.25
_LEAST_FOR_SAFETY: Final = 0.03
_STEPS: Final = [step / 100 for step in range(5, 100)]

Measured = Sequence[tuple[HeldOut, Ranking]]


def calibrate(measured: Measured) -> dict[str, Any]:
    """Thresholds for all languages together and for each; cautious ones if there is nothing to measure on.

    The threshold for danger is one for all languages: each alone has too few sentences of danger to set its own.
    """
    languages = sorted({sentence.language for sentence, _ in measured})
    safety = _safety(measured)
    return {
        "default": _thresholds(measured, safety),
        "languages": {
            language: _thresholds([row for row in measured if row[0].language == language], safety)
            for language in languages
        },
    }


def summary(sentences: Sequence[HeldOut]) -> dict[str, object]:
    """What the thresholds rest on, for the manifest."""
    return {"calibration_sentences": len(sentences)}


def _thresholds(measured: Measured, safety: float) -> dict[str, float]:
    if not measured:
        return dict(_CAUTIOUS)
    return {"answer": _answer(measured), "suggest": SUGGEST, "safety": safety}


def _answer(measured: Measured) -> float:
    for threshold in _STEPS:
        answered = [
            ranking[0][0] == sentence.topic
            for sentence, ranking in measured
            if ranking and ranking[0][1] >= threshold and ranking[0][0] != OUT_OF_SCOPE
        ]
        if answered.count(False) <= WRONG_ANSWERS * len(answered):
            return threshold
    return 1.0


def _safety(measured: Measured) -> float:
    shares = sorted(safety_share(ranking) for sentence, ranking in measured if sentence.is_safety)
    if not shares:
        return _CAUTIOUS["safety"]
    missed = int((1 - SAFETY_RECALL) * len(shares))
    return min(_MOST_FOR_SAFETY, max(_LEAST_FOR_SAFETY, round(_CAUTION * shares[missed], 3)))
