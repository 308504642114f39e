"""A linear model over sparse features: how it is fitted, kept in a file and asked.

Kept as plain numpy arrays and read with `allow_pickle=False`: a model file can hold wrong numbers, but no code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from sklearn.svm import LinearSVC

from nlu.vocabulary import Floats, Vocabulary, learn_vocabulary

_LINE: Final = "\n"
_TABLE: Final = "\f"
_TOLERANCE: Final = 0.05  # measured: a hundredth of it ranks no held-out sentence otherwise, and takes twice as long


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One weight for each feature and intent. `temperature` makes the confidences honest."""

    vocabulary: Vocabulary
    intents: tuple[str, ...]
    weights: Floats
    bias: Floats
    temperature: float = 1.0

    def confidences(self, text: str) -> Floats | None:
        """One confidence an intent, 0..1, of sum 1; None if nothing in the message is known."""
        columns, values = self.vocabulary.row(text)
        if not len(columns):
            return None
        return softmax((values @ self.weights[columns] + self.bias) / self.temperature)

    def write(self, path: Path) -> None:
        """The model as one npz file, weights at half precision: no ranking changes by it."""
        np.savez(
            path,
            features=_text_array(_TABLE.join(_LINE.join(known) for known in self.vocabulary.columns)),
            intents=_text_array(_LINE.join(self.intents)),
            idf=self.vocabulary.idf,
            weights=self.weights.astype(np.float16),
            bias=self.bias,
            temperature=np.float32(self.temperature),
        )

    @staticmethod
    def read(path: Path) -> LinearModel:
        """The model that `write` wrote. ValueError if the file holds objects instead of numbers."""
        with np.load(path, allow_pickle=False) as stored:
            tables = [table.split(_LINE) for table in _text(stored["features"]).split(_TABLE)]
            starts = np.cumsum([0, *map(len, tables)])
            columns = tuple(
                {name: int(start) + place for place, name in enumerate(table)}
                for start, table in zip(starts, tables, strict=False)
            )
            return LinearModel(
                Vocabulary(columns, stored["idf"]),
                tuple(_text(stored["intents"]).split(_LINE)),
                stored["weights"].astype(np.float32),
                stored["bias"],
                float(stored["temperature"]),
            )


def softmax(scores: Floats) -> Floats:
    """Scores as shares of 1, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def fit(
    texts: Sequence[str],
    intents: Sequence[str],
    weights: Sequence[float],
    *,
    penalty: float,
    min_texts: int,
    min_texts_of_pair: int,
    seed: int,
    report: Callable[[int, int], None],
) -> LinearModel:
    """A linear support vector machine for each intent against the rest. `weights`: how much each text counts.

    `report` is told after each intent how many of how many are fitted.
    """
    vocabulary = learn_vocabulary(texts, min_texts, min_texts_of_pair)
    matrix = vocabulary.matrix(texts)
    names = sorted(set(intents))
    learnt = np.zeros((len(vocabulary.idf), len(names)), dtype=np.float32)
    bias = np.zeros(len(names), dtype=np.float32)
    machine = LinearSVC(C=penalty, random_state=seed, dual=True, tol=_TOLERANCE)
    for place, name in enumerate(names):
        machine.fit(matrix, [intent == name for intent in intents], sample_weight=np.asarray(weights))
        learnt[:, place] = machine.coef_[0]
        bias[place] = machine.intercept_[0]
        report(place + 1, len(names))
    return LinearModel(vocabulary, tuple(names), learnt, bias)


def with_temperature(model: LinearModel, texts: Sequence[str], intents: Sequence[str]) -> LinearModel:
    """The model at the temperature at which the right intents of texts not learnt are the least surprising."""
    places = {name: place for place, name in enumerate(model.intents)}
    known = [(text, places[intent]) for text, intent in zip(texts, intents, strict=True) if intent in places]
    if not known:
        return model
    scores = np.asarray(model.vocabulary.matrix([text for text, _ in known]) @ model.weights) + model.bias
    right = np.array([place for _, place in known])
    temperatures = [float(each) for each in np.geomspace(0.02, 2.0, 120)]
    return replace(model, temperature=min(temperatures, key=lambda each: _surprise(scores / each, right)))


def _surprise(scores: Floats, right: npt.NDArray[np.intp]) -> float:
    shares = softmax(scores)[np.arange(len(right)), right]
    return -float(np.log(shares + 1e-12).mean())


def _text_array(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(array: npt.NDArray[np.uint8]) -> str:
    return array.tobytes().decode()
