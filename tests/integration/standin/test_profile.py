"""What the bot says about itself, by language."""

from __future__ import annotations

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import BadRequest

from tests.standin_client import Person, Standin

ENGLISH = [BotCommand("start", "Begin again")]
FRENCH = [BotCommand("start", "Recommencer"), BotCommand("forget", "Tout effacer")]


async def test_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.is_bot, me.first_name, me.username) == (True, "Startpunt", "startpunt_local_bot")
    assert str(me.id) == bot.token.partition(":")[0]


async def test_commands_follow_the_language_of_the_phone(bot: Bot, person: Person) -> None:
    await bot.set_my_commands(ENGLISH)
    await bot.set_my_commands(FRENCH, language_code="fr")

    assert await bot.get_my_commands(language_code="fr") == tuple(FRENCH)
    assert await bot.get_my_commands(language_code="nl") == ()
    assert [command["description"] for command in await person.commands("fr-BE")] == ["Recommencer", "Tout effacer"]
    assert [command["description"] for command in await person.commands("ti")] == ["Begin again"]

    await bot.delete_my_commands(language_code="fr")
    assert [command["description"] for command in await person.commands("fr")] == ["Begin again"]


async def test_commands_of_a_narrower_scope_win(bot: Bot, standin: Standin, person: Person) -> None:
    await bot.set_my_commands(ENGLISH)
    await bot.set_my_commands([BotCommand("queue", "Who waits")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([BotCommand("resume", "Go on")], scope=BotCommandScopeChat(person.id))

    assert [command["command"] for command in await standin.get("chats/group/commands")] == ["queue"]
    assert [command["command"] for command in await person.commands("en")] == ["resume"]


@pytest.mark.parametrize(
    "command, description, refusal",
    [
        ("Start", "x", "bot_command_invalid"),
        ("a-b", "x", "bot_command_invalid"),
        ("start", "", "bot_command_description_invalid"),
        ("start", "x" * 257, "bot_command_description_invalid"),
    ],
)
async def test_faulty_commands_are_refused(bot: Bot, command: str, description: str, refusal: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await bot.set_my_commands([(command, description)])


async def test_names_and_descriptions_have_languages(bot: Bot, standin: Standin) -> None:
    await bot.set_my_name("Startpunt")
    await bot.set_my_name("Point de départ", language_code="fr")
    await bot.set_my_description("I answer questions.")
    await bot.set_my_short_description("Questions?", language_code="en")

    assert (await bot.get_my_name("fr")).name == "Point de départ"
    assert (await bot.get_my_name("nl")).name == "Startpunt"
    assert (await bot.get_my_description("ar")).description == "I answer questions."
    assert (await bot.get_my_short_description("en")).short_description == "Questions?"
    assert (await bot.get_my_short_description("nl")).short_description == ""
    assert await standin.get("profile?language_code=fr") == {
        "name": "Point de départ",
        "description": "I answer questions.",
    }


async def test_too_long_or_wrong_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)name is too long"):
        await bot.set_my_name("x" * 65)
    with pytest.raises(BadRequest, match=r"(?i)lang_code_invalid"):
        await bot.set_my_name("x", language_code="fr-BE")
