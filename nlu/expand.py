"""Which sentences are trained on? Reads `nlu/data/`, expands its templates, and reports what is wrong in it.

Format of `nlu/data/<tag>/<area>.yml`, `<tag>` being a language tag:

    procedure/dublin:
      templates: ["<want> (stay|live) here [please]"]   # hassil: (either|or), [optional], <rule>
      examples: ["they took my fingers in italy"]       # taken literally

and of `nlu/data/<tag>/lists.yml`, the rules that the templates of this language share:

    expansion_rules: {want: "(i want [to]|can i)"}

`python -m nlu.expand` checks the data and counts it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.language.normalise import normalise
from bot.understanding.intents import topic_to_intent
from nlu.templates import Template, TemplateError, read_rules

LISTS = "lists.yml"
PER_TEMPLATE = 4
TEMPLATE_WEIGHT = 3.0
"""Measured on the calibration sentences: 3, 4, 6, 12 and 24 a template rank alike; fewer train faster."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence of the training set. `weight`: how much of one plain example it counts."""

    text: str
    topic: str
    language: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a data file, printed as `path: code: sentence`."""

    path: Path
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}: {self.code}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Sampling:
    """How templates are expanded: at most `per_template` sentences, which together count `weight` examples."""

    per_template: int = PER_TEMPLATE
    weight: float = TEMPLATE_WEIGHT
    seed: int = 1


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Everything that was read: sentences in a stable order, and problems."""

    utterances: tuple[Utterance, ...]
    problems: tuple[Problem, ...]


def read_training_set(data: Path, sampling: Sampling) -> TrainingSet:
    """All sentences under `data`, each once a topic; what could not be read is among the problems."""
    problems: list[Problem] = []
    utterances: dict[tuple[str, str, str], Utterance] = {}
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        for utterance in _read_language(folder, sampling, problems):
            key = (utterance.language, utterance.topic, normalise(utterance.text))
            if key[2] and (key not in utterances or utterances[key].weight < utterance.weight):
                utterances[key] = utterance
    if not utterances:
        problems.append(Problem(data, "data.empty", "no sentence was found"))
    return TrainingSet(tuple(utterances.values()), tuple(problems))


def _read_language(folder: Path, sampling: Sampling, problems: list[Problem]) -> Iterator[Utterance]:
    rules = _read_rules(folder / LISTS, problems)
    for path in sorted(folder.glob("*.yml")):
        if path.name == LISTS:
            continue
        for topic, entry in _read_mapping(path, problems).items():
            if _is_entry(path, topic, entry, problems):
                for template in entry.get("templates") or ():
                    yield from _expand(path, str(topic), template, rules, sampling, problems)
                for example in entry.get("examples") or ():
                    yield Utterance(example, topic, folder.name)


def _read_rules(path: Path, problems: list[Problem]) -> dict[str, str]:
    rules = _read_mapping(path, problems).get("expansion_rules") or {} if path.exists() else {}
    try:
        return read_rules(rules)
    except TemplateError as error:
        problems.append(Problem(path, "data.rule", str(error)))
        return {}


def _read_mapping(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.append(Problem(path, "data.yaml", " ".join(str(error).split())))
        return {}
    if content is None:
        return {}
    if not isinstance(content, dict):
        problems.append(Problem(path, "data.shape", "the file is not a mapping of topics"))
        return {}
    return content


def _is_entry(path: Path, topic: object, entry: object, problems: list[Problem]) -> bool:
    before = len(problems)
    try:
        topic_to_intent(str(topic))
    except ValueError:
        problems.append(Problem(path, "data.topic", f"{topic!r} is not a topic id"))
    if not isinstance(entry, dict):
        problems.append(Problem(path, "data.shape", f"{topic}: not a mapping with templates and examples"))
        return False
    problems.extend(
        Problem(path, "data.key", f"{topic}: unknown key {key!r}")
        for key in entry
        if key not in {"templates", "examples"}
    )
    for key in ("templates", "examples"):
        problems.extend(_wrong_lines(path, f"{topic}: {key}", entry.get(key)))
    return len(problems) == before


def _wrong_lines(path: Path, where: str, lines: object) -> Iterable[Problem]:
    if lines is None:
        return
    if not isinstance(lines, list):
        yield Problem(path, "data.shape", f"{where} is not a list")
        return
    for number, line in enumerate(lines, start=1):
        if not isinstance(line, str):
            yield Problem(path, "data.shape", f"{where}: line {number} is not a text; put it in quotes")
        elif not normalise(line):
            yield Problem(path, "data.blank", f"{where}: line {number} is empty")


def _expand(
    path: Path, topic: str, source: str, rules: dict[str, str], sampling: Sampling, problems: list[Problem]
) -> Iterator[Utterance]:
    try:
        template = Template(source, rules)
        sentences = template.sample(sampling.per_template, seed=f"{sampling.seed} {path.parent.name} {topic} {source}")
    except TemplateError as error:
        problems.append(Problem(path, "data.template", f"{topic}: {error} in {source!r}"))
        return
    weight = min(1.0, sampling.weight / max(1, len(sentences)))
    for sentence in sentences:
        yield Utterance(sentence, topic, path.parent.name, weight)


def main() -> int:
    """Checks the data and counts it, one line a language; the exit status is 1 if there is a problem."""
    parser = argparse.ArgumentParser(prog="python -m nlu.expand", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=Path("nlu/data"))
    read = read_training_set(parser.parse_args().data, Sampling())
    for problem in read.problems:
        print(problem)
    for language in sorted({utterance.language for utterance in read.utterances}):
        own = [utterance for utterance in read.utterances if utterance.language == language]
        print(f"{language}: {len(own)} sentences, {len({utterance.topic for utterance in own})} topics")
    return 1 if read.problems else 0


if __name__ == "__main__":
    sys.exit(main())
