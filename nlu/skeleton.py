"""Which consonants does a word have, however it is spelt? The same for Arabic letters and for Latin ones.

People write Arabic on Latin keyboards with digits for the letters that are missing (7amel, 3andi), every dialect its
own way, and leave vowels out or guess them. What stays is the row of consonants: `حامل`, `7amel` and `hamil` are
all `hml`. In other languages it forgives wrong vowels and accents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ARABIC: Final = dict(
    zip(
        "\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a"
        "\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u067e\u0686\u06a4\u06af",
        "btsjhxdzrzscsdtz3gfqklmnhbcfj",
        strict=True,
    )
)
_ARTICLE: Final = "\u0627\u0644"

# How the same sounds are spelt in Latin letters and digits; the longer spellings first.
_LATIN: Final = (
    ("ch", "c"),
    ("sh", "c"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("5", "x"),
    ("8", "g"),
    ("7", "h"),
    ("9", "q"),
    ("6", "t"),
    ("4", "z"),
    ("2", ""),
    ("v", "f"),
    ("p", "b"),
    ("g", "j"),
)
_LATIN_ARTICLE: Final = re.compile(r"^(?:el|al|il)(?=[^aeiou].{2})")
_VOWELS: Final = re.compile("[aeiouyw]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SHORTEST_WITH_ARTICLE: Final = 5


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a normalised word; empty for a word of vowels alone and for most other scripts."""
    if any("\u0600" <= letter <= "\u06ff" for letter in word):
        return _DOUBLED.sub(r"\1", _of_arabic(word))
    if not word.isascii():
        return ""
    bare = _LATIN_ARTICLE.sub("", word)
    for spelt, sound in _LATIN:
        bare = bare.replace(spelt, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", bare))


def _of_arabic(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE:
        word = word.removeprefix(_ARTICLE)
    # The letter ghain is spelt gh, which becomes g and then j in Latin words: follow it.
    return "".join(_ARABIC.get(letter, "") for letter in word).replace("g", "j")
