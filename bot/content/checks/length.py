"""Does a text fit a small screen, a button and Telegram's limit?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.checks.scope import Scope, in_answer
from bot.content.model import Answer
from bot.content.problem import Problem, Severity
from bot.content.references import REFERENCE, lookup

MAX_TITLE = 32
"""Characters that a button of full width shows on a small phone."""

AIM_BODY = 900
MAX_BODY = 2000
"""A body of this length, three service cards and the notices stay under Telegram's 4,096 characters."""


def check(scope: Scope) -> Iterator[Problem]:
    """`long-title`, `empty`, `long-text`, `too-long`."""
    for _, answer in scope.answers():
        if len(answer.title) > MAX_TITLE:
            yield in_answer(
                answer,
                "long-title",
                f"has a title of {len(answer.title)} characters. At most {MAX_TITLE} fit a button.",
            )
        length = rendered_length(scope, answer)
        if length == 0:
            yield in_answer(answer, "empty", "has no text. Write it.")
        if length > MAX_BODY:
            yield in_answer(answer, "too-long", f"has {length} characters. Cut it to {MAX_BODY}, better {AIM_BODY}.")
        elif length > AIM_BODY:
            yield in_answer(
                answer,
                "long-text",
                f"has {length} characters. Aim at {AIM_BODY}: it is read on a phone.",
                Severity.WARNING,
            )


def rendered_length(scope: Scope, answer: Answer) -> int:
    """Characters of the body once references are filled in."""
    facts, services = scope.content.facts, scope.content.services
    return len(REFERENCE.sub(lambda match: lookup(match[1], match[2], answer.tag, facts, services) or "", answer.body))
