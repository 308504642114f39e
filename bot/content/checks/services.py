"""Are the services' names, phones and places fit to be shown?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from bot.content.checks.scope import Scope
from bot.content.model import SOURCE_TAG, Fact, Service
from bot.content.problem import Problem

MAX_WHAT = 100
MAX_DIRECTIONS = 120
_BELGIUM = "BE"
_SHORT = re.compile(r"1\d{2,3}|116 ?\d{3}")
_BELGIUM_BOX = ((49.4, 51.6), (2.5, 6.5))
"""Latitudes and longitudes between which Belgium lies."""


def check(scope: Scope) -> Iterator[Problem]:
    """`missing-name`, `bad-phone`, `outside-belgium`, `long-line`."""
    for service in scope.content.services.values():
        path = f"services/{service.id}.yml"
        if not service.name.get(SOURCE_TAG):
            texts = f"service-texts/{SOURCE_TAG}.yml"
            yield Problem(texts, 1, "missing-name", f"{service.id} has no `name`. Add it.")
        for tag in scope.registry.full:
            if not service.what.get(tag):
                yield Problem(f"service-texts/{tag}.yml", 1, "missing-name", f"{service.id} has no `what`. Add it.")
        if service.phone and not is_belgian_phone(service.phone):
            yield Problem(
                path, 1, "bad-phone", f"{service.phone} is no Belgian number. Write it as it is dialled here."
            )
        yield from _place(path, service)
    for fact in scope.content.facts.values():
        yield from _fact(fact)


def _place(path: str, service: Service) -> Iterator[Problem]:
    for name, texts, limit in (
        ("what", service.what, MAX_WHAT),
        ("directions", service.directions, MAX_DIRECTIONS),
    ):
        for tag, text in texts.items():
            if len(text) > limit:
                yield Problem(
                    f"service-texts/{tag}.yml",
                    1,
                    "long-line",
                    f"`{name}` of {service.id} has {len(text)} characters, at most {limit}.",
                )
    if service.position is None:
        return
    (south, north), (west, east) = _BELGIUM_BOX
    if not (south < service.position.latitude < north and west < service.position.longitude < east):
        yield Problem(path, 1, "outside-belgium", "has a `position` outside Belgium. Correct it.")


def _fact(fact: Fact) -> Iterator[Problem]:
    if fact.kind == "phone" and not is_belgian_phone(str(fact.value)):
        yield Problem("facts.yml", 1, "bad-phone", f"{fact.id}: {fact.value} is no Belgian number.")


def is_belgian_phone(text: str) -> bool:
    """Whether `text` can be dialled in Belgium: a full number, or a short one such as 112 or 116 000."""
    if _SHORT.fullmatch(text):
        return True
    try:
        number = phonenumbers.parse(text, _BELGIUM)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)
