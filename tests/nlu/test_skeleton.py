"""Do the spellings of one word share their consonants?"""

from __future__ import annotations

import pytest

from nlu.features import features, words_of
from nlu.skeleton import skeleton


@pytest.mark.parametrize(
    ("description", "spellings", "consonants"),
    [
        ("an Arabic word and its Arabizi", "محامي mo7ami mohamy", "mhm"),
        ("with and without the article", "بصمة البصمة basma elbasma", "bsm"),
        ("kh, 5 and the Arabic letter", "خيمة khayma 5eyma", "xm"),
        ("digits for Arabic sounds", "عندي 3andi 3endy", "3nd"),
        ("a Persian letter of its own", "چطور chetor", "ctr"),
        ("Cyrillic and Latin", "адвокат advokat adwokat", "dfkt dfkt dkt"),
        ("Georgian and Latin", "გამარჯობა gamarjoba", "gmrjb"),
        ("Ethiopic and Latin", "ሰላም selam", "slm"),
        ("wrong vowels and doubled letters", "appointment apointmant apoitment", "bntmnt bntmnt btmnt"),
        ("a number", "112", "112"),
        ("nothing but vowels", "ou", ""),
    ],
)
def test_spellings_share_their_consonants(description: str, spellings: str, consonants: str) -> None:
    expected = consonants.split() or [""]
    found = [skeleton(word) for word in words_of(spellings)]

    assert found == (expected if len(expected) == len(found) else expected * len(found)), description


def test_there_is_nothing_to_see_in_nothing() -> None:
    assert features(" \u200f?!") == []
