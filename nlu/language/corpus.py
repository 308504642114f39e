"""From which texts does the language detector learn? All that the repository holds, by label.

A label is a language tag, `<tag>-Latn` for a language in Latin letters that has its own script, or `other-<code>`
for a language that is not in the registry. The texts are the everyday lines beside this file (`<label>.txt`,
`other/<code>.txt`), the training sentences of the topics, and the answers. No held-out message is among them:
a line that equals one is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.language.prepare import prepare
from nlu.expand import Sampling, read_training_set

PROJECT = Path(__file__).resolve().parents[2]

_TAG_OF_FILE = re.compile(r"[a-z]{2,3}(?:-Latn)?")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(r"\{[^}]*\}|\]\([^)]*\)|<[^>]*>|[*_#>\[\]|`]")
_SENTENCE_END = re.compile(r"[.!?:;።؟\n]+")
_LATIN = re.compile("[a-z]")
_MOSTLY = 0.6
_PER_TEMPLATE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A prepared text and its label. everyday: a message of small talk, not a question or answer of a topic."""

    label: str
    text: str
    everyday: bool = False


def read_corpus(project: Path = PROJECT) -> list[Line]:
    """All lines, each once a label, in a stable order."""
    kept_out = held_out_texts(project / "nlu")
    found = dict.fromkeys((*_everyday(project), *_sentences(project), *_answers(project)))
    return [line for line in found if line.text and line.text not in kept_out]


def held_out_texts(folder: Path) -> frozenset[str]:
    """The prepared messages that must not be learnt: those of the languages and those of the topics."""
    languages, topics = sorted(folder.glob("tests_language/*.yml")), sorted(folder.glob("tests/*/*.yml"))
    found = [text for path in languages for texts in _read(path).values() for text in texts]
    found += [row["text"] for path in topics for rows in _read(path).values() for row in rows]
    return frozenset(prepare(str(text)) for text in found)


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    return content


def everyday_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Label and file of the everyday lines."""
    for path in sorted(folder.glob("*.txt")):
        if _TAG_OF_FILE.fullmatch(path.stem):
            yield path.stem, path
    for path in sorted((folder / "other").glob("*.txt")):
        yield f"other-{path.stem}", path


def _everyday(project: Path) -> Iterator[Line]:
    for label, path in everyday_files(project / "nlu" / "language"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield Line(label, prepare(line), everyday=True)


def _sentences(project: Path) -> Iterator[Line]:
    data, scripts = project / "nlu" / "data", _own_scripts(project)
    if data.is_dir():
        for utterance in read_training_set(data, Sampling(per_template=_PER_TEMPLATE)).utterances:
            yield _labelled(utterance.language, utterance.text, scripts)


def _answers(project: Path) -> Iterator[Line]:
    scripts = _own_scripts(project)
    for path in sorted((project / "content").glob("*/*/*.md")):
        text = _MARKUP.sub(" ", _FRONT_MATTER.sub("", path.read_text(encoding="utf-8")))
        for sentence in _SENTENCE_END.split(text):
            if len(sentence.split()) > 1:
                yield _labelled(path.stem, sentence, scripts)


def _labelled(tag: str, text: str, scripts: dict[str, str]) -> Line:
    """The label goes by the letters: a line of Latin letters in a language with another script is romanised."""
    words = prepare(text)
    letters = [character for character in words if character.isalpha()]
    latin = len(_LATIN.findall(words)) > _MOSTLY * len(letters)
    return Line(f"{tag}-Latn" if latin and scripts.get(tag) != "Latin" else tag, words)


def _own_scripts(project: Path) -> dict[str, str]:
    return {tag: language["script"] for tag, language in _read(project / "content" / "languages.yml").items()}


def by_label(lines: Iterable[Line]) -> dict[str, tuple[list[str], list[str]]]:
    """The everyday texts and all others of each label, labels in alphabetical order."""
    grouped: dict[str, tuple[list[str], list[str]]] = {}
    for line in lines:
        grouped.setdefault(line.label, ([], []))[0 if line.everyday else 1].append(line.text)
    return dict(sorted(grouped.items()))
