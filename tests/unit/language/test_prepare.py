"""What of a message is shown to the language models?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.prepare import MAX_CHARACTERS, prepare


@pytest.mark.parametrize(
    "text, words",
    [
        ("Where can I SLEEP?!", "where can i sleep"),
        ("first line\nsecond line", "first line second line"),
        ("see https://example.org/fr/page.html now", "see now"),
        ("mail me@example.org or @somebody, /start #asyl", "mail or"),
        ("3andi 2 so2al 7ada", "3andi so2al 7ada"),
        ("annexe 26quinquies le 12/05/2026", "annexe le"),
        ("heeeelp", "help"),
        ("j’ai l´adresse", "j'ai l'adresse"),
        ("'quoted' it's", "quoted it's"),
        ("می‌خواهم کمک", "میخواهم کمک"),
        ("👍 12 !", ""),
        ("", ""),
    ],
)
def test_words_are_left(text: str, words: str) -> None:
    assert prepare(text) == words


def test_letters_that_tell_languages_apart_stay() -> None:
    assert prepare("کجا می‌روی؟ ټول") != prepare("كجا مي‌روي؟ ټول")


@given(st.text())
def test_one_line_of_bounded_length_comes_out(text: str) -> None:
    words = prepare(text)

    assert words == " ".join(words.split())
    assert prepare(words) == words
    assert len(words) <= 4 * MAX_CHARACTERS
