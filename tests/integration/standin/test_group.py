"""The volunteers' group and its topics through python-telegram-bot."""

from __future__ import annotations

import pytest
from telegram import Bot, ChatMemberAdministrator, Update
from telegram.error import BadRequest

from tests.standin_client import ControlRefusedError, Person, Standin, Volunteer


async def updates_of(bot: Bot) -> list[Update]:
    return list(await bot.get_updates(timeout=0))


async def test_group_is_a_forum_where_the_bot_manages_topics(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    chat = await bot.get_chat(standin.group_id)
    me = await bot.get_chat_member(standin.group_id, bot.id)
    member = await bot.get_chat_member(standin.group_id, volunteer.id)

    assert (chat.type, chat.is_forum) == ("supergroup", True)
    assert isinstance(me, ChatMemberAdministrator)
    assert me.can_manage_topics
    assert (member.status, member.user.first_name) == ("member", "An")


async def test_people_are_not_in_the_group(bot: Bot, standin: Standin, person: Person) -> None:
    assert (await bot.get_chat_member(standin.group_id, person.id)).status == "left"
    with pytest.raises(BadRequest, match=r"(?i)user not found"):
        await bot.get_chat_member(standin.group_id, 5)


async def test_topic_lives_and_dies(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron", icon_color=0x6FB9F0)
    thread_id = topic.message_thread_id

    sent = await bot.send_message(standin.group_id, "hello", message_thread_id=thread_id)
    await bot.edit_forum_topic(standin.group_id, thread_id, name="Blue heron, claimed")
    await bot.close_forum_topic(standin.group_id, thread_id)
    await bot.reopen_forum_topic(standin.group_id, thread_id)
    await bot.delete_forum_topic(standin.group_id, thread_id)

    assert topic.icon_color == 0x6FB9F0
    assert (sent.message_thread_id, sent.is_topic_message) == (thread_id, True)
    assert await volunteer.messages() == []
    for again in (
        bot.edit_forum_topic(standin.group_id, thread_id, name="x"),
        bot.close_forum_topic(standin.group_id, thread_id),
        bot.reopen_forum_topic(standin.group_id, thread_id),
        bot.delete_forum_topic(standin.group_id, thread_id),
    ):
        with pytest.raises(BadRequest, match=r"(?i)topic_id_invalid"):
            await again


async def test_writing_to_a_deleted_topic_is_refused(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")

    await volunteer.deletes_topic(topic.message_thread_id)

    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(standin.group_id, "x", message_thread_id=topic.message_thread_id)
    await bot.send_chat_action(standin.group_id, "typing", message_thread_id=topic.message_thread_id)
    assert await updates_of(bot) == []


async def test_topic_is_not_changed_to_what_it_is(bot: Bot, standin: Standin) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")

    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await bot.edit_forum_topic(standin.group_id, topic.message_thread_id, name="Blue heron")
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await bot.reopen_forum_topic(standin.group_id, topic.message_thread_id)


async def test_names_and_colours_of_topics_are_checked(bot: Bot, standin: Standin, person: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)topic_title_empty"):
        await bot.create_forum_topic(standin.group_id, " ")
    with pytest.raises(BadRequest, match=r"(?i)topic_title_too_long"):
        await bot.create_forum_topic(standin.group_id, "x" * 129)
    with pytest.raises(BadRequest, match=r"(?i)topic_icon_color_invalid"):
        await bot.create_forum_topic(standin.group_id, "x", icon_color=1)
    with pytest.raises(BadRequest, match=r"(?i)not a forum"):
        await bot.create_forum_topic(person.id, "x")


async def test_bot_hears_what_volunteers_write(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")
    asked = await bot.send_message(standin.group_id, "where?", message_thread_id=topic.message_thread_id)

    await volunteer.writes("in general")
    await volunteer.writes("in the topic", topic.message_thread_id)
    answered = await volunteer.next_message_in(topic.message_thread_id)
    await volunteer.writes("an answer", reply_to=answered)

    general, inside, answer = [update.message for update in await updates_of(bot)]
    assert general is not None
    assert (general.text, general.message_thread_id) == ("in general", None)
    assert inside is not None
    assert inside.message_thread_id == topic.message_thread_id
    assert inside.reply_to_message is not None
    assert inside.reply_to_message.forum_topic_created is not None
    assert answer is not None
    assert answer.message_thread_id == topic.message_thread_id
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.message_id in (asked.message_id, answered.id)


async def test_bot_hears_of_topics_of_volunteers(bot: Bot, standin: Standin, volunteer: Volunteer) -> None:
    topic_id = await volunteer.opens_topic("Coffee")
    await volunteer.closes_topic(topic_id)
    await volunteer.reopens_topic(topic_id)

    opened, closed, reopened = [update.message for update in await updates_of(bot)]
    assert opened is not None
    assert opened.forum_topic_created is not None
    assert closed is not None
    assert closed.forum_topic_closed is not None
    assert reopened is not None
    assert reopened.forum_topic_reopened is not None
    await bot.send_message(standin.group_id, "x", message_thread_id=topic_id)


async def test_group_is_for_volunteers(standin: Standin, person: Person) -> None:
    with pytest.raises(ControlRefusedError, match="only volunteers"):
        await standin.post("chats/group/messages", {"from": person.id, "text": "x"})
