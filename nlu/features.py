"""What does the classifier see of a message? Words, pairs of words, the letters inside each, and their consonants."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.language.normalise import normalise
from nlu.skeleton import skeleton

MAX_CHARACTERS: Final = 1000
"""What is read of one message. The question of a long story stands well before; a flood of text costs nothing."""

_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_NOT_LETTERS: Final = re.compile(r"[^\w\s]|_")
_LETTER_RUNS: Final = (2, 3, 4, 5)
_CONSONANT_RUNS: Final = (2, 3, 4)
_LONGEST_WORD: Final = 40


def features(text: str) -> list[str]:
    """The features of a message, each as often as it occurs; none if there is nothing to read.

    A letter says of which kind each is: w word, p pair of words, k consonants of a word, q pair of those, c run of
    consonants; runs of letters have none.
    """
    words = words_of(text)
    found = [f"p {first} {second}" for first, second in pairwise(words)]
    found.extend(f"q {first} {second}" for first, second in pairwise(_bones(words)))
    for word in words:
        found.extend(_of_word(word))
    return found


def _bones(words: list[str]) -> list[str]:
    """The consonants of each word that has two or more: what Arabic in Latin letters shares with Arabic."""
    return [bone for bone in map(skeleton, words) if len(bone) > 1]


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[str, ...]:
    found = [f"w {word}", *_runs(f" {word} ", _LETTER_RUNS)]
    for bone in _bones([word]):
        found.extend((f"k {bone}", *(f"c {run}" for run in _runs(f"#{bone}#", _CONSONANT_RUNS))))
    return tuple(found)


def _runs(padded: str, lengths: tuple[int, ...]) -> Iterator[str]:
    for length in lengths:
        yield from (padded[start : start + length] for start in range(len(padded) - length + 1))


def words_of(text: str) -> list[str]:
    """The normalised words, accents taken off, apostrophes dropped; an emoji is a word."""
    plain = without_accents(normalise(text[:MAX_CHARACTERS])).replace("'", "")
    return [word[:_LONGEST_WORD] for word in _NOT_LETTERS.sub(_separate, plain).split()]


def without_accents(text: str) -> str:
    """Latin, Greek and Cyrillic letters without their accents; marks of other scripts stay, they are letters."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))


def _separate(mark: re.Match[str]) -> str:
    category = unicodedata.category(mark[0])
    if category[0] == "M":
        return mark[0]
    return f" {mark[0]} " if category == "So" else " "
