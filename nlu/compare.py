"""Which classifier wins? Trains each on the same sentences, asks each the same held-out ones, writes one table.

`python -m nlu.compare` takes about half an hour on two cores, most of it for Rasa's stock pipeline and DIET, and writes
docs/measurements/nlu-comparison.md. `--only NAME` measures one again; `--stock-only` trains the stock pipeline
alone, for `make bench`. Each candidate runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from nlu.expand import Sampling, Utterance, read_training_set
from nlu.held_out import OUT_OF_SCOPE, HeldOut, read_held_out

PROJECT = Path(__file__).resolve().parents[1]
REPORT = PROJECT / "docs" / "measurements" / "nlu-comparison.md"
ROWS = PROJECT / "build" / "nlu-comparison"

STOCK_MODEL = PROJECT / "build" / "nlu-stock"

# Fewer expansions than for the real model: the stock pipeline's time grows faster than its data.
PER_TEMPLATE = 2
DIET_EPOCHS = 3
_TIMED = 400

Rank = Callable[[str], Sequence[str]]
"""The topics or intents of a text, the likeliest first."""


def sentences() -> list[Utterance]:
    """The sentences that every candidate learns."""
    read = read_training_set(PROJECT / "nlu" / "data", Sampling(per_template=PER_TEMPLATE))
    return list(read.utterances)


def linear(learnt: Sequence[Utterance], features: Callable[[str], list[str]]) -> Rank:
    """The linear support vector machine over some view of the text."""
    import nlu.linear_model as linear_model

    setattr(linear_model, "features", features)  # noqa: B010 - another view of the text, for this process alone
    texts, topics = [each.text for each in learnt], [each.topic for each in learnt]
    model = linear_model.fit(texts, topics, [1.0] * len(texts), penalty=1.0, min_texts=2, seed=1)

    def rank(text: str) -> Sequence[str]:
        confidences = model.confidences(text)
        return [] if confidences is None else [model.intents[place] for place in (-confidences).argsort()[:3]]

    return rank


def lean(learnt: Sequence[Utterance]) -> Rank:
    """What the bot uses."""
    from nlu.features import features

    return linear(learnt, features)


def lean_without_consonants(learnt: Sequence[Utterance]) -> Rank:
    """The same without the view by consonants."""
    from nlu.features import features

    return linear(learnt, lambda text: [each for each in features(text) if each[:2] not in {"k ", "c ", "q "}])


def lean_words_only(learnt: Sequence[Utterance]) -> Rank:
    """Words and pairs of words alone."""
    from nlu.features import features

    return linear(learnt, lambda text: [each for each in features(text) if each[:2] in {"w ", "p "}])


def fast_text(learnt: Sequence[Utterance]) -> Rank:
    """fastText as the classifier of topics, letters 2-5 and pairs of words."""
    import fasttext

    from bot.language.normalise import normalise

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"__label__{each.topic} {normalise(each.text)}\n" for each in learnt)
        file.flush()
        model = fasttext.train_supervised(
            file.name, dim=60, minn=2, maxn=5, wordNgrams=2, epoch=25, lr=0.5, loss="softmax", thread=2, verbose=0
        )
    # Not model.predict: it fails with numpy 2.
    ask = model.f.predict
    return lambda text: [label.removeprefix("__label__") for _, label in ask(normalise(text) + "\n", 3, 0.0, "")]


def rasa_stock(learnt: Sequence[Utterance]) -> Rank:
    """Rasa's CountVectors (words, letters 1-4) and LogisticRegressionClassifier."""
    return _by_rasa(learnt, STOCK)


def rasa_diet(learnt: Sequence[Utterance]) -> Rank:
    """Rasa's CountVectors and DIET."""
    return _by_rasa(
        learnt, [*STOCK[:-1], {"name": "DIETClassifier", "epochs": DIET_EPOCHS, "entity_recognition": False}]
    )


STOCK: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "LogisticRegressionClassifier"},
]

CANDIDATES: dict[str, Callable[[Sequence[Utterance]], Rank]] = {
    "linear over words, letters and consonants (this bot)": lean,
    "linear over words and letters": lean_without_consonants,
    "linear over words": lean_words_only,
    "fastText supervised": fast_text,
    "Rasa CountVectors + LogisticRegression (stock)": rasa_stock,
    f"Rasa CountVectors + DIET, {DIET_EPOCHS} epochs": rasa_diet,
}


def _by_rasa(learnt: Sequence[Utterance], pipeline: list[dict[str, Any]]) -> Rank:
    from nlu.parse import Parser

    folder = STOCK_MODEL if pipeline is STOCK else Path(tempfile.mkdtemp(prefix="nlu-compare-"))
    parser = Parser.load(train_rasa(learnt, pipeline, folder))
    return lambda text: [topic for topic, _ in parser.ranking(text)[:3]]


def train_rasa(learnt: Sequence[Utterance], pipeline: list[dict[str, Any]], folder: Path) -> Path:
    """Trains a pipeline of Rasa's own components by Rasa's own trainer; the path of the model.

    A model of the same sentences and pipeline that stands in `folder` already is taken as it is.
    """
    from bot.understanding.intents import topic_to_intent
    from nlu.quiet import quiet_process

    quiet_process()
    from rasa.model_training import train_nlu

    by_intent: dict[str, list[str]] = {}
    for each in learnt:
        by_intent.setdefault(topic_to_intent(each.topic), []).append(" ".join(each.text.split()))
    key = hashlib.sha256(json.dumps([by_intent, pipeline]).encode()).hexdigest()
    model, mark = folder / "model.tar.gz", folder / "sha256"
    if model.exists() and mark.exists() and mark.read_text() == key:
        return model
    data = {
        "version": "3.1",
        "nlu": [{"intent": name, "examples": _listed(texts)} for name, texts in by_intent.items()],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nlu.yml").write_text(yaml.safe_dump(data, allow_unicode=True, width=10_000), encoding="utf-8")
    config = {"recipe": "default.v1", "assistant_id": "stock", "language": "en", "pipeline": pipeline}
    (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder), fixed_model_name="model")
    mark.write_text(key)
    return model


def _listed(texts: Sequence[str]) -> str:
    # Brackets and braces would be read as entities.
    marks = str.maketrans("[](){}", "      ")
    return "".join(f"- {text.translate(marks).strip() or '.'}\n" for text in texts)


def measure(name: str) -> dict[str, Any]:
    """Train and ask one candidate, in this process."""
    learnt, held_out = sentences(), read_held_out(PROJECT / "nlu" / "tests")
    began = time.perf_counter()
    rank = CANDIDATES[name](learnt)
    trained_s = time.perf_counter() - began
    asked = [sentence for sentence in held_out if sentence.topic != OUT_OF_SCOPE]
    ranked = [(sentence, list(rank(sentence.text))) for sentence in asked]
    began = time.perf_counter()
    for sentence in asked[:_TIMED]:
        rank(sentence.text)
    parse_ms = 1000 * (time.perf_counter() - began) / _TIMED
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "name": name,
        "sentences": len(learnt),
        "trained_s": trained_s,
        "parse_ms": parse_ms,
        "memory_mb": memory_mb,
        **{language: _accuracy(ranked, language) for language in sorted({each.language for each in asked})},
    }


def _accuracy(ranked: Sequence[tuple[HeldOut, list[str]]], language: str) -> list[float]:
    rows = [(sentence.topic, topics) for sentence, topics in ranked if sentence.language == language]
    first = sum(topics[:1] == [topic] for topic, topics in rows)
    among = sum(topic in topics for topic, topics in rows)
    return [100 * first / len(rows), 100 * among / len(rows)]


def write_report() -> None:
    """One table of all that was measured."""
    rows = [json.loads(path.read_text()) for path in sorted(ROWS.glob("*.json"))]
    languages = [key for key, value in rows[0].items() if isinstance(value, list)]
    lines = [
        "# Which classifier",
        "",
        f"Measured by `python -m nlu.compare` on {time.strftime('%Y-%m-%d')}: {os.cpu_count()} cores, "
        f"{platform.system()}, Python {platform.python_version()}. Every candidate learnt the same "
        f"{rows[0]['sentences']} sentences ({PER_TEMPLATE} expansions a template, where the bot's model learns more) "
        "and was asked the held-out sentences without those out of scope: right topic first / among the "
        "first three, in percent. Parsing in process, without HTTP; memory: the most that the process held.",
        "",
        f"| | {' | '.join(languages)} | training s | parse ms | memory MB |",
        f"|---|{'---|' * (len(languages) + 3)}",
    ]
    for row in sorted(rows, key=lambda each: -sum(each[language][0] for language in languages)):
        accuracies = " | ".join(f"{row[language][0]:.1f} / {row[language][1]:.1f}" for language in languages)
        costs = f"{row['trained_s']:.0f} | {row['parse_ms']:.1f} | {row['memory_mb']:.0f}"
        lines.append(f"| {row['name']} | {accuracies} | {costs} |")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


def main() -> int:
    """Parse the arguments."""
    parser = argparse.ArgumentParser(prog="python -m nlu.compare")
    parser.add_argument("--only", choices=CANDIDATES, help="measure one candidate, in this process")
    parser.add_argument("--stock-only", action="store_true", help="train the stock pipeline and do nothing else")
    arguments = parser.parse_args()
    if arguments.stock_only:
        print(train_rasa(sentences(), STOCK, STOCK_MODEL))
        return 0
    if arguments.only:
        ROWS.mkdir(parents=True, exist_ok=True)
        number = list(CANDIDATES).index(arguments.only)
        (ROWS / f"{number}.json").write_text(json.dumps(measure(arguments.only)))
        return 0
    for name in CANDIDATES:
        subprocess.run([sys.executable, "-m", "nlu.compare", "--only", name], cwd=PROJECT, check=True)
    write_report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
