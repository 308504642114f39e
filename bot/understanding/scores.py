"""How good is the understanding on sentences that it was not trained on? Pure sums over what the bot did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

from bot.content.model import Tag
from bot.understanding.ranking import OUT_OF_SCOPE, SAFETY_AREA


@dataclass(frozen=True, slots=True)
class Trial:
    """One held-out sentence and what became of it.

    ranked: topics by falling confidence; answered: the bot answered with the first topic, rather than asking back;
    alarmed: the person was shown a safety answer or the emergency numbers.
    """

    language: Tag
    style: str
    topic: str
    detected: Tag | None
    ranked: tuple[str, ...]
    answered: bool
    alarmed: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Shares, 0..1; None where there was nothing to measure. danger, outside: of how many sentences some are."""

    name: str
    sentences: int
    danger: int
    outside: int
    language: float | None
    top_1: float | None
    top_3: float | None
    answered: float | None
    wrong_among_answered: float | None
    safety_recall: float | None
    false_alarms: float | None
    out_of_scope_answered: float | None


def score(name: str, trials: Sequence[Trial]) -> Score:
    """The shares over `trials`. Topic accuracy and answers are counted without the out-of-scope sentences."""
    within = [trial for trial in trials if trial.topic != OUT_OF_SCOPE]
    outside = [trial for trial in trials if trial.topic == OUT_OF_SCOPE]
    answered = [trial for trial in within if trial.answered]
    danger = [trial for trial in within if trial.topic.startswith(SAFETY_AREA)]
    calm = [trial for trial in trials if not trial.topic.startswith(SAFETY_AREA)]
    return Score(
        name,
        len(trials),
        len(danger),
        len(outside),
        _share(trials, lambda trial: trial.detected == trial.language),
        _share(within, lambda trial: trial.ranked[:1] == (trial.topic,)),
        _share(within, lambda trial: trial.topic in trial.ranked[:3]),
        _share(within, lambda trial: trial.answered),
        _share(answered, lambda trial: trial.ranked[:1] != (trial.topic,)),
        _share(danger, lambda trial: trial.alarmed),
        _share(calm, lambda trial: trial.alarmed),
        _share(outside, lambda trial: trial.answered and trial.ranked[:1] != (OUT_OF_SCOPE,)),
    )


def mean(scores: Sequence[Score]) -> Score:
    """Each language counts the same, however many sentences it has."""
    counted = {"name", "sentences", "danger", "outside"}
    shares = {
        field.name: _mean([getattr(score, field.name) for score in scores])
        for field in fields(Score)
        if field.name not in counted
    }
    totals = {name: sum(getattr(score, name) for score in scores) for name in counted - {"name"}}
    return Score("each language the same", **totals, **shares)  # type: ignore[arg-type]


def _mean(shares: Sequence[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def _share(trials: Sequence[Trial], holds: Callable[[Trial], bool]) -> float | None:
    return sum(map(holds, trials)) / len(trials) if trials else None


def table(scores: Iterable[Score]) -> str:
    """Scores as a Markdown table, in percent."""
    lines = [
        "| | sentences | language | top-1 | top-3 | answered | wrong among answered | safety recall | false alarms "
        "| out of scope answered |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for each in scores:
        shares = (
            each.language,
            each.top_1,
            each.top_3,
            each.answered,
            each.wrong_among_answered,
            each.safety_recall,
            each.false_alarms,
            each.out_of_scope_answered,
        )
        cells = " | ".join("–" if share is None else f"{100 * share:.1f}" for share in shares)
        lines.append(f"| {each.name} | {each.sentences} | {cells} |")
    return "\n".join(lines)
