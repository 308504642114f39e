"""How good is a trained model? `python -m nlu.evaluate --model models/nlu.tar.gz` prints a table.

Measured on `nlu/tests/`, sentences that were neither learnt nor used to choose anything, with the thresholds of
`calibration.json` beside the model. `--jsonl` writes each sentence whose right topic is not the first.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from nlu.fingerprint import CALIBRATION
from nlu.held_out import HeldOut, read_held_out
from nlu.measures import Trial, table
from nlu.parse import Parser
from nlu.quiet import quiet_process


def try_out(parser: Parser, sentences: Sequence[HeldOut], calibration: Path) -> list[Trial]:
    """What the model makes of each sentence, with the thresholds of the sentence's language."""
    thresholds = json.loads(calibration.read_text(encoding="utf-8"))
    return [
        Trial(
            sentence,
            parser.ranking(sentence.text),
            thresholds["languages"].get(sentence.language, thresholds["default"]),
        )
        for sentence in sentences
    ]


def report(trials: Sequence[Trial]) -> str:
    """The measures of all sentences, of each language, of each style, and of each style in each language."""
    groups: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        language, style = trial.sentence.language, trial.sentence.style
        for name in ("all", language, style, f"{language} {style}"):
            groups[name].append(trial)
    return table(sorted(groups.items(), key=lambda group: (group[0] != "all", group[0])))


def mistakes(trials: Sequence[Trial]) -> Iterator[dict[str, object]]:
    """Each sentence whose right topic is not the likeliest, with the first three."""
    for trial in trials:
        if not trial.is_among(1):
            yield {
                "language": trial.sentence.language,
                "style": trial.sentence.style,
                "topic": trial.sentence.topic,
                "text": trial.sentence.text,
                "answered": trial.is_answered,
                "ranking": [[topic, round(confidence, 3)] for topic, confidence in trial.ranking[:3]],
            }


def main() -> int:
    """Exit status 2: there is no model, or nothing to measure on."""
    parser = argparse.ArgumentParser(prog="python -m nlu.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=Path(__file__).with_name("tests"))
    parser.add_argument("--language", action="append", help="only this language; may be repeated")
    parser.add_argument("--jsonl", type=Path, help="write the mistakes here")
    arguments = parser.parse_args()
    chosen = arguments.language
    sentences = [each for each in read_held_out(arguments.sentences) if not chosen or each.language in chosen]
    if not arguments.model.is_file() or not sentences:
        print("there is no such model, or there are no sentences to measure on", file=sys.stderr)
        return 2
    quiet_process()
    trials = try_out(Parser.load(arguments.model), sentences, arguments.model.with_name(CALIBRATION))
    print(report(trials))
    if arguments.jsonl:
        lines = (json.dumps(mistake, ensure_ascii=False) + "\n" for mistake in mistakes(trials))
        arguments.jsonl.write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
