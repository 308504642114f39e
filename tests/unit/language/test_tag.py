"""Which language does a code mean?"""

from __future__ import annotations

import pytest

from bot.language.registry import Registry


@pytest.mark.parametrize(
    "code, tag",
    [
        ("ar", "ar"),
        ("ar-EG", "ar"),
        ("AR_eg", "ar"),
        ("arz", "ar"),
        ("pt_BR", "pt"),
        ("pt-br", "pt"),
        ("pt_BR.UTF-8", "pt"),
        ("fa", "fa"),
        ("prs", "fa"),
        ("fa-AF", "fa"),
        ("ku", "kmr"),
        ("ku-TR", "kmr"),
        ("ku-IQ", "ckb"),
        ("ku-Arab-IQ", "ckb"),
        ("ckb", "ckb"),
        ("rw", "rn"),
        ("de-CH-1996", "de"),
        ("am", "am"),
        ("uk", "uk"),
        (" en ", "en"),
        ("en-US", "en"),
    ],
)
def test_code_means_a_language_of_the_registry(code: str, tag: str, registry: Registry) -> None:
    assert registry.from_phone(code) == tag


@pytest.mark.parametrize(
    "code", [None, "", "nb", "zh-hans", "-", "_ar", "x" * 500, "ar\x00", "a r", "🙂", "und", "e-n"]
)
def test_other_codes_and_junk_mean_none(code: str | None, registry: Registry) -> None:
    assert registry.from_phone(code) is None
