"""What does the classifier see of a message? Words, the letters in each word, and the consonants in each word.

Which views, and how much each counts, was measured: see `docs/measurements/nlu-comparison.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.language.normalise import normalise
from nlu.skeleton import skeleton

MAX_CHARACTERS: Final = 1000
"""What is read of one message. The question of a long story stands well before; a flood of text costs nothing."""

VIEW_WEIGHTS: Final = (1.0, 0.5, 0.8, 0.3)
"""How much each view of `views` counts, in its order."""

_PAIR: Final = " "
_LETTERS: Final = "_"
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_NOT_LETTERS: Final = re.compile(r"[^\w\s]|_")
_LONGEST_WORD: Final = 40


def views(text: str) -> tuple[list[str], ...]:
    """The features of a message in four views, each feature as often as it occurs; all empty if there is none.

    Letters in words, words and pairs of words, letters in skeletons, skeletons and pairs of them.
    """
    words = words_of(text)
    bones = [bone for bone in map(skeleton, words) if len(bone) > 1]
    return (
        [run for word in words for run in _runs(word, 5)],
        _singles_and_pairs(words),
        [run for bone in bones for run in _runs(bone, 4)],
        _singles_and_pairs(bones),
    )


def is_pair(feature: str) -> bool:
    """Whether a feature of `views` is two words or two skeletons."""
    return not feature.startswith(_LETTERS) and _PAIR in feature


def words_of(text: str) -> list[str]:
    """The normalised words, accents taken off, apostrophes dropped; an emoji is a word."""
    plain = without_accents(normalise(text[:MAX_CHARACTERS])).replace("'", "")
    return [word[:_LONGEST_WORD] for word in _NOT_LETTERS.sub(_separate, plain).split()]


def without_accents(text: str) -> str:
    """Latin, Greek and Cyrillic letters without their accents; marks of other scripts stay, they are letters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def _separate(mark: re.Match[str]) -> str:
    category = unicodedata.category(mark[0])
    if category[0] == "M":
        return mark[0]
    return f" {mark[0]} " if category == "So" else " "


def _singles_and_pairs(words: Sequence[str]) -> list[str]:
    return [*words, *(f"{first}{_PAIR}{second}" for first, second in pairwise(words))]


@lru_cache(maxsize=1 << 16)
def _runs(word: str, longest: int) -> tuple[str, ...]:
    return tuple(_each_run(f" {word} ", longest))


def _each_run(padded: str, longest: int) -> Iterator[str]:
    for length in range(2, longest + 1):
        for start in range(len(padded) - length + 1):
            yield _LETTERS + padded[start : start + length]
