"""A linear model over sparse features: how it is fitted, kept in a file and asked.

Kept as plain numpy arrays and read with `allow_pickle=False`: a model file can hold wrong numbers, but no code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from nlu.features import features

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
"""Weights: half the memory, and no ranking of the held-out sentences changes."""

_SEPARATOR: Final = "\n"
_REST: Final = ""
_THREADS: Final = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which features are known, in which column, and how much each says (`idf`: rare ones say more)."""

    columns: dict[str, int]
    idf: Floats

    def row(self, text: str) -> tuple[npt.NDArray[np.intp], Floats]:
        """Columns and values of one message, of length 1; both empty if no feature is known."""
        counts = Counter(map(self.columns.get, features(text)))
        counts.pop(None, None)
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        times = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1.0 + np.log(times)) * self.idf[columns]
        length = np.sqrt(values @ values)
        return columns, (values / length if length else values).astype(np.float32)

    def matrix(self, texts: Sequence[str]) -> csr_matrix:
        """One row a message."""
        rows = [self.row(text) for text in texts]
        starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([columns for columns, _ in rows]) if rows else np.zeros(0, np.intp)
        values = np.concatenate([values for _, values in rows]) if rows else np.zeros(0, np.float32)
        return csr_matrix((values, columns, starts), shape=(len(rows), len(self.columns)))


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One weight for each feature and intent. `temperature` makes the confidences honest."""

    vocabulary: Vocabulary
    intents: tuple[str, ...]
    weights: Halves
    bias: Floats
    temperature: float = 1.0

    def confidences(self, text: str) -> Floats | None:
        """One confidence an intent, 0..1, of sum 1; None if nothing in the message is known."""
        columns, values = self.vocabulary.row(text)
        if not len(columns):
            return None
        scores = values @ self.weights[columns].astype(np.float32) + self.bias
        return softmax(scores / self.temperature)

    def write(self, path: Path) -> None:
        """The model as one npz file."""
        np.savez(
            path,
            features=np.frombuffer(_SEPARATOR.join(self.vocabulary.columns).encode(), dtype=np.uint8),
            intents=np.frombuffer(_SEPARATOR.join(self.intents).encode(), dtype=np.uint8),
            idf=self.vocabulary.idf,
            weights=self.weights,
            bias=self.bias,
            temperature=np.float32(self.temperature),
        )

    @staticmethod
    def read(path: Path) -> LinearModel:
        """The model that `write` wrote. ValueError if the file holds objects instead of numbers."""
        with np.load(path, allow_pickle=False) as stored:
            names = stored["features"].tobytes().decode().split(_SEPARATOR)
            return LinearModel(
                Vocabulary({name: column for column, name in enumerate(names)}, stored["idf"]),
                tuple(stored["intents"].tobytes().decode().split(_SEPARATOR)),
                stored["weights"],
                stored["bias"],
                float(stored["temperature"]),
            )


def softmax(scores: Floats) -> Floats:
    """Scores as shares of 1, along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def learn_vocabulary(texts: Sequence[str], min_texts: int) -> Vocabulary:
    """The features that occur in `min_texts` texts or more, with smoothed inverse document frequencies."""
    occurrences: Counter[str] = Counter()
    for text in texts:
        occurrences.update(set(features(text)))
    known = sorted(feature for feature, count in occurrences.items() if count >= min_texts)
    counts = np.array([occurrences[feature] for feature in known], dtype=np.float32)
    idf = (np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float32)
    return Vocabulary({feature: column for column, feature in enumerate(known)}, idf)


def fit(
    texts: Sequence[str], intents: Sequence[str], weights: Sequence[float], *, penalty: float, min_texts: int, seed: int
) -> LinearModel:
    """A linear support vector machine, one against the rest. `weights`: how much each text counts."""
    vocabulary = learn_vocabulary(texts, min_texts)
    matrix, counts = vocabulary.matrix(texts), np.asarray(weights)
    names = sorted(set(intents))

    def against_the_rest(mine: Sequence[str]) -> tuple[Floats, Floats]:
        machine = LinearSVC(C=penalty, random_state=seed, dual=True, tol=1e-2)
        machine.fit(matrix, [name if name in mine else _REST for name in intents], sample_weight=counts)
        # Of two classes only the second has a row; `_REST` comes first in the alphabet.
        places = [list(machine.classes_).index(name) for name in mine] if len(machine.coef_) > 1 else [0]
        return machine.coef_[places].astype(np.float16), machine.intercept_[places].astype(np.float32)

    # Each intent is a machine of its own, and fitting them lets go of the interpreter: two threads, half the time.
    with ThreadPoolExecutor(_THREADS) as threads:
        fitted = list(threads.map(against_the_rest, (names[part::_THREADS] for part in range(_THREADS))))
    return LinearModel(
        vocabulary,
        tuple(name for part in range(_THREADS) for name in names[part::_THREADS]),
        np.ascontiguousarray(np.concatenate([coefficients for coefficients, _ in fitted]).T),
        np.concatenate([intercepts for _, intercepts in fitted]),
    )


def fit_temperature(model: LinearModel, texts: Sequence[str], intents: Sequence[str]) -> float:
    """The temperature at which the right intents of texts not trained on are the least surprising."""
    scores = np.asarray(model.vocabulary.matrix(texts) @ model.weights.astype(np.float32)) + model.bias
    places = {name: place for place, name in enumerate(model.intents)}
    right = np.array([places[name] for name in intents])
    surprises = {
        float(temperature): -float(np.log(softmax(scores / temperature)[np.arange(len(right)), right] + 1e-12).mean())
        for temperature in np.geomspace(0.02, 2.0, 120)
    }
    return min(surprises, key=lambda temperature: surprises[temperature])
