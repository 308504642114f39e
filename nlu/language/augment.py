"""How do people really type? Short, with slips, without accents, on a keyboard made for another language."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

ARABIC_KEYBOARD = str.maketrans(
    {
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER YEH BARREE}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER YEH WITH TAIL}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER E}": "\N{ARABIC LETTER YEH}",
    }
)
"""What somebody types who has only an Arabic keyboard."""

_WITHOUT_BARE_LETTERS = str.maketrans("ıłøđɓɗŋɲƴ", "ilodbdnny")
_COMMON_ALEF = str.maketrans("أإآ", "ااا")


@dataclass(frozen=True, slots=True)
class Habits:
    """How often people do what, 0..1."""

    very_short: float = 0.5  # one to three words
    short: float = 0.3  # four to eight
    slip: float = 0.15
    no_accents: float = 0.3
    no_apostrophe: float = 0.4
    other_keyboard: float = 0.4


def vary(text: str, habits: Habits, chance: random.Random) -> str:
    """One way in which somebody may type a part of `text`."""
    words = _cut(text.split(), habits, chance)
    varied = " ".join(words)
    if chance.random() < habits.no_accents:
        varied = without_accents(varied)
    if chance.random() < habits.no_apostrophe:
        varied = varied.replace("'", chance.choice(("", " ")))
    if chance.random() < habits.other_keyboard:
        varied = varied.translate(ARABIC_KEYBOARD)
    if chance.random() < habits.slip:
        varied = _slip(varied, chance)
    return " ".join(varied.split())


def without_accents(text: str) -> str:
    """The same text in plain letters; Latin and hamza only, for elsewhere marks are letters of their own."""
    plain = "".join(_plain(character) for character in text)
    return plain.translate(_WITHOUT_BARE_LETTERS).translate(_COMMON_ALEF)


def _plain(character: str) -> str:
    if character.isascii() or "LATIN" not in unicodedata.name(character, ""):
        return character
    return "".join(part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part))


def _cut(words: Sequence[str], habits: Habits, chance: random.Random) -> Sequence[str]:
    draw = chance.random()
    if draw < habits.very_short:
        length = chance.randint(1, 3)
    elif draw < habits.very_short + habits.short:
        length = chance.randint(4, 8)
    else:
        return words
    start = chance.randint(0, max(0, len(words) - length))
    return words[start : start + length]


def _slip(text: str, chance: random.Random) -> str:
    if len(text) < 4:
        return text
    at = chance.randrange(1, len(text) - 1)
    match chance.randrange(3):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at] + text[at:]
        case _:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
