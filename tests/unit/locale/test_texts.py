"""Every sentence the bot itself says exists in every language it speaks, with the same inserts."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent

from bot.content.catalogue import Catalogue
from bot.content.load import load
from bot.conversation.commands import COMMANDS
from bot.language.cldr import day_text, euro_text, number_text, time_text, weekday_text
from bot.language.registry import Registry
from bot.locale.texts import FOLDER, TextError, Texts
from bot.settings import PROJECT

FULL = Registry.load(PROJECT / "content" / "languages.yml").full
MAX_BUTTON = 32
MAX_COMMAND = 60
# Bot API: setMyShortDescription 120, setMyDescription 512 characters, answerCallbackQuery 200.
LIMITS = {
    "bot-short-description": 120,
    "bot-description": 512,
    "feedback-thanks": 200,
    "feedback-sorry": 200,
    "old-button": 200,
}


def messages(tag: str) -> dict[str, fluent.Message]:
    resource = FluentParser().parse((FOLDER / f"{tag}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, fluent.Junk)]
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, fluent.Message)}


def inserts(message: fluent.Message) -> set[str]:
    text = FluentSerializer().serialize_entry(message)
    return {part.split("}")[0].strip() for part in text.split("{ $")[1:]}


SOURCE = messages("en")


@pytest.mark.parametrize("tag", FULL)
def test_a_language_has_every_message_with_the_same_inserts(tag: str) -> None:
    translated = messages(tag)

    assert translated.keys() == SOURCE.keys()
    assert {name: inserts(each) for name, each in translated.items()} == {
        name: inserts(each) for name, each in SOURCE.items()
    }


@pytest.mark.parametrize("tag", FULL)
def test_labels_and_descriptions_fit(tag: str, texts: Texts) -> None:
    for name in SOURCE:
        text = texts.say(tag, name, **dict.fromkeys(inserts(SOURCE[name]), "112"))
        if name.startswith(("button-", "area-")):
            assert len(text) <= MAX_BUTTON, name
        if name.startswith("command-"):
            assert 3 <= len(text) <= MAX_COMMAND, name
        assert len(text) <= LIMITS.get(name, 1024), name


@pytest.mark.parametrize("tag", FULL)
def test_every_area_and_command_has_a_label(tag: str, texts: Texts) -> None:
    areas = Catalogue(load(PROJECT / "content")).areas()

    assert all(texts.say(tag, f"area-{area}") for area in areas)
    assert all(texts.say(tag, f"command-{command}") for command in COMMANDS)


def test_every_message_is_used_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "bot").rglob("*.py"))
    built = ("area-", "command-", "button-human-", "button-forget-")
    unused = [
        name for name in SOURCE if f'"{name}"' not in code and f"'{name}'" not in code and not name.startswith(built)
    ]

    # States of translations and kinds of answers are named by their values.
    assert set(unused) <= {"unreviewed", "outdated"}


def test_a_missing_message_is_an_error_and_no_silence(texts: Texts) -> None:
    with pytest.raises(TextError) as raised:
        texts.say("en", "no-such-message")
    assert raised.value.code == "locale.missing_message"


def test_a_missing_insert_is_an_error(texts: Texts) -> None:
    with pytest.raises(TextError) as raised:
        texts.say("en", "checked-on")
    assert raised.value.code == "locale.broken_message"


@pytest.mark.parametrize("tag", FULL)
def test_inserts_are_isolated(tag: str, texts: Texts) -> None:
    assert "\N{FIRST STRONG ISOLATE}16:00\N{POP DIRECTIONAL ISOLATE}" in texts.say(tag, "open-until", time="16:00")


@pytest.mark.parametrize(
    ("tag", "day", "weekday"),
    [
        ("en", "23 November 2026", "Monday"),
        ("nl", "23 november 2026", "maandag"),
        ("fr", "23 novembre 2026", "lundi"),
        ("ar", "23 نوفمبر 2026", "الاثنين"),
    ],
)
def test_dates_are_in_words_with_western_digits(tag: str, day: str, weekday: str) -> None:
    moment = date(2026, 11, 23)

    assert day_text(moment, tag) == day
    assert weekday_text(moment, tag) == weekday


def test_times_are_written_as_on_every_notice() -> None:
    assert time_text(datetime(2026, 11, 23, 9, 5, tzinfo=UTC)) == "09:05"


def test_no_sentence_stands_in_the_code() -> None:
    """What a person reads comes from `locale/` or `content/`: no call of `Say` or button label with a sentence."""
    for path in Path(PROJECT / "bot" / "conversation").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Say":
                first = node.args[0]
                assert not (isinstance(first, ast.Constant) and " " in str(first.value)), path


@pytest.mark.parametrize(("tag", "text"), [("en", "2.5"), ("nl", "2,5"), ("fr", "2,5"), ("ru", "2,5"), ("ar", "2.5")])
def test_numbers_have_the_decimal_mark_of_the_language(tag: str, text: str) -> None:
    assert number_text(2.5, tag) == text
    assert number_text(1250, tag) == "1250"


def test_amounts_are_in_euro() -> None:
    assert euro_text(1250) == "€\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}250"
    assert euro_text(8.5) == "€\N{NO-BREAK SPACE}8.50"
