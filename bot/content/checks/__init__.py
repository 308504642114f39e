"""Is the content fit to be shown? Every check, in the order in which their problems are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

from bot.content.checks import completeness, dates, glossary, length, markup, parity, references, script, services
from bot.content.checks.scope import Scope
from bot.content.load import Content
from bot.content.problem import Problem
from bot.language.registry import Registry

Check = Callable[[Scope], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    completeness.check,
    references.check,
    markup.check,
    length.check,
    parity.check,
    script.check,
    glossary.check,
    dates.check,
    services.check,
)


def check_all(content: Content, registry: Registry, today: date) -> list[Problem]:
    """All problems: what could not be read first, then those of each check."""
    scope = Scope(content, registry, today)
    return [*content.problems, *chain.from_iterable(check(scope) for check in CHECKS)]
