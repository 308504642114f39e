"""How much should each model count? Tries weights on lines kept out of training, never on the held-out messages.

    .venv-nlu/bin/python -m nlu.language.train --output build/tune --hold-back 5
    .venv/bin/python -m nlu.language.tune build/tune

Each label counts the same. `loss`: mean negative logarithm of the right language's probability, what the evidence of
a chat adds up; `sure`: wrong with 0.9 or more, in %.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import yaml

from bot.language.detect import OTHER, Detector, Model, Weights, bundled_lid
from bot.language.registry import Registry

PROJECT = Path(__file__).resolve().parents[2]
HELD_BACK = "held-back.tsv"
MODEL = "language.ftz"
_AT_MOST = 150
_WORST = -10.0
_SURE = 0.9
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A text kept out of training. group: counts as one, however many rows it has."""

    group: str
    tag: str
    text: str


def read_rows(held_back: Path, calibration: Path) -> list[Row]:
    """The held-back lines, and the calibration sentences of the topics; at most 150 of a label and length."""
    groups: dict[str, list[Row]] = {}
    for row in (*_lines(held_back), *_sentences(calibration)):
        length = "1-3" if len(row.text.split()) <= _SHORT else "4+"
        groups.setdefault(f"{row.group} {length}", []).append(row)
    chance = random.Random(1)  # noqa: S311 (nothing secret)
    return [
        Row(group, row.tag, row.text)
        for group, rows in sorted(groups.items())
        for row in chance.sample(rows, min(_AT_MOST, len(rows)))
    ]


def _lines(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        label, text = line.split("\t", 1)
        yield Row(label, OTHER if label.startswith(OTHER) else label.partition("-")[0], text)


def _sentences(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*/*.yml")):
        for sentences in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            for sentence in sentences:
                if sentence["style"] != "mixed":
                    yield Row(f"calibration {path.parent.name}", path.parent.name, sentence["text"])


def measure(detector: Detector, rows: list[Row]) -> str:
    """Accuracy at both lengths, loss and wrong-and-sure, as cells of a table."""
    right: dict[str, list[bool]] = {}
    loss, sure = 0.0, 0
    for row in rows:
        found = detector.detect(row.text)
        said = found.best or OTHER
        right.setdefault(row.group, []).append(said == row.tag)
        loss -= max(_WORST, found.scores.get(row.tag, _WORST))
        sure += said != row.tag and found.confidence >= _SURE
    cells = []
    for length in ("1-3", "4+"):
        shares = [100 * sum(each) / len(each) for group, each in right.items() if group.endswith(length)]
        cells.append(f"{sum(shares) / len(shares):.1f}")
    return " | ".join((*cells, f"{loss / len(rows):.3f}", f"{100 * sure / len(rows):.2f}"))


def main() -> int:
    """Prints a line for each set of weights."""
    parser = argparse.ArgumentParser(prog="python -m nlu.language.tune", description=__doc__)
    parser.add_argument("folder", type=Path, help="where train wrote its model and held-back.tsv")
    folder = parser.parse_args().folder
    registry = Registry.load(PROJECT / "content" / "languages.yml")
    rows = read_rows(folder / HELD_BACK, PROJECT / "nlu" / "calibration")
    lid = Model(bundled_lid(), {tag: each.lid_labels for tag, each in registry.all.items()})
    own = Model(folder / MODEL, {tag: each.labels for tag, each in registry.all.items()})
    print("| own | lid | letter | 1-3 words | 4+ words | loss | sure |\n|---|---|---|---|---|---|---|")
    for weights in product((0.6, 0.7, 0.8, 1.0), (0.0, 0.1, 0.15, 0.2), (1.0, 3.0)):
        cells = measure(Detector(registry, lid, own, Weights(*weights)), rows)
        print(f"| {' | '.join(map(str, weights))} | {cells} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
