"""In which scripts is a text written?"""

from __future__ import annotations

import pytest

from bot.language.script import OTHER_SCRIPT, script_of, script_shares


@pytest.mark.parametrize(
    "letter, script",
    [
        ("a", "Latin"),
        ("é", "Latin"),
        ("ɓ", "Latin"),
        ("ş", "Latin"),
        ("ế", "Latin"),
        ("ф", "Cyrillic"),
        ("є", "Cyrillic"),
        ("ع", "Arabic"),
        ("ښ", "Arabic"),
        ("ﻻ", "Arabic"),
        ("ሰ", "Ethiopic"),
        ("ვ", "Georgian"),
        ("ծ", "Armenian"),
        ("α", OTHER_SCRIPT),
        ("न", OTHER_SCRIPT),
        ("语", OTHER_SCRIPT),
        ("ש", OTHER_SCRIPT),
    ],
)
def test_letter_belongs_to_a_script(letter: str, script: str) -> None:
    assert script_of(letter) == script


def test_shares_count_letters_alone() -> None:
    assert script_shares("abc 123 !? فيها") == {"Latin": 3 / 7, "Arabic": 4 / 7}


@pytest.mark.parametrize("text", ["", "123", "?!", "🙂", "١٢٣"])
def test_no_letters_no_shares(text: str) -> None:
    assert script_shares(text) == {}


def test_a_chinese_character_counts_as_several_letters() -> None:
    assert script_shares("ok 谢谢")[OTHER_SCRIPT] == 6 / 8
