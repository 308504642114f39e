"""Are the dates of facts, topics and services sane, and who must look at them again?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.content.checks.scope import Scope
from bot.content.problem import Problem, Severity

_STATED = re.compile(r"undated|about \d{4}|\d{4}(-\d{2}(-\d{2})?)?")


def check(scope: Scope) -> Iterator[Problem]:
    """`checked-in-future`, `review-before-check`, `past-review`, `bad-stated-date`, `no-source`."""
    for topic in scope.content.topics.values():
        path = f"{topic.id}/topic.yml"
        yield from _span(path, topic.checked, topic.review_by, scope.today)
        if not topic.sources:
            yield Problem(path, 1, "no-source", "names no source. Say where its facts were read.")
        for source in topic.sources:
            if not _STATED.fullmatch(source.stated):
                yield Problem(path, 1, "bad-stated-date", f"{source.stated!r} must be like 2026-06, or undated.")
    for service in scope.content.services.values():
        yield from _span(f"services/{service.id}.yml", service.checked, service.review_by, scope.today)
    for fact in scope.content.facts.values():
        if fact.checked > scope.today:
            yield Problem("facts.yml", 1, "checked-in-future", f"{fact.id} was checked in the future. Correct it.")


def _span(path: str, checked: date, review_by: date, today: date) -> Iterator[Problem]:
    if checked > today:
        yield Problem(path, 1, "checked-in-future", f"`checked` is {checked}, in the future. Correct it.")
    if review_by <= checked:
        yield Problem(path, 1, "review-before-check", f"`review_by` {review_by} must be later than `checked`.")
    if review_by < today:
        yield Problem(
            path,
            1,
            "past-review",
            f"should have been checked again by {review_by}. Check it, then move the dates.",
            Severity.WARNING,
        )
