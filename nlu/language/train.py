"""Trains the language detector: `python -m nlu.language.train --output models/`.

Writes `language.ftz` (fastText, quantised) and `language.json` (what it was made from). Prints `fresh` and does
nothing when they are those of today's texts and code. The same texts give the same bytes: one thread, fixed seeds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from nlu.fingerprint import hash_of
from nlu.language.augment import Habits, vary
from nlu.language.corpus import PROJECT, Line, by_label, read_corpus

MODEL = "language.ftz"
MANIFEST = "language.json"
HELD_BACK = "held-back.tsv"

_INPUTS = (
    "content/languages.yml",
    "content/*/*/*.md",
    "nlu/data/*/*.yml",
    "nlu/language/*.txt",
    "nlu/language/other/*.txt",
    "nlu/tests_language/*.yml",
    "nlu/tests/*/*.yml",
    "nlu/language/train.py",
    "nlu/language/corpus.py",
    "nlu/language/augment.py",
    "nlu/expand.py",
    "nlu/templates.py",
    "bot/language/prepare.py",
    "bot/language/normalise.py",
)
"""All that the model depends on; the held-out messages, because they are left out."""

_SEED = 20
_PER_LABEL = 8000
_OTHERS_PER_LABEL = 2400
_SETTINGS = {
    "minn": 1,
    "maxn": 5,
    "dim": 16,
    "bucket": 400_000,
    "epoch": 5,
    "lr": 0.5,
    "loss": "softmax",
    "minCount": 1,
    "thread": 1,
    "verbose": 0,
}
_KEPT_ENTRIES = 60_000

Report = Callable[[int, str], None]


def examples(lines: Iterable[Line], habits: Habits) -> list[str]:
    """What fastText reads: every label equally often, half of it everyday messages, each time typed in another way."""
    made: list[str] = []
    for label, texts in by_label(lines).items():
        chance = random.Random(f"{_SEED} {label}")  # noqa: S311 (nothing secret)
        wanted = _OTHERS_PER_LABEL if label.startswith("other-") else _PER_LABEL
        everyday, topical = texts
        chat = _drawn(everyday, wanted // 2 if topical else wanted, chance)
        rest = _drawn(topical, wanted - len(chat), chance)
        made.extend(f"__label__{label} {vary(text, habits, chance)}" for text in (*chat, *rest))
    random.Random(_SEED).shuffle(made)  # noqa: S311 (nothing secret)
    return made


def _drawn(texts: list[str], wanted: int, chance: random.Random) -> list[str]:
    """`wanted` texts, all of them before any comes again; none when there are none."""
    rounds = range(1 + wanted // len(texts)) if texts else range(0)
    return [text for _ in rounds for text in chance.sample(texts, len(texts))][:wanted]


def train(lines: list[Line], target: Path, report: Report) -> None:
    """Train on `lines` and write the quantised model to `target`."""
    import fasttext

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "examples.txt"
        source.write_text("\n".join(examples(lines, Habits())) + "\n", encoding="utf-8")
        report(20, "learning")
        model = fasttext.train_supervised(str(source), seed=_SEED, **_SETTINGS)
        report(70, "making it small")
        model.quantize(str(source), cutoff=_KEPT_ENTRIES, retrain=True, epoch=1, thread=1, verbose=0)
        unfinished = target.with_name(f".{target.name}")
        model.save_model(str(unfinished))
        unfinished.replace(target)


def fingerprint(project: Path = PROJECT) -> str:
    """One hash of all that the model depends on."""
    digest = hashlib.sha256(f"{platform.python_version()} fasttext-wheel {version('fasttext-wheel')}\n".encode())
    for pattern in _INPUTS:
        for path in sorted(project.glob(pattern)):
            digest.update(f"{path.relative_to(project).as_posix()} {hash_of(path)}\n".encode())
    return digest.hexdigest()


def is_fresh(output: Path, expected: str) -> bool:
    """Whether `output` holds a model with this fingerprint, byte for byte as it was written."""
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        return bool(manifest["fingerprint"] == expected and manifest["model_sha256"] == hash_of(output / MODEL))
    except (OSError, ValueError, KeyError):
        return False


def main() -> int:
    """Exit status 0: the model is fresh or newly trained."""
    parser = argparse.ArgumentParser(prog="python -m nlu.language.train", description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--quiet", action="store_true", help="no progress lines")
    parser.add_argument("--force", action="store_true", help="train even if the model is fresh")
    parser.add_argument("--hold-back", type=int, default=0, metavar="N", help="keep every Nth line out, for tuning")
    arguments = parser.parse_args()

    def report(percent: int, what: str) -> None:
        if not arguments.quiet:
            print(f"progress {percent} {what}", flush=True)

    started = time.monotonic()
    expected = fingerprint()
    if not arguments.force and not arguments.hold_back and is_fresh(arguments.output, expected):
        print("fresh")
        return 0
    report(0, "reading the texts")
    lines = read_corpus()
    arguments.output.mkdir(parents=True, exist_ok=True)
    if arguments.hold_back:
        lines = _hold_back(lines, arguments.hold_back, arguments.output / HELD_BACK)
        expected = "held back"
    train(lines, arguments.output / MODEL, report)
    manifest = {
        "fingerprint": expected,
        "model_sha256": hash_of(arguments.output / MODEL),
        "seconds": round(time.monotonic() - started, 1),
        "lines": {label: sum(map(len, texts)) for label, texts in by_label(lines).items()},
    }
    (arguments.output / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    report(100, "done")
    return 0


def _hold_back(lines: list[Line], every: int, target: Path) -> list[Line]:
    """Every Nth text, chosen by its hash, goes to `target` and not into training."""
    back = {line for line in lines if int(hashlib.sha256(line.text.encode()).hexdigest()[:8], 16) % every == 0}
    target.write_text("".join(f"{line.label}\t{line.text}\n" for line in lines if line in back), encoding="utf-8")
    return [line for line in lines if line not in back]


if __name__ == "__main__":
    sys.exit(main())
