"""May a new model go live? Not if a language became worse than the committed baseline, or is below the bar.

Noise is told from loss by the standard error of the difference of two shares: a drop counts when chance alone would
make one as large in fewer than about 1 of 40 comparisons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from bot.content.model import Tag
from bot.understanding.scores import Score

MIN_TOP_1: Final = 0.80
MIN_SAFETY_RECALL: Final = 0.93
"""Below either, a language is offered with its menu and volunteers only."""

_STANDARD_ERRORS: Final = 2.0
_MORE_IS_BETTER: Final = ("language", "top_1", "top_3", "answered", "safety_recall")
_LESS_IS_BETTER: Final = ("wrong_among_answered", "false_alarms", "out_of_scope_answered")


@dataclass(frozen=True, slots=True)
class Worse:
    """A share of a language that got worse beyond noise. Shares 0..1."""

    language: Tag
    measure: str
    before: float
    now: float


def compare(baseline: Sequence[Score], measured: Sequence[Score]) -> list[Worse]:
    """What got worse; a language that the baseline does not have cannot have."""
    before = {score.name: score for score in baseline}
    return [each for score in measured if score.name in before for each in _worse(before[score.name], score)]


def below_bar(measured: Sequence[Score]) -> list[Tag]:
    """The languages in which questions are not understood well enough to be answered."""
    return [
        score.name
        for score in measured
        if (score.top_1 is not None and score.top_1 < MIN_TOP_1)
        or (score.safety_recall is not None and score.safety_recall < MIN_SAFETY_RECALL)
    ]


def read_baseline(path: Path) -> list[Score]:
    """The committed scores; none if there is no such file yet."""
    return msgspec.json.decode(path.read_bytes(), type=list[Score]) if path.exists() else []


def write_baseline(path: Path, scores: Sequence[Score]) -> None:
    """Keep scores as those that later models are compared with."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(list(scores)), indent=1) + b"\n")


def _worse(before: Score, now: Score) -> Iterator[Worse]:
    for measures, sign in ((_MORE_IS_BETTER, 1), (_LESS_IS_BETTER, -1)):
        for name in measures:
            old, new = getattr(before, name), getattr(now, name)
            if old is None or new is None:
                continue
            if sign * (old - new) > _noise(old, _counted(before, name)) + _noise_floor(_counted(now, name)):
                yield Worse(now.name, name, old, new)


def _counted(score: Score, name: str) -> int:
    counts: Mapping[str, int] = {"safety_recall": score.danger, "out_of_scope_answered": score.outside}
    return max(1, counts.get(name, score.sentences))


def _noise(share: float, count: int) -> float:
    return _STANDARD_ERRORS * math.sqrt(2 * share * (1 - share) / count)


def _noise_floor(count: int) -> float:
    """One sentence more or less is no news, even where the share was 0 or 1."""
    return 1.5 / count
