"""Which consonants does a word have, however it is spelt? The same for Arabic letters and for Latin ones.

People write Arabic on Latin keyboards with digits for the letters that are missing (7amel, 3andi), every dialect its
own way, and leave vowels out or guess them; Tigrinya, Russian and Georgian are typed in Latin letters too. What stays
is the row of consonants: the Arabic word for pregnant, `7amel` and `hamil` are all `hml`. In other languages it
forgives wrong vowels and accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# One Latin consonant a letter; vowels and semivowels have none. x: kh, c: sh and ch, 3: the letter ain.
_LETTERS: Final = {
    **dict(zip("بتثجخدذرزسشصضطظعغفقكلمن", "bttjxddrzscsdtz3gfkklmn", strict=True)),
    **dict.fromkeys("حهەჰ", "h"),
    **dict(zip("پچژگڤټډړښڼڭݣ", "bcjkftdrxnkk", strict=True)),
    **dict.fromkeys("اويئؤۆێڵ", ""),
    **dict(zip("бвгґджзклмнпрстфхцчшщ", "bfggdjzklmnbrstfxsccc", strict=True)),
    **dict.fromkeys("аеєиіїйоуыэюяьъ", ""),
    **dict(zip("ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯ", "bgdfztklmnbjrstbkgkccszscxj", strict=True)),
    **dict.fromkeys("აეიოუ", ""),
}
# Two letters for one sound, the digits that stand for Arabic sounds, and sounds that spellings mix up.
_SOUNDS: Final = {
    **dict(zip(("kh", "gh", "sh", "ch", "th", "dh", "dj"), "xgcctdj", strict=True)),
    **dict(zip("59687qpv", "xktghkbf", strict=True)),
    **dict.fromkeys("2aeiouyw", ""),
}
_SOUND: Final = re.compile("[ksdgct]h|dj|[572968qpvaeiouyhw]")
_LATIN_ARTICLE: Final = re.compile(r"^(?:el|al|il|l)(?=[^aeiou\W]\w{2})")
_ARABIC_ARTICLE: Final = re.compile("^(?:\u0648\u0627\u0644|\u0628\u0627\u0644|\u0644\u0644|\u0627\u0644)(?=..)")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SILENT_AT_THE_END: Final = "h"  # teh marbuta, which the normaliser writes as heh


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a normalised word without its article; a number as it is; empty if nothing is left."""
    if word.isdigit():
        return word
    if word.isascii():
        bones = _SOUND.sub(_sound, _LATIN_ARTICLE.sub("", word))
    else:
        bones = "".join(_consonant(letter) for letter in _ARABIC_ARTICLE.sub("", word))
    return _DOUBLED.sub(r"\1", bones).removesuffix(_SILENT_AT_THE_END)


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS.get(match[0], match[0])


def _consonant(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter.isascii():
        return _SOUNDS.get(letter, letter)
    name = unicodedata.name(letter, "")
    if name.startswith("ETHIOPIC SYLLABLE"):
        return _SOUND.sub(_sound, name.rsplit(" ", 1)[-1].lower())
    return letter
