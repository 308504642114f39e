"""What people do on their phones, as the bot hears of it."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest

from bot.standin.limits import Limits
from tests.standin_client import ControlRefusedError, Person, SeenMessage, Standin, Volunteer

MARKUP = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Yes", callback_data="y"), InlineKeyboardButton("Site", url="https://fedasil.be")],
        [InlineKeyboardButton("نعم", callback_data="ar")],
    ]
)


async def only_update(bot: Bot) -> Update:
    """The single update that waits; it is confirmed."""
    (update,) = await bot.get_updates(timeout=0)
    await bot.get_updates(offset=update.update_id + 1, timeout=0)
    return update


async def asked(bot: Bot, person: Person) -> SeenMessage:
    await bot.send_message(person.id, "?", reply_markup=MARKUP)
    return await person.next_message()


async def test_start_carries_its_payload(bot: Bot, standin: Standin) -> None:
    person = await standin.person("Selam", "ti", username="selam_1", last_name="T")

    await person.starts("poster")

    update = await only_update(bot)
    assert update.message is not None
    assert update.message.text == "/start poster"
    assert list(update.message.parse_entities(["bot_command"]).values()) == ["/start"]
    assert update.effective_user is not None
    assert (update.effective_user.full_name, update.effective_user.username) == ("Selam T", "selam_1")


async def test_edit_reaches_the_bot(bot: Bot, person: Person) -> None:
    said = await person.says("helo")
    await only_update(bot)

    await person.edits(said, "hello")

    update = await only_update(bot)
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (said.id, "hello")


async def test_tap_is_answered_with_a_toast(bot: Bot, person: Person) -> None:
    question = await asked(bot, person)

    await person.taps(question, "Yes")
    query = (await only_update(bot)).callback_query
    assert query is not None
    await bot.answer_callback_query(query.id, "Done", show_alert=True)

    assert query.data == "y"
    assert query.message is not None
    assert query.message.message_id == question.id
    answer = await person.next_callback_answer()
    assert (answer.text, answer.show_alert) == ("Done", True)


async def test_tap_by_its_data(bot: Bot, person: Person) -> None:
    await person.taps_data(await asked(bot, person), "ar")

    query = (await only_update(bot)).callback_query
    assert query is not None
    assert query.data == "ar"


async def test_tap_can_be_answered_once_and_not_late(bot: Bot, standin: Standin, person: Person) -> None:
    question = await asked(bot, person)
    first = await person.taps(question, "Yes")
    late = await person.taps(question, "Yes")

    await bot.answer_callback_query(first["callback_query_id"])
    await standin.advance(Limits().callback_answer_s + 1)

    for query_id in (first["callback_query_id"], late["callback_query_id"], "5"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
            await bot.answer_callback_query(query_id)


async def test_button_with_a_link_tells_the_bot_nothing(bot: Bot, person: Person) -> None:
    assert await person.taps(await asked(bot, person), "Site") == {"url": "https://fedasil.be"}

    assert await bot.get_updates(timeout=0) == ()


async def test_button_that_is_gone_cannot_be_tapped(bot: Bot, person: Person) -> None:
    question = await asked(bot, person)

    await bot.edit_message_reply_markup(person.id, question.id)

    with pytest.raises(ControlRefusedError, match="no such button"):
        await person.taps(question, "Yes")


async def test_bot_hears_of_block_and_unblock(bot: Bot, person: Person) -> None:
    await person.blocks()
    blocked = (await only_update(bot)).my_chat_member
    await person.unblocks()
    unblocked = (await only_update(bot)).my_chat_member

    assert blocked is not None
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert unblocked is not None
    assert (unblocked.old_chat_member.status, unblocked.new_chat_member.status) == ("kicked", "member")


async def test_start_ends_a_block(bot: Bot, person: Person) -> None:
    await person.blocks()
    with pytest.raises(ControlRefusedError, match="has blocked the bot"):
        await person.says("hello")

    await person.starts()

    kinds = [update.to_dict().keys() - {"update_id"} for update in await bot.get_updates(timeout=0)]
    assert kinds == [{"my_chat_member"}, {"my_chat_member"}, {"message"}]
    await bot.send_message(person.id, "welcome back")


async def test_phone_changes_its_language(bot: Bot, person: Person) -> None:
    await person.changes_phone(first_name="Sara", language_code="fr")
    await person.says("bonjour")

    update = await only_update(bot)
    assert update.effective_user is not None
    assert (update.effective_user.first_name, update.effective_user.language_code) == ("Sara", "fr")


async def test_phone_without_a_language_has_no_code(bot: Bot, standin: Standin) -> None:
    await (await standin.person("Selam")).says("hello")

    update = await only_update(bot)
    assert update.effective_user is not None
    assert update.effective_user.language_code is None


async def test_person_answers_a_message(bot: Bot, person: Person) -> None:
    question = await asked(bot, person)

    await person.says("this one", reply_to_message_id=question.id)

    update = await only_update(bot)
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.message_id == question.id


async def test_what_a_phone_cannot_do_is_refused(bot: Bot, standin: Standin, person: Person) -> None:
    other = await standin.person("Sara", started=True)
    question = await asked(bot, person)

    refused: dict[str, dict[str, object]] = {
        f"chats/{other.id}/messages": {"from": person.id, "text": "x"},
        f"chats/{person.id}/messages": {"text": "   "},
        f"chats/{person.id}/messages/{question.id}/edit": {"text": "x"},
        f"chats/{person.id}/messages/5/tap": {"label": "Yes"},
        "chats/5/messages": {"text": "x"},
        "people/5/block": {},
        "people": {"first_name": " "},
    }
    for path, body in refused.items():
        with pytest.raises(ControlRefusedError):
            await standin.post(path, body)
    with pytest.raises(ControlRefusedError, match="no such kind"):
        await person.sends("telegram")


async def test_each_reader_gets_each_message_once(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    other = await standin.volunteer("Karim")
    await bot.send_message(standin.group_id, "one")
    await bot.send_message(standin.group_id, "two")

    assert [(await volunteer.next_message()).text for _ in range(2)] == ["one", "two"]
    assert [(await other.next_message()).text for _ in range(2)] == ["one", "two"]
    with pytest.raises(AssertionError, match="no message of the bot"):
        await volunteer.next_message(timeout_s=0.01)


async def test_person_deletes_and_reads(bot: Bot, standin: Standin, person: Person) -> None:
    said = await person.says("one")
    await person.says("two")

    await standin.post(f"chats/{person.id}/messages/{said.id}/delete", {})

    assert [message.text for message in await person.messages()] == ["two"]
    assert await person.next_deletion() == said.id
