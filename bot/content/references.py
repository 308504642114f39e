"""How do facts get into texts? `{{fact-id}}` and `{{service-id.field}}` become values, isolated by Unicode marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.content.model import SOURCE_TAG, Fact, FactId, Service, ServiceId, Tag
from bot.errors import StartpuntError
from bot.language.cldr import day_text, euro_text, number_text

REFERENCE = re.compile(r"\{\{\s*([a-z0-9-]+)(?:\.([a-z]+))?\s*\}\}")
FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_DIRECTIONAL_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"


class UnknownReferenceError(StartpuntError):
    """`content.unknown_reference`: a text refers to a fact or a service's field that is not there."""


def isolate(text: str) -> str:
    """`text` so that it keeps its own direction inside text of the other direction."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"


def in_language(texts: Mapping[Tag, str], tag: Tag, otherwise: tuple[Tag, ...] = (SOURCE_TAG, "fr", "nl")) -> str:
    """The text in `tag`, else in the first language of `otherwise` that has one, else the empty string."""
    return next((texts[each] for each in (tag, *otherwise) if texts.get(each)), "")


def official(texts: Mapping[Tag, str], tag: Tag) -> str:
    """A street or town as it stands on the sign: Dutch for readers of Dutch, else French, else Dutch."""
    return in_language(texts, tag if tag in {"nl", "fr"} else "fr", ("fr", "nl"))


def fact_text(fact: Fact, tag: Tag) -> str:
    """A fact's value as people write it in a language."""
    match fact.kind, fact.value:
        case "money", (int() | float()) as amount:
            return euro_text(amount)
        case "number", (int() | float()) as number:
            return number_text(number, tag)
        case "date", str() as day:
            return day_text(date.fromisoformat(day), tag)
        case "phone", number:
            return phone_text(str(number))
        case _:
            return str(fact.value)


def phone_text(number: str) -> str:
    """A phone number that never breaks at the end of a line: from right to left its groups would change places."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def resolve(text: str, tag: Tag, facts: Mapping[FactId, Fact], services: Mapping[ServiceId, Service]) -> str:
    """`text` with every reference replaced by its isolated value.

    Raises UnknownReferenceError for a reference that leads nowhere.
    """

    def replace(match: re.Match[str]) -> str:
        value = lookup(match[1], match[2], tag, facts, services)
        if value is None:
            raise UnknownReferenceError("content.unknown_reference", reference=match[0])
        return isolate(value)

    return REFERENCE.sub(replace, text)


def lookup(
    name: str,
    field: str | None,
    tag: Tag,
    facts: Mapping[FactId, Fact],
    services: Mapping[ServiceId, Service],
) -> str | None:
    """The value that `{{name}}` or `{{name.field}}` stands for; None when there is none."""
    if field is None:
        fact = facts.get(FactId(name))
        return fact_text(fact, tag) if fact else None
    service = services.get(ServiceId(name))
    if service is None:
        return None
    fields = {
        "name": in_language(service.name, tag),
        "phone": service.phone and phone_text(service.phone),
        "mail": service.mail,
        "web": service.web,
    }
    return fields.get(field)
