"""How do people type? The variations that the detector is trained on."""

from __future__ import annotations

import random

import pytest

from nlu.language.augment import ARABIC_KEYBOARD, Habits, vary, without_accents

PLAIN = Habits(very_short=0, short=0, slip=0, no_accents=0, no_apostrophe=0, other_keyboard=0)


def test_the_same_chance_gives_the_same_text() -> None:
    made = [[vary("où est-ce que je peux dormir", Habits(), random.Random(seed)) for seed in range(20)] for _ in "ab"]

    assert made[0] == made[1]
    assert len(set(made[0])) > 10


def test_without_habits_nothing_changes() -> None:
    assert vary("j'ai très faim", PLAIN, random.Random(1)) == "j'ai très faim"


@pytest.mark.parametrize("text", ["a", "ab", "oui", "one two three four five six seven eight nine ten"])
def test_short_cuts_have_one_to_three_words(text: str) -> None:
    habits = Habits(very_short=1)

    assert all(1 <= len(vary(text, habits, random.Random(seed)).split()) <= 4 for seed in range(50))


@pytest.mark.parametrize(
    "accented, plain",
    [
        ("très été ça", "tres ete ca"),
        ("şıkîç", "sikic"),
        ("ɓernde ŋata", "bernde nata"),
        ("أين إلى آخر", "اين الى اخر"),
    ],
)
def test_accents_go_where_they_are_not_letters_of_their_own(accented: str, plain: str) -> None:
    assert without_accents(accented) == plain


def test_other_scripts_keep_their_letters() -> None:
    assert without_accents("їжак й ёлка ኣሎ") == "їжак й ёлка ኣሎ"


def test_persian_on_an_arabic_keyboard() -> None:
    assert "کجا می روی".translate(ARABIC_KEYBOARD) == "كجا مي روي"
