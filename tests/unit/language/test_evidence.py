"""What follows from the messages of a chat for its language?"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from bot.language.detect import OTHER, Detection
from bot.language.evidence import Ask, Evidence, Keep, Other, Switch, Verdict, weigh
from bot.language.registry import Registry

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "evidence.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["description"] for case in CASES])
def test_messages_set_the_language(case: dict[str, Any], registry: Registry) -> None:
    evidence, current, chosen = Evidence(), case.get("current"), case.get("chosen", False)

    for message in case["messages"]:
        evidence, verdict = weigh(
            evidence,
            detection(message["says"], message["words"], registry),
            current=current,
            chosen=chosen,
            phone=case.get("phone"),
            full=registry.full,
        )

        assert in_words(verdict) == message["verdict"]
        if isinstance(verdict, Switch):
            current, chosen = verdict.tag, False


def test_what_was_said_before_a_choice_does_not_speak_against_it(registry: Registry) -> None:
    french = detection({"fr": 0.99}, 6, registry)
    evidence, _ = weigh(Evidence(), french, current=None, chosen=False, phone=None, full=registry.full)
    evidence, _ = weigh(evidence, french, current="fr", chosen=False, phone=None, full=registry.full)

    doubtful = detection({"fr": 0.6, "nl": 0.3}, 3, registry)
    _, verdict = weigh(evidence, doubtful, current="nl", chosen=True, phone=None, full=registry.full)

    assert verdict == Keep()


def test_evidence_survives_being_stored(registry: Registry) -> None:
    evidence, _ = weigh(
        Evidence(),
        detection({"ar": 1.0}, 9, registry),
        current="en",
        chosen=True,
        phone="ar",
        full=registry.full,
    )

    assert msgspec.json.decode(msgspec.json.encode(evidence), type=Evidence) == evidence


def test_evidence_stays_bounded_however_long_the_chat(registry: Registry) -> None:
    evidence = Evidence()

    for _ in range(200):
        evidence, _ = weigh(
            evidence, detection({"nl": 1.0}, 9, registry), current="nl", chosen=True, phone=None, full=registry.full
        )

    assert max(evidence.scores.values()) == 0
    assert min(evidence.scores.values()) >= -8


def detection(says: dict[str, float], words: int, registry: Registry) -> Detection:
    """A detection with these probabilities; what is left is spread over all other languages."""
    if not says:
        return Detection()
    tags = [*registry.all, OTHER]
    rest = max(1e-9, (1 - sum(says.values())) / (len(tags) - len(says)))
    return Detection({tag: math.log(says.get(tag, rest)) for tag in tags}, words)


def in_words(verdict: Verdict) -> str:
    """A verdict as the cases write it."""
    match verdict:
        case Switch(tag):
            return f"switch {tag}"
        case Ask(tags):
            return f"ask {' '.join(tags)}"
        case Other():
            return "other"
        case Keep():
            return "keep"
