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

_NOT_LETTERS: Final = re.compile(r"[^\w\s]|_")
_LETTER_RUNS: Final = (2, 3, 4, 5)
_LONGEST_WORD: Final = 40


def features(text: str) -> list[str]:
    """The features of a message, each as often as it occurs; none if there is nothing to read."""
    words = words_of(text)
    found = [f"w {word}" for word in words]
    found.extend(f"p {first} {second}" for first, second in pairwise(words))
    for word in words:
        found.extend(_letters(word))
    found.extend(_consonants(words))
    return found


def _consonants(words: list[str]) -> Iterator[str]:
    """Words, pairs and runs of three by their consonants alone: what Arabic in Latin letters shares with Arabic."""
    bones = [skeleton(word) for word in words]
    for bone in bones:
        if len(bone) > 1:
            yield f"k {bone}"
        padded = f"#{bone}#"
        yield from (f"c {padded[start : start + 3]}" for start in range(len(padded) - 2))
    for first, second in pairwise(bones):
        if first and second:
            yield f"q {first} {second}"


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


_ACCENTS: Final = re.compile("[\u0300-\u036f]")


def _separate(mark: re.Match[str]) -> str:
    category = unicodedata.category(mark[0])
    if category[0] == "M":
        return mark[0]
    return f" {mark[0]} " if category == "So" else " "


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[start : start + run] for run in _LETTER_RUNS for start in range(len(padded) - run + 1))
