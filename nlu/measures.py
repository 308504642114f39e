"""How good are rankings of sentences that were not learnt, and what would the bot have done with them?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlu.held_out import OUT_OF_SCOPE, SAFETY, HeldOut
from nlu.parse import Ranking

COLUMNS = (
    "sentences",
    "top-1",
    "top-3",
    "answered",
    "wrong among answered",
    "safety recall",
    "false alarms",
    "out of scope answered",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence, its ranking, and the thresholds of its language (`answer`, `suggest`, `safety`)."""

    sentence: HeldOut
    ranking: Ranking
    thresholds: Mapping[str, float]

    @property
    def best(self) -> str | None:
        """The likeliest topic; None if nothing in the sentence is known."""
        return self.ranking[0][0] if self.ranking else None

    @property
    def is_answered(self) -> bool:
        """Whether the bot answers with the likeliest topic, rather than asking back or saying that it cannot."""
        sure = bool(self.ranking) and self.ranking[0][1] >= self.thresholds["answer"]
        return sure and self.best != OUT_OF_SCOPE

    @property
    def is_alarm(self) -> bool:
        """Whether the emergency numbers are shown: as the answer, or because danger is likely enough."""
        if self.is_answered:
            return str(self.best).startswith(SAFETY)
        return safety_share(self.ranking) >= self.thresholds["safety"]

    def is_among(self, places: int) -> bool:
        """Whether the right topic is among the first `places`."""
        return self.sentence.topic in [topic for topic, _ in self.ranking[:places]]


def safety_share(ranking: Ranking) -> float:
    """How likely it is that the person is in danger: the sum over the safety topics."""
    return sum(confidence for topic, confidence in ranking if topic.startswith(SAFETY))


def measure(trials: Sequence[Trial]) -> tuple[float | None, ...]:
    """One number for each of `COLUMNS`, shares as 0..1; None where there was nothing to measure.

    Accuracy and wrong answers are counted over the sentences in scope.
    """
    inside = [trial for trial in trials if trial.sentence.is_in_scope]
    outside = [trial for trial in trials if not trial.sentence.is_in_scope]
    answered = [trial for trial in inside if trial.is_answered]
    danger = [trial for trial in inside if trial.sentence.is_safety]
    calm = [trial for trial in trials if not trial.sentence.is_safety]
    return (
        len(trials),
        _share(inside, lambda trial: trial.is_among(1)),
        _share(inside, lambda trial: trial.is_among(3)),
        _share(inside, lambda trial: trial.is_answered),
        _share(answered, lambda trial: not trial.is_among(1)),
        _share(danger, lambda trial: trial.is_alarm),
        _share(calm, lambda trial: trial.is_alarm),
        _share(outside, lambda trial: trial.is_answered),
    )


def table(rows: Iterable[tuple[str, Sequence[Trial]]]) -> str:
    """The measures as a Markdown table, shares in percent."""
    lines = ["| | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, trials in rows:
        count, *shares = measure(trials)
        cells = ["-" if share is None else f"{100 * share:.1f}" for share in shares]
        lines.append(f"| {name} | {count} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _share(trials: Sequence[Trial], holds: Callable[[Trial], bool]) -> float | None:
    return sum(map(holds, trials)) / len(trials) if trials else None
