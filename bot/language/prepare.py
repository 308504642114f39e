"""What of a message tells its language? The words alone, in the form on which the detector is trained and asked.

Other than `normalise`, it keeps every letter as it is typed: the Persian kaf tells Persian from Arabic. Training
imports this module too: Python 3.10 syntax only.
"""

from __future__ import annotations

import re
from typing import Final

from bot.language.normalise import clean

MAX_CHARACTERS: Final = 600
"""The language of a longer message shows in its beginning."""

_ADDRESSES: Final = re.compile(r"\b(?:https?://|www\.|t\.me/)\S*|\S+@\S+\.\S+|(?<!\S)[@/#]\w+")
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
_NO_WORD_PART: Final = re.compile(r"[^\w'\u0300-\u036f]+|_+")
_LOOSE: Final = re.compile(r"(?<!\w)'+|'+(?!\w)")
_NUMBER: Final = re.compile(r"(?<!\S)(?:\d|\S*\d\d\S*)(?!\S)")
_STRETCHED: Final = re.compile(r"([^\W\d])\1{2,}")


def prepare(text: str) -> str:
    """The words of `text`: lower case, single spaces, no addresses, numbers, punctuation or emoji.

    Single digits inside a word stay, for romanised Arabic writes letters with them ("3arabi"); words with longer
    numbers go ("26quinquies"). Three or more of the same letter become one. Empty when `text` has no letters.
    """
    cleaned = clean(text[: 2 * MAX_CHARACTERS])[:MAX_CHARACTERS].translate(_APOSTROPHES)
    words = _NO_WORD_PART.sub(" ", _ADDRESSES.sub(" ", cleaned.lower()))
    words = _NUMBER.sub(" ", _LOOSE.sub(" ", words))
    return " ".join(_STRETCHED.sub(r"\1", words).split())
