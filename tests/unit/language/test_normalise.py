"""How is a message written once habits of spelling are taken away?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normalise import clean, normalise

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "normalise.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["description"] for case in CASES])
def test_text_is_compared_in_one_form(case: dict[str, str]) -> None:
    assert normalise(case["text"]) == case["normalised"]


def test_clean_keeps_the_letters_as_they_were() -> None:
    assert clean(" \u202bأين\u200f  Straße\u0000 ") == "أين Straße"


@given(st.text())
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    once = normalise(text)

    assert once == once.strip()
    assert "\u0000" not in once
    assert "\u200f" not in once


@given(st.text(alphabet="\u200c\u200d\u200e\u200f\u202a\u202e\u0640\u064b\u0670 \t\n\x00"))
def test_signs_without_letters_are_nothing(text: str) -> None:
    assert normalise(text) == ""
