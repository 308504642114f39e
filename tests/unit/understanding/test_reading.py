"""What a ranking allows, what calibration says, and how scores are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.calibration import CAUTIOUS, Calibration
from bot.understanding.ranking import AnswerWith, Choose, NothingFits, Reading, Thresholds, read
from bot.understanding.scores import Trial, score, table
from tests.fakes import ranking

LIMITS = Thresholds(answer=0.6, suggest=0.2, safety=0.3)


@pytest.mark.parametrize(
    ("confidences", "expected"),
    [
        ({}, NothingFits()),
        ({"life/work": 0.6}, AnswerWith("life/work")),
        ({"life/work": 0.59, "life/school": 0.3}, Choose(("life/work", "life/school"))),
        ({"life/work": 0.19}, NothingFits()),
        ({"chat/out-of-scope": 0.9}, AnswerWith("chat/out-of-scope")),
        ({"chat/out-of-scope": 0.5, "life/work": 0.3}, Choose(("life/work",))),
        ({"chat/out-of-scope": 0.5, "life/work": 0.1}, NothingFits()),
        ({"safety/scam": 0.7}, AnswerWith("safety/scam")),
        ({"safety/scam": 0.35, "life/work": 0.3}, Choose(("safety/scam", "life/work"), urgent=True)),
        ({"life/work": 0.7, "safety/scam": 0.35}, AnswerWith("life/work")),
        ({"life/work": 0.5, "safety/scam": 0.31}, Choose(("safety/scam", "life/work"), urgent=True)),
    ],
)
def test_a_ranking_is_read(confidences: dict[str, float], expected: Reading) -> None:
    assert read(ranking(confidences), LIMITS) == expected


def test_calibration_is_read_per_language(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text('{"languages": {"nl": {"answer": 0.5, "suggest": 0.1, "safety": 0.2}}}')
    calibration = Calibration.load(path)

    assert calibration.thresholds("nl") == Thresholds(0.5, 0.1, 0.2)
    assert calibration.thresholds("xx") == CAUTIOUS


def test_without_calibration_every_language_is_cautious(tmp_path: Path) -> None:
    assert Calibration.load(tmp_path / "none.json").thresholds("en") == CAUTIOUS


def trial(topic: str, ranked: tuple[str, ...], *, answered: bool = False, alarmed: bool = False) -> Trial:
    return Trial("en", "plain", topic, "en", ranked, answered, alarmed)


def test_scores_are_shares_of_what_they_say() -> None:
    trials = [
        trial("life/work", ("life/work",), answered=True),
        trial("life/work", ("life/school", "life/work"), answered=True),
        trial("life/work", ("a/a", "b/b", "c/c", "life/work")),
        trial("safety/scam", ("safety/scam",), alarmed=True),
        trial("chat/out-of-scope", ("life/work",), answered=True),
        trial("chat/out-of-scope", ("chat/out-of-scope",), answered=True),
    ]
    result = score("en", trials)

    assert result.sentences == 6
    assert result.language == 1.0
    assert result.top_1 == 0.5
    assert result.top_3 == 0.75
    assert result.answered == 0.5
    assert result.wrong_among_answered == 0.5
    assert result.safety_recall == 1.0
    assert result.false_alarms == 0.0
    assert result.out_of_scope_answered == 0.5
    assert "| en | 6 | 100.0 | 50.0 | 75.0 |" in table([result])


def test_nothing_measured_is_no_number() -> None:
    assert score("none", []).top_1 is None
    assert "–" in table([score("none", [])])
