"""In which language is a message? The shipped models, on messages that are easily mixed up.

How often all others are right stands in docs/measurements/language.md.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from bot.language.detect import Detection, Detector
from bot.language.registry import Registry
from bot.settings import PROJECT

MODEL = PROJECT / "models" / "language.ftz"
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "detect.yml").read_text(encoding="utf-8"))
MAY_GO_WRONG = 2
"""The model is trained anew whenever a text changes: single messages may come out otherwise."""

SURE = 0.9
HELD_OUT = PROJECT / "nlu" / "tests_language"


@pytest.fixture(scope="module")
def detector(registry: Registry) -> Detector:
    if not MODEL.is_file():
        pytest.skip("models/language.ftz is not trained; `make setup` does it")
    return Detector.load(MODEL, registry)


@pytest.fixture(scope="module")
def lid_alone(registry: Registry) -> Detector:
    return Detector.load(PROJECT / "models" / "absent.ftz", registry)


def test_languages_that_are_easily_mixed_up_are_told_apart(detector: Detector) -> None:
    found = {case["text"]: detector.detect(case["text"]) for case in CASES}

    wrong = [case["text"] for case in CASES if _said(found[case["text"]]) != case["language"]]

    assert len(wrong) <= MAY_GO_WRONG, wrong
    assert all(found[text].confidence < SURE for text in wrong)


@pytest.mark.parametrize("text", ["", "  ", "123", "?!", "👍🏽", "\n", "26quinquies", "https://example.org"])
def test_no_letters_no_language(text: str, detector: Detector) -> None:
    found = detector.detect(text)

    assert found == Detection()
    assert (found.best, found.confidence, found.alternatives, found.other) == (None, 0.0, (), False)


def test_probabilities_add_up_and_name_every_language(detector: Detector, registry: Registry) -> None:
    scores = detector.scores("where can i sleep\ntonight")

    assert set(scores) == {*registry.all, "other"}
    assert math.isclose(sum(math.exp(score) for score in scores.values()), 1.0)


def test_words_are_counted_without_numbers_and_addresses(detector: Detector) -> None:
    assert detector.detect("bus 71 to https://example.org please").words == 3


def test_likeliest_come_first(detector: Detector) -> None:
    found = detector.detect("سلام")

    assert found.alternatives[0] == found.best
    assert {"fa", "ar"} <= set(found.alternatives[:4])


def test_several_threads_get_the_same_answers(detector: Detector) -> None:
    texts = ["where is the office", "wen el maktab", "où dormir ce soir", "ኣበይ እዩ", "где офис"] * 40

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(detector.detect, texts))

    assert together == [detector.detect(text) for text in texts]


def test_very_long_messages_are_cut(detector: Detector) -> None:
    assert detector.detect("ik heb honger en ik weet niet waar ik moet slapen " * 10_000).best == "nl"


def test_without_our_own_model_lid_is_used_and_the_log_says_so(
    registry: Registry, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        detector = Detector.load(tmp_path / "none.ftz", registry)

    assert "language.own_model_missing" in caplog.text
    assert detector.detect("Waar kan ik vannacht slapen?").best == "nl"
    assert detector.detect("我需要律师").other


@pytest.mark.parametrize(
    "text, tag",
    [("де є мій лист", "uk"), ("چیرته ډاکټر شته", "ps"), ("ڈاکٹر کہاں ہے", "ur"), ("دەمەوێت", "ckb")],
)
def test_marker_letters_decide_without_our_own_model(text: str, tag: str, lid_alone: Detector) -> None:
    assert lid_alone.detect(text).best == tag


def test_held_out_messages_are_found_as_often_as_promised(detector: Detector, registry: Registry) -> None:
    short = [_share(detector, tag, ("1-3",)) for tag in registry.full]
    longer = [_share(detector, tag, ("4-8", "9+")) for tag in registry.full]

    assert sum(short) / len(short) >= 0.90
    assert sum(longer) / len(longer) >= 0.97
    assert _share(detector, "ar", ("romanised",)) >= 0.90


def _said(found: Detection) -> str | None:
    return "other" if found.other else found.best


def _share(detector: Detector, tag: str, lengths: tuple[str, ...]) -> float:
    texts = list(_held_out(tag, lengths))
    return sum(detector.detect(text).best == tag for text in texts) / len(texts)


def _held_out(tag: str, lengths: tuple[str, ...]) -> Iterator[str]:
    messages = yaml.safe_load((HELD_OUT / f"{tag}.yml").read_text(encoding="utf-8"))
    for length in lengths:
        yield from map(str, messages[length])
