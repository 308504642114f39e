"""Texts as Telegram stores them: trimmed, checked, with what it marks by itself."""

from __future__ import annotations

from typing import Any

import pytest

from bot.standin.entities import MAX_TEXT_CHARACTERS, formatted
from bot.standin.errors import ApiError


def read(text: str, parse_mode: str | None = "HTML", given: list[Any] | None = None) -> tuple[str, list[Any]]:
    return formatted(text, parse_mode, given, limit=MAX_TEXT_CHARACTERS, too_long="message is too long")


TRIMMED = {
    "both ends": ("  a  ", "a", []),
    "entities move along": ("  <b>a</b>", "a", [("bold", 0, 1)]),
    "entities shrink": ("<b> a </b>", "a", [("bold", 0, 1)]),
    "entities of white space go": ("a<b>  </b>", "a", []),
    "nothing but white space": (" \n ", "", []),
    "no-break space stays": ("\u00a0a", "\u00a0a", []),
}


@pytest.mark.parametrize("source, text, entities", TRIMMED.values(), ids=TRIMMED)
def test_white_space_at_the_ends_goes(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    actual, found = read(source)

    assert actual == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


MARKED = {
    "web address": ("see https://fedasil.be/en.", [("url", "https://fedasil.be/en")]),
    "address without a scheme": ("see fedasil.be now", [("url", "fedasil.be")]),
    "mail address": ("write to info@fedasil.be", [("email", "info@fedasil.be")]),
    "command": ("/start poster", [("bot_command", "/start")]),
    "command for this bot": ("/help@startpunt_local_bot", [("bot_command", "/help@startpunt_local_bot")]),
    "no command in a word": ("and/or", []),
    "name": ("ask @startpunt_bot", [("mention", "@startpunt_bot")]),
    "tag": ("#asylum", [("hashtag", "#asylum")]),
    "telephone number": ("call +32 2 793 82 40", [("phone_number", "+32 2 793 82 40")]),
    "number of a house": ("Pachecolaan 44, 1000 Brussels", []),
    "behind an emoji": ("\U0001f6cf fedasil.be", [("url", "fedasil.be")]),
}


@pytest.mark.parametrize("source, marked", MARKED.values(), ids=MARKED)
def test_telegram_marks_addresses_and_commands(source: str, marked: list[tuple[str, str]]) -> None:
    text, entities = read(source, None)

    units = text.encode("utf-16-le")
    parts = [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in entities]
    assert [(entity["type"], part) for entity, part in zip(entities, parts, strict=True)] == marked


def test_text_of_a_link_is_not_marked_again() -> None:
    _, entities = read('<a href="https://a.be/">fedasil.be</a>')

    assert [entity["type"] for entity in entities] == ["text_link"]


def test_limit_counts_characters_after_parsing() -> None:
    text, _ = read("<b>" + "\U0001f6cf" * MAX_TEXT_CHARACTERS + "</b>")

    assert len(text) == MAX_TEXT_CHARACTERS
    with pytest.raises(ApiError, match="Bad Request: message is too long"):
        read("a" * (MAX_TEXT_CHARACTERS + 1))


def test_entities_may_be_given_instead_of_html() -> None:
    text, entities = read("<b> hi", None, [{"type": "bold", "offset": 0, "length": 99}])

    assert (text, entities) == ("<b> hi", [{"type": "bold", "offset": 0, "length": 6}])


@pytest.mark.parametrize("entity", [5, {}, {"type": "bold", "offset": 9, "length": 1}, {"type": "bold"}], ids=repr)
def test_faulty_entities_are_refused(entity: Any) -> None:
    with pytest.raises(ApiError, match="can't parse entities"):
        read("hello", None, [entity])


def test_other_parse_modes_are_refused() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        read("a", "wiki")
