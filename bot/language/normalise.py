"""How is one message written, once spelling habits, keyboards and invisible characters are taken away?

The one normaliser: the bot, the training of the nlu service and its serving all call it, so that what was
learnt and what is asked meet in the same letters. Standard library and Python 3.10 syntax only.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Arabic letters that keyboards and habits write in several ways, and the Persian, Urdu and Kurdish code
# points of the same letter; gaf, peh, cheh and zheh stay, for they carry meaning.
_ARABIC: Final = {
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER HAMZA}": "",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER YEH BARREE}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER TEH MARBUTA GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH WITH YEH ABOVE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC TATWEEL}": "",
    "\N{ARABIC QUESTION MARK}": "?",
    "\N{ARABIC COMMA}": ",",
    "\N{ARABIC SEMICOLON}": ";",
    "\N{ARABIC FULL STOP}": ".",
}

# Ethiopic series that sound alike in today's languages: each maps, vowel by vowel, onto the one most typed.
_ETHIOPIC: Final = {
    chr(series + vowel): chr(heard_as + vowel)
    for series, heard_as in {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338}.items()
    for vowel in range(7)
}

_MARKS: Final = {
    **dict.fromkeys("\u2019\u2018\u201b\u02bc\u02bb\u02bd\u02b9\u2032\u0060\u055a\ua78c\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\N{ETHIOPIC WORDSPACE}": " ",
    "\N{ETHIOPIC COMMA}": ",",
    "\N{ETHIOPIC SEMICOLON}": ";",
    "\N{ETHIOPIC FULL STOP}": ".",
    "\N{ETHIOPIC QUESTION MARK}": "?",
    "\N{DEVANAGARI DANDA}": ".",
    "\N{CYRILLIC SMALL LETTER IO}": "\N{CYRILLIC SMALL LETTER IE}",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}

_LETTERS: Final = str.maketrans({**_ARABIC, **_ETHIOPIC, **_MARKS})

# What nobody sees. Unicode category Cf holds the joiners and the bidirectional controls. Of the marks only the
# Arabic vowel signs and the emoji's selectors go: in other scripts marks are part of the letter.
_ARABIC_SIGNS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
_SELECTORS: Final = re.compile("[\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
_STRETCHED: Final = re.compile(r"([^\W\d_])\1{2,}")
_NUMERAL: Final = re.compile("[^\\D0-9]|[\u1369-\u1371]")  # decimal digits of all scripts, Ethiopic one to nine
_ACUTE: Final = "\N{ACUTE ACCENT}"  # typed as an apostrophe; NFKC would make a space and a mark of it
_DOTTED_I: Final = "i\N{COMBINING DOT ABOVE}"  # what case folding leaves of a Turkish capital I with dot


def clean(text: str) -> str:
    """The same text in canonical form: NFKC, no invisible characters, single spaces; letters as they were."""
    composed = unicodedata.normalize("NFKC", text.replace(_ACUTE, "'"))
    if not (composed.isascii() and composed.isprintable()):
        composed = "".join(_visible(character) for character in _SELECTORS.sub("", composed))
    return " ".join(composed.split())


def normalise(text: str) -> str:
    """The form in which messages are compared: cleaned, case folded, one letter for each of its spellings.

    Accents stay (the classifier has a view without them). Three or more of the same letter become one
    ("loooong" is "long"; "small" and "1000" stay). Idempotent; empty when nothing visible was written.
    """
    folded = clean(text).casefold()
    if not folded.isascii():
        unsigned = unicodedata.normalize("NFKC", _ARABIC_SIGNS.sub("", folded))
        lettered = unsigned.replace(_DOTTED_I, "i").translate(_LETTERS)
        folded = _NUMERAL.sub(_ascii_digit, lettered)
    return " ".join(_STRETCHED.sub(r"\1", folded).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category[0] in "CZ" else character


def _ascii_digit(numeral: re.Match[str]) -> str:
    return str(unicodedata.digit(numeral[0]))
