"""Sending texts and places through python-telegram-bot."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from tests.standin_client import Person, Standin


async def test_text_arrives_as_it_was_sent(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "<b>ሰላም</b> \U0001f6cf <i>bed</i>", parse_mode=ParseMode.HTML)

    seen = await person.next_message()
    assert sent.text == seen.text == "ሰላም \U0001f6cf bed"
    assert sent.parse_entities() == dict(zip(sent.entities, ["ሰላም", "bed"], strict=True))
    assert sent.from_user == await bot.get_me()
    assert (sent.chat.id, sent.chat.type, sent.chat.first_name) == (person.id, "private", "Selam")


async def test_inline_buttons_come_back(bot: Bot, person: Person) -> None:
    markup = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Yes", callback_data="y"), InlineKeyboardButton("Site", url="https://fedasil.be")],
            [InlineKeyboardButton("Copy", copy_text=CopyTextButton("0800 12 345"))],
        ]
    )

    sent = await bot.send_message(person.id, "?", reply_markup=markup)

    assert sent.reply_markup == markup
    assert (await person.next_message()).labels == ["Yes", "Site", "Copy"]


async def test_reply_keyboard_is_taken_but_is_no_part_of_the_message(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "?", reply_markup=ReplyKeyboardMarkup([["Yes", "No"]]))
    await bot.send_message(person.id, "!", reply_markup=ReplyKeyboardRemove())

    assert sent.reply_markup is None
    assert (await person.next_message()).markup == {"keyboard": [[{"text": "Yes"}, {"text": "No"}]]}
    assert (await person.next_message()).markup == {"remove_keyboard": True}


async def test_options_of_a_message_are_taken(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(
        person.id,
        "https://fedasil.be",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        protect_content=True,
        disable_notification=True,
    )

    assert sent.has_protected_content
    assert sent.link_preview_options == LinkPreviewOptions(is_disabled=True)


async def test_answer_shows_what_it_answers(bot: Bot, person: Person) -> None:
    question = await person.says("where?")

    answer = await bot.send_message(person.id, "here", reply_parameters=ReplyParameters(question.id))

    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "where?"


async def test_answer_to_a_message_that_is_gone(bot: Bot, person: Person) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(person.id, "x", reply_parameters=ReplyParameters(5))

    sent = await bot.send_message(person.id, "x", reply_parameters=ReplyParameters(5, allow_sending_without_reply=True))
    assert sent.reply_to_message is None


async def test_places_arrive(bot: Bot, person: Person) -> None:
    location = await bot.send_location(person.id, 50.85, 4.36)
    venue = await bot.send_venue(person.id, 50.85, 4.36, "Arrival centre", "Pachecolaan 44")

    assert location.location is not None
    assert (location.location.latitude, location.location.longitude) == (50.85, 4.36)
    assert venue.venue is not None
    assert (venue.venue.title, venue.venue.address) == ("Arrival centre", "Pachecolaan 44")
    assert venue.location == venue.venue.location


async def test_copy_has_no_trace_of_its_source(bot: Bot, standin: Standin, person: Person) -> None:
    said = await person.says("hello https://fedasil.be")
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")

    copied = await bot.copy_message(standin.group_id, person.id, said.id, message_thread_id=topic.message_thread_id)

    payload = standin.parts.world.group.messages[copied.message_id].payload if standin.parts else {}
    assert payload["text"] == said.text
    assert payload["entities"] == said.payload["entities"]
    assert payload["from"]["is_bot"] is True
    assert "forward_origin" not in payload


async def test_forward_names_its_source(bot: Bot, standin: Standin, person: Person) -> None:
    said = await person.says("hello")

    forwarded = await bot.forward_message(standin.group_id, person.id, said.id)

    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.sender_user.first_name == "Selam"  # type: ignore[attr-defined]


async def test_copy_of_a_picture_may_get_another_caption(bot: Bot, person: Person) -> None:
    picture = await person.sends("photo", text="first")

    await bot.copy_message(person.id, person.id, picture.id)
    await bot.copy_message(person.id, person.id, picture.id, caption="<b>other</b>", parse_mode=ParseMode.HTML)

    assert [(await person.next_message()).text for _ in range(2)] == ["first", "other"]


async def test_chat_action_shows(bot: Bot, person: Person) -> None:
    await bot.send_chat_action(person.id, "typing")

    assert [change["action"] for change in await person.screen.unread() if change["kind"] == "typing"] == ["typing"]


REFUSED_TEXTS = {
    "empty": ("", "Message text is empty"),
    "white space": (" \n ", "Message text is empty"),
    "empty after parsing": ("<b></b>", "Message text is empty"),
    "too long": ("<b>" + "x" * 4097 + "</b>", "Message is too long"),
    "unknown tag": ("<br>", 'Can\'t parse entities: unsupported start tag "br" at byte offset 0'),
}


@pytest.mark.parametrize("text, refusal", REFUSED_TEXTS.values(), ids=REFUSED_TEXTS)
async def test_text_is_refused(bot: Bot, person: Person, text: str, refusal: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(person.id, text, parse_mode=ParseMode.HTML)

    assert refused.value.message.lower() == refusal.lower()


async def test_longest_text_passes(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "<b>" + "x" * 4096 + "</b>", parse_mode=ParseMode.HTML)

    assert len(sent.text or "") == 4096


async def test_data_of_a_button_is_counted_in_bytes(bot: Bot, person: Person) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="ሰ" * 22)]])

    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(person.id, "x", reply_markup=markup)


async def test_unknown_chats_are_not_found(bot: Bot, standin: Standin) -> None:
    stranger = await standin.person("Sara")

    for chat_id in (stranger.id, 5, "@somebody"):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "x")


async def test_volunteer_who_never_started_the_bot_gets_nothing(bot: Bot, standin: Standin) -> None:
    volunteer = await standin.volunteer("An")

    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(volunteer.id, "x")


async def test_person_who_blocked_the_bot_gets_nothing(bot: Bot, person: Person) -> None:
    await person.blocks()

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(person.id, "x")

    await person.unblocks()
    await bot.send_message(person.id, "x")


@pytest.mark.parametrize(
    "latitude, longitude, refusal",
    [(95.0, 4.3, "wrong latitude specified"), (50.8, 181.0, "wrong longitude specified")],
    ids=["too far north", "too far east"],
)
async def test_place_off_the_map_is_refused(
    bot: Bot, person: Person, latitude: float, longitude: float, refusal: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await bot.send_location(person.id, latitude, longitude)
