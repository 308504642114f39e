"""Editing, deleting, pinning and reacting through python-telegram-bot."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from tests.standin_client import Person, Standin

MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])


async def test_text_changes_and_buttons_go(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "<b>one</b>", parse_mode=ParseMode.HTML, reply_markup=MARKUP)

    edited = await bot.edit_message_text("two", person.id, sent.message_id)

    assert isinstance(edited, Message)
    assert (edited.text, edited.entities, edited.reply_markup) == ("two", (), None)
    assert edited.edit_date is not None
    assert (await person.next_edit()).text == "two"


async def test_buttons_change_alone(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "one", reply_markup=MARKUP)

    edited = await bot.edit_message_reply_markup(person.id, sent.message_id)

    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup) == ("one", None)


async def test_caption_changes(bot: Bot, person: Person) -> None:
    picture = await person.sends("photo")
    copied = await bot.copy_message(person.id, person.id, picture.id)

    await bot.edit_message_caption(person.id, copied.message_id, caption="new")

    assert (await person.next_edit()).text == "new"


async def test_same_again_is_refused(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "one", reply_markup=MARKUP)

    for edit in (
        bot.edit_message_text("one", person.id, sent.message_id, reply_markup=MARKUP),
        bot.edit_message_reply_markup(person.id, sent.message_id, reply_markup=MARKUP),
    ):
        with pytest.raises(BadRequest, match="Message is not modified"):
            await edit


async def test_messages_that_cannot_be_edited(bot: Bot, person: Person) -> None:
    said = await person.says("mine")
    sent = await bot.send_message(person.id, "one")
    copied = await bot.copy_message(person.id, person.id, (await person.sends("photo")).id)

    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", person.id, 5)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", person.id, said.id)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", person.id, copied.message_id)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(person.id, sent.message_id, caption="x")


async def test_deleted_messages_are_gone(bot: Bot, person: Person) -> None:
    ids = [(await bot.send_message(person.id, str(n))).message_id for n in range(3)]

    await bot.delete_message(person.id, ids[0])
    await bot.delete_messages(person.id, [*ids, 5])

    assert await person.messages() == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(person.id, ids[0])


async def test_old_message_cannot_be_deleted(bot: Bot, standin: Standin, person: Person) -> None:
    sent = await bot.send_message(person.id, "x")

    await standin.advance(48 * 3600 + 1)

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(person.id, sent.message_id)


async def test_pinned_message_is_part_of_the_chat(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "important")

    await bot.pin_chat_message(person.id, sent.message_id)

    chat = await bot.get_chat(person.id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.text == "important"
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(person.id, 5)


async def test_reaction_shows_on_the_phone(bot: Bot, person: Person) -> None:
    said = await person.says("thanks")

    await bot.set_message_reaction(person.id, said.id, "\N{THUMBS UP SIGN}")

    changes = [change for change in await person.screen.unread() if change["kind"] == "reaction"]
    assert [(change["message_id"], change["emoji"]) for change in changes] == [(said.id, ["\N{THUMBS UP SIGN}"])]
