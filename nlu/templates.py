"""Which sentences does a template stand for? Sampled in hassil's syntax, the same way each time."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hassil.expression import Alternative, Expression, Group, ListReference, Permutation, RuleReference, TextChunk
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError

_SPACE_BEFORE: Final = re.compile(r"\s+([,.?!])")
_ATTEMPTS_PER_SENTENCE: Final = 4


class TemplateError(Exception):
    """A template or rule that cannot be expanded; the message says why, for the one who wrote it."""


def read_rules(rules: Mapping[object, object]) -> dict[str, str]:
    """The shared rules, each parsed once to see that it can be. TemplateError names the first that cannot."""
    for name, source in rules.items():
        if not isinstance(name, str) or not isinstance(source, str):
            raise TemplateError(f"rule {name!r} is not a text")
    texts = {str(name): str(source) for name, source in rules.items()}
    for name, source in texts.items():
        try:
            Template(source, texts)
        except TemplateError as error:
            raise TemplateError(f"rule {name!r}: {error}") from error
    return texts


class Template:
    """A parsed template with its rules filled in."""

    def __init__(self, source: str, rules: Mapping[str, str]) -> None:
        self._root = _parse(source, rules, ())

    def sample(self, limit: int, seed: str) -> list[str]:
        """Different sentences, `limit` at most, or more if it takes more to use each alternative once.

        Every alternative takes its turn before any comes again, so that no word of the template goes unused.
        """
        chance = random.Random(seed)  # noqa: S311 (nothing secret: the same sentences each time)
        turns: dict[int, Iterator[Expression]] = {}
        wanted = max(limit, _widest(self._root))
        sentences: dict[str, None] = {}
        for _ in range(wanted * _ATTEMPTS_PER_SENTENCE):
            sentences[_tidy(_say(self._root, turns, chance))] = None
            if len(sentences) >= wanted:
                break
        return [sentence for sentence in sentences if sentence]


def _parse(source: str, rules: Mapping[str, str], open_rules: tuple[str, ...]) -> Expression:
    try:
        expression = parse_sentence(source).expression
    except (ParseError, ValueError, AssertionError) as error:
        raise TemplateError("brackets do not match, or the syntax is wrong") from error
    return _fill_in(expression, rules, open_rules)


def _fill_in(expression: Expression, rules: Mapping[str, str], open_rules: tuple[str, ...]) -> Expression:
    if isinstance(expression, RuleReference):
        name = expression.rule_name
        if name not in rules:
            raise TemplateError(f"there is no rule <{name}>")
        if name in open_rules:
            raise TemplateError(f"rule <{name}> refers to itself")
        return _parse(rules[name], rules, (*open_rules, name))
    if isinstance(expression, ListReference):
        raise TemplateError(f"lists such as {{{expression.list_name}}} are not used here")
    if isinstance(expression, Group):
        expression.items = [_fill_in(item, rules, open_rules) for item in expression.items]
    return expression


def _widest(expression: Expression) -> int:
    if not isinstance(expression, Group):
        return 1
    own = len(expression.items) if isinstance(expression, Alternative) else 1
    return max([own, *(_widest(item) for item in expression.items)])


def _say(expression: Expression, turns: dict[int, Iterator[Expression]], chance: random.Random) -> str:
    if isinstance(expression, TextChunk):
        return expression.original_text
    if isinstance(expression, Permutation):
        return "".join(_say(item, turns, chance) for item in chance.sample(expression.items, len(expression.items)))
    if isinstance(expression, Alternative):
        taken = next(turns.setdefault(id(expression), _rounds(expression.items, chance)))
        return _say(taken, turns, chance)
    assert isinstance(expression, Group)
    return "".join(_say(item, turns, chance) for item in expression.items)


def _rounds(items: list[Expression], chance: random.Random) -> Iterator[Expression]:
    for _ in itertools.count():
        yield from chance.sample(items, len(items))


def _tidy(sentence: str) -> str:
    return _SPACE_BEFORE.sub(r"\1", " ".join(sentence.split()))
