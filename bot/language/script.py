"""In which scripts is a text written?"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from typing import Final

OTHER_SCRIPT: Final = "Other"
"""All scripts in which no language of ours is written."""

# First and last code point of the blocks that hold the letters of each script, in rising order.
_BLOCKS: Final = (
    (0x0041, 0x02AF, "Latin"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0531, 0x058F, "Armenian"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1C80, 0x1C8F, "Cyrillic"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x2C60, 0x2C7F, "Latin"),
    (0x2D00, 0x2D2F, "Georgian"),
    (0x2D80, 0x2DDF, "Ethiopic"),
    (0xA640, 0xA69F, "Cyrillic"),
    (0xAB00, 0xAB2F, "Ethiopic"),
    (0xFB13, 0xFB17, "Armenian"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
)
_STARTS: Final = tuple(first for first, _, _ in _BLOCKS)

SCRIPTS: Final = frozenset(script for _, _, script in _BLOCKS)
"""The scripts that the registry may name."""

OTHERS_LETTERS: Final = frozenset("łżźśćńęąąůřěťďňőűđăơưġħčšžľĺŕўђјљњћџѓќәғқңөұүһٺڀٿڄڃڇڊڌڍڙڦڪڳڱڻٻ")
"""Letters that speak for a language that is not ours, unless the registry lists them for one that is."""

_WIDE_WEIGHT = 3
"""A letter of Chinese, Japanese or Korean holds what others spell with about three."""


def script_of(letter: str) -> str:
    """The script of one letter."""
    code = ord(letter)
    _, last, script = _BLOCKS[max(0, bisect_right(_STARTS, code) - 1)]
    return script if _STARTS[0] <= code <= last else OTHER_SCRIPT


def script_shares(text: str) -> dict[str, float]:
    """The share of each script among the letters of `text`, 0..1; empty when it has no letters."""
    if text.isascii():
        return {"Latin": 1.0} if any(map(str.isalpha, text)) else {}
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            counts[script_of(character)] += count * (_WIDE_WEIGHT if _is_wide(character) else 1)
    letters = counts.total()
    return {script: count / letters for script, count in counts.items()}


def _is_wide(character: str) -> bool:
    return ord(character) >= 0x2E80 and unicodedata.east_asian_width(character) == "W"
