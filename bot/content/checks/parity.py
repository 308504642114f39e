"""Does a translation say the same as its source: same facts, numbers, links, lists?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bot.content.checks.scope import Scope, in_answer
from bot.content.model import SOURCE_TAG, Answer, TranslationState
from bot.content.problem import Problem, Severity
from bot.content.references import REFERENCE

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_NUMBER = re.compile(r"\d+")


def _references(text: str) -> Counter[str]:
    return Counter(f"{match[1]}.{match[2]}" if match[2] else match[1] for match in REFERENCE.finditer(text))


def _links(text: str) -> Counter[str]:
    return Counter(_LINK.findall(text))


def _numbers(text: str) -> Counter[str]:
    plain = _LINK.sub("", REFERENCE.sub("", text))
    return Counter(str(int(each)) for each in _NUMBER.findall(plain))


def _list_items(text: str) -> Counter[str]:
    return Counter({"list items": sum(line.startswith("- ") for line in text.splitlines())})


_ASPECTS: tuple[tuple[str, str, Callable[[str], Counter[str]]], ...] = (
    ("facts-differ", "facts", _references),
    ("links-differ", "links", _links),
    ("numbers-differ", "numbers", _numbers),
    ("lists-differ", "list items", _list_items),
)


def check(scope: Scope) -> Iterator[Problem]:
    """`facts-differ`, `links-differ`, `numbers-differ`, `lists-differ`, `outdated`."""
    for topic, answer in scope.answers():
        source = topic.answers.get(SOURCE_TAG)
        if source is None or answer.tag == SOURCE_TAG:
            continue
        if answer.state is TranslationState.OUTDATED:
            yield in_answer(
                answer,
                "outdated",
                "was made from an older English text. Compare, correct, then run `startpunt content stamp`.",
                Severity.WARNING,
            )
            continue
        yield from _compare(source, answer)


def _compare(source: Answer, answer: Answer) -> Iterator[Problem]:
    for code, name, found_in in _ASPECTS:
        wanted, there = found_in(source.body), found_in(answer.body)
        if wanted != there:
            missing, extra = sorted((wanted - there).elements()), sorted((there - wanted).elements())
            yield in_answer(
                answer,
                code,
                f"has other {name} than the English text: missing {missing}, too many {extra}. Make them equal.",
            )
