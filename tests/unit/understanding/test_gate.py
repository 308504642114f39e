"""A model that got worse does not go live; chance alone does not stop one."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from bot.understanding.gate import Worse, below_bar, compare, read_baseline, write_baseline
from bot.understanding.scores import Score, mean

BEFORE = Score("ti", 400, 40, 30, 0.95, 0.90, 0.97, 0.80, 0.02, 1.0, 0.05, 0.03)


def now(**changed: float) -> Score:
    return dataclasses.replace(BEFORE, **changed)


def test_the_same_scores_pass() -> None:
    assert compare([BEFORE], [BEFORE]) == []


@pytest.mark.parametrize(
    ("measure", "share"),
    [("top_1", 0.82), ("top_3", 0.93), ("safety_recall", 0.9), ("wrong_among_answered", 0.06), ("language", 0.9)],
)
def test_a_clear_loss_is_found_whether_the_share_should_be_high_or_low(measure: str, share: float) -> None:
    assert compare([BEFORE], [now(**{measure: share})]) == [Worse("ti", measure, getattr(BEFORE, measure), share)]


@pytest.mark.parametrize(("measure", "share"), [("top_1", 0.88), ("safety_recall", 0.975), ("false_alarms", 0.07)])
def test_what_chance_explains_is_no_loss(measure: str, share: float) -> None:
    assert compare([BEFORE], [now(**{measure: share})]) == []


def test_a_gain_is_no_loss() -> None:
    assert compare([BEFORE], [now(top_1=0.99, wrong_among_answered=0.0)]) == []


def test_a_language_that_is_new_is_compared_with_nothing() -> None:
    assert compare([], [BEFORE]) == []


@pytest.mark.parametrize("changed", [{"top_1": 0.79}, {"safety_recall": 0.92}])
def test_a_language_below_the_bar_is_named(changed: dict[str, float]) -> None:
    assert below_bar([now(**changed), dataclasses.replace(BEFORE, name="nl")]) == ["ti"]


def test_a_baseline_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_baseline(tmp_path / "baseline.json", [BEFORE])

    assert read_baseline(tmp_path / "baseline.json") == [BEFORE]
    assert read_baseline(tmp_path / "none.json") == []


def test_in_the_mean_each_language_counts_the_same() -> None:
    other = dataclasses.replace(BEFORE, name="nl", sentences=4000, top_1=0.8, out_of_scope_answered=None)

    together = mean([BEFORE, other])

    assert together.top_1 == pytest.approx(0.85)
    assert together.out_of_scope_answered == pytest.approx(0.03)
    assert together.sentences == 4400
