"""Which features are known, and what numbers does a message become?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from nlu.features import VIEW_WEIGHTS, is_pair, views

Floats = npt.NDArray[np.float32]
Row = tuple[npt.NDArray[np.intp], Floats]
"""Columns and values of one message; both empty if no feature is known."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The column of each known feature, a table a view, and how much the feature says (`idf`: rare ones say more)."""

    columns: tuple[dict[str, int], ...]
    idf: Floats

    def row(self, text: str) -> Row:
        """One message. Each view has the length that its weight gives it."""
        parts = [
            self._part(known, features, weight)
            for known, features, weight in zip(self.columns, views(text), VIEW_WEIGHTS, strict=True)
        ]
        return np.concatenate([columns for columns, _ in parts]), np.concatenate([values for _, values in parts])

    def matrix(self, texts: Sequence[str]) -> csr_matrix:
        """One row a message."""
        rows = [self.row(text) for text in texts]
        starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        shape = (len(rows), len(self.idf))
        return csr_matrix(
            (np.concatenate([values for _, values in rows]), np.concatenate([columns for columns, _ in rows]), starts),
            shape=shape,
        )

    def _part(self, known: dict[str, int], features: list[str], weight: float) -> Row:
        counts = Counter(known[feature] for feature in features if feature in known)
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(values)) * self.idf[columns]
        length = np.sqrt(values @ values)
        return columns, values * (np.float32(weight) / length) if length else values


def learn_vocabulary(texts: Sequence[str], min_texts: int, min_texts_of_pair: int) -> Vocabulary:
    """The features that occur in enough texts, with smoothed inverse document frequencies."""
    occurrences: list[Counter[str]] = [Counter() for _ in VIEW_WEIGHTS]
    for text in texts:
        for counter, found in zip(occurrences, views(text), strict=True):
            counter.update(set(found))
    columns: list[dict[str, int]] = []
    counts: list[int] = []
    for counter in occurrences:
        known = sorted(
            name for name, count in counter.items() if count >= (min_texts_of_pair if is_pair(name) else min_texts)
        )
        columns.append({name: len(counts) + place for place, name in enumerate(known)})
        counts.extend(counter[name] for name in known)
    idf = np.log((1 + len(texts)) / (1 + np.array(counts, dtype=np.float32))) + 1
    return Vocabulary(tuple(columns), idf.astype(np.float32))
