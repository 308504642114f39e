"""The page with the two phones, used as a person and as a volunteer would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError

from tests.browser.conftest import HEIGHT, WIDTH, Page
from tests.standin_client import Standin

pytestmark = pytest.mark.browser

BUBBLE = "#person .message .bubble"
HOSTILE = '<img src=x onerror="document.title=1"> & <script>1</script>'
TIME_COVERS_TEXT = """
const time = arguments[0].querySelector("time").getBoundingClientRect(), range = document.createRange();
range.selectNodeContents(arguments[0].querySelector(".text"));
return [...range.getClientRects()].some((box) => box.width > 1 && box.left < time.right && time.left < box.right
  && box.top < time.bottom - 3 && time.top + 3 < box.bottom);
"""
IS_IN_VIEW = """
return arguments[0].getBoundingClientRect().bottom <= arguments[0].closest(".wall").getBoundingClientRect().bottom;
"""
IN_PHONE = """
const phone = arguments[0].closest(".wall").getBoundingClientRect(), box = arguments[0].getBoundingClientRect();
return [box.left - phone.left, phone.right - box.right];
"""
TEXT_SIDES = """
const text = arguments[0].querySelector(".text"), range = document.createRange();
range.selectNodeContents(text);
const lines = [...range.getClientRects()].filter((box) => box.width > 1), frame = text.getBoundingClientRect();
return lines.map((box) => [Math.round(box.left - frame.left), Math.round(frame.right - box.right)]);
"""


@pytest.fixture
async def _echo(bot: Bot) -> AsyncIterator[None]:
    """A bot that repeats what it is told, with two buttons, and answers taps."""
    repeating = asyncio.ensure_future(_repeat(bot))
    yield
    repeating.cancel()
    with suppress(asyncio.CancelledError):
        await repeating


async def _repeat(bot: Bot) -> None:
    offset = 0
    while True:
        with suppress(TelegramError):
            for update in await bot.get_updates(offset=offset, timeout=20):
                offset = update.update_id + 1
                await _answer(bot, update)


async def _answer(bot: Bot, update: Update) -> None:
    query, message = update.callback_query, update.message
    if query is not None:
        await bot.answer_callback_query(query.id, f"You chose {query.data}", show_alert=query.data == "loud")
    elif message is not None and message.chat.type == "private" and message.text:
        rows = [
            [InlineKeyboardButton("Quiet", callback_data="quiet"), InlineKeyboardButton("Loud", callback_data="loud")]
        ]
        await bot.send_message(message.chat.id, f"You said: {message.text}", reply_markup=InlineKeyboardMarkup(rows))


async def begin(page: Page) -> int:
    """Press START; the id of the person on the phone."""
    await page.click("#person .wide", "START")
    await page.find(BUBBLE, "/start")
    return int(await page.run("return document.querySelector('#person [data-role=who]').value"))


async def test_both_phones_are_seen_whole(page: Page) -> None:
    boxes = await page.run(
        "return [...document.querySelectorAll('.phone')].map((phone) => phone.getBoundingClientRect().toJSON())"
    )

    assert len(boxes) == 2
    for box in boxes:
        assert box["left"] >= 0
        assert box["top"] >= 0
        assert box["right"] <= WIDTH
        assert box["bottom"] <= HEIGHT
    assert boxes[0]["right"] < boxes[1]["left"]


@pytest.mark.usefixtures("_echo")
async def test_person_asks_and_is_answered(page: Page) -> None:
    await begin(page)

    await page.type("#person textarea", "where can I sleep?\n")

    await page.find("#person .is-mine .bubble", "where can I sleep?")
    await page.find("#person .message:not(.is-mine) .bubble", "You said: where can I sleep?")
    await page.find("#connection.is-there")


@pytest.mark.usefixtures("_echo")
async def test_tap_shows_a_toast_or_an_alert(page: Page) -> None:
    await begin(page)

    await page.click("#person .buttons button", "Quiet")
    await page.find("#person .toast", "You chose quiet")
    await page.click("#person .buttons button", "Loud")
    await page.find("#person .dialog", "You chose loud")
    await page.click("#person .dialog button", "OK")

    await page.gone("#person .dialog")


async def test_menu_speaks_the_language_of_the_phone(page: Page, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("forget", "Erase everything")])
    await bot.set_my_commands([BotCommand("forget", "امسح كل شيء")], language_code="ar")
    await begin(page)

    await page.type("#person textarea", "/fo")
    await page.find("#person .commands", "Erase everything")
    await page.choose("#person [data-role=language]", "العربية")
    await page.find("#person[data-language=ar]")
    await page.click("#person .menu-pill")
    await page.click("#person .commands button", "امسح كل شيء")

    await page.find("#person .is-mine .bubble", "/forget")


async def test_bot_introduces_itself_before_the_start(page: Page, bot: Bot, standin: Standin) -> None:
    await bot.set_my_description("أجيب عن الأسئلة.", language_code="ar")
    await standin.person("Samir", "ar")

    await page.choose("#person [data-role=who]", "Samir")

    await page.find("#person .empty", "أجيب عن الأسئلة.")


async def test_right_to_left_text_starts_at_the_right(page: Page, bot: Bot) -> None:
    person_id = await begin(page)
    text = "أين يمكنني أن أنام الليلة؟\nشارع باشيكو، بروكسل، بلجيكا، قريب من المحطة"

    await bot.send_message(person_id, text)
    await bot.send_message(person_id, "Where can I sleep tonight?\nPachecolaan, Brussels, close to the station")

    arabic, english = await page.find(BUBBLE, "أين"), await page.find(BUBBLE, "Where")
    for left, right in await page.run(TEXT_SIDES, arabic):
        assert right <= 1 < left + 2
    for left, _ in await page.run(TEXT_SIDES, english):
        assert left <= 1
    # As in Telegram, the bubble itself stays on the bot's side, whatever the direction of its text.
    left, right = await page.run(IN_PHONE, arabic)
    assert left < right


async def test_each_paragraph_has_its_own_direction(page: Page, bot: Bot) -> None:
    person_id = await begin(page)

    await bot.send_message(person_id, "Fedasil answers in English here\nنعم\nYes")

    sides = await page.run(TEXT_SIDES, await page.find(BUBBLE, "Fedasil"))
    (_, _), (arabic_left, arabic_right), (english_left, _) = sides
    assert (arabic_right, english_left) == (0, 0)
    assert arabic_left > 100


async def test_time_does_not_cover_right_to_left_text(page: Page, bot: Bot) -> None:
    person_id = await begin(page)

    await bot.send_message(person_id, "نعم")
    await bot.send_message(person_id, "\u200fنعم\n• \u2068Pachecolaan 44\u2069")

    for bubble in (await page.find(BUBBLE, "نعم"), await page.find(BUBBLE, "Pachecolaan")):
        assert not await page.run(TIME_COVERS_TEXT, bubble)


async def test_button_takes_its_direction_from_its_label(page: Page, bot: Bot) -> None:
    person_id = await begin(page)
    labels = ["\U0001f37d طعام (Fedasil)", "Food"]
    markup = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data="x") for label in labels]])

    await bot.send_message(person_id, "?", reply_markup=markup)

    arabic, english = [await page.find("#person .buttons button", label[-4:]) for label in labels]
    direction = "return getComputedStyle(arguments[0]).direction"
    assert [await page.run(direction, button) for button in (arabic, english)] == ["rtl", "ltr"]


async def test_marked_up_text_is_shown_as_such(page: Page, bot: Bot) -> None:
    person_id = await begin(page)
    source = (
        '\U0001f6cf <b>bold <i>both</i></b> <a href="https://fedasil.be/en">site</a> <code>annex 26</code>\n'
        "<blockquote>quoted</blockquote>\n<tg-spoiler>hidden</tg-spoiler> call +32 2 793 82 40"
    )

    await bot.send_message(person_id, source, parse_mode=ParseMode.HTML)

    await page.find(f"{BUBBLE} b i", "both")
    link = await page.find(f"{BUBBLE} a", "site")
    assert await page.run("return [arguments[0].href, arguments[0].rel]", link) == [
        "https://fedasil.be/en",
        "noopener noreferrer",
    ]
    await page.find(f"{BUBBLE} code", "annex 26")
    await page.find(f"{BUBBLE} blockquote", "quoted")
    assert await page.run("return document.querySelector('#person a[href^=\"tel:\"]').href") == "tel:+3227938240"
    await page.click(f"{BUBBLE} .spoiler")
    await page.find(f"{BUBBLE} .spoiler.is-shown", "hidden")


async def test_text_is_never_run(page: Page, bot: Bot, standin: Standin) -> None:
    person_id = await begin(page)
    markup = InlineKeyboardMarkup([[InlineKeyboardButton(HOSTILE, callback_data="x")]])

    await bot.send_message(person_id, HOSTILE, reply_markup=markup)
    await bot.create_forum_topic(standin.group_id, HOSTILE)
    await page.type("#person textarea", f"{HOSTILE}\n")

    await page.find("#person .is-mine .bubble", HOSTILE)
    await page.find("#group .topic strong", HOSTILE)
    assert await page.run(
        "return [document.title, document.querySelectorAll('.messages img, .messages script').length]"
    ) == [
        "Startpunt: two phones",
        0,
    ]


@pytest.mark.usefixtures("_echo")
async def test_person_edits_their_last_message(page: Page) -> None:
    await begin(page)
    await page.type("#person textarea", "helo\n")
    await page.find("#person .is-mine .bubble", "helo")

    await page.type("#person textarea", "\ue013")
    await page.find("#person .about", "Edit message")
    await page.run("document.querySelector('#person textarea').value = ''")
    await page.type("#person textarea", "hello there\n")

    await page.find("#person .is-mine .bubble", "hello there")
    await page.find("#person .is-mine .meta", "edited")


@pytest.mark.parametrize(
    "item, shown",
    [("Photo", ".photo"), ("Voice message", ".player"), ("Place", ".map"), ("File", ".file"), ("Sticker", ".sticker")],
)
async def test_person_sends_other_things_than_text(page: Page, item: str, shown: str) -> None:
    await begin(page)

    await page.click("#person [aria-label=Attach]")
    await page.run(
        "[...document.querySelectorAll('#person .attach button')].find((b) => b.textContent === arguments[0]).click()",
        item,
    )

    await page.find(f"#person .is-mine {shown}")


async def test_place_has_a_link_to_a_map(page: Page, bot: Bot) -> None:
    person_id = await begin(page)

    await bot.send_venue(person_id, 50.8517, 4.3608, "مركز الوصول", "Pachecolaan 44")

    await page.find("#person .card", "Pachecolaan 44")
    href = await page.run("return document.querySelector('#person .map').href")
    assert href.startswith("https://www.openstreetmap.org/?mlat=50.8517&mlon=4.3608")


async def test_typing_shows_under_the_name(page: Page, bot: Bot) -> None:
    person_id = await begin(page)

    await bot.send_chat_action(person_id, "typing")
    await page.find("#person .is-typing", "typing")
    await bot.send_message(person_id, "here")

    await page.gone("#person .is-typing")


async def test_latest_message_stays_in_view_when_the_chat_shrinks(page: Page, bot: Bot) -> None:
    person_id = await begin(page)
    for _ in range(12):
        sent = await bot.send_message(person_id, "an answer\nof two lines")

    await bot.send_message(person_id, "last", reply_markup=ReplyKeyboardMarkup([["1"], ["2"], ["3"]]))
    await bot.pin_chat_message(person_id, sent.message_id)
    await page.find("#person .keys")
    await page.find("#person .pinned")

    last = await page.find(BUBBLE, "last")
    await page.until(lambda: page.driver.execute_script(IS_IN_VIEW, last), "the last message in view")


async def test_keys_of_a_reply_keyboard_write_for_the_person(page: Page, bot: Bot) -> None:
    person_id = await begin(page)
    await bot.send_message(person_id, "?", reply_markup=ReplyKeyboardMarkup([["نعم", "No"]]))

    await page.click("#person .keys button", "نعم")

    await page.find("#person .is-mine .bubble", "نعم")


async def test_person_blocks_and_comes_back(page: Page, standin: Standin) -> None:
    person_id = await begin(page)

    await page.click("#person [aria-label=More]")
    await page.click("#person .head-menu button", "Block bot")
    await page.click("#person .wide", "UNBLOCK")

    await page.find("#person textarea")
    people = {person["id"]: person for person in (await standin.get("state"))["people"]}
    assert people[person_id]["has_blocked"] is False


async def test_new_person_takes_the_phone(page: Page, standin: Standin) -> None:
    await page.click("#person [data-role=add]")
    await page.type("#person .dialog input", "ሰላም")
    await page.run("document.querySelector('#person .dialog select').value = 'ti'")
    await page.click("#person .dialog button", "Create")
    await page.find("#person .wide", "START")

    state = await standin.get("state")
    assert [(one["first_name"], one["language_code"]) for one in state["people"]][-1] == ("ሰላም", "ti")


async def test_volunteers_see_the_topic_and_answer_in_it(page: Page, bot: Bot, standin: Standin) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")
    await bot.send_message(standin.group_id, "where?", message_thread_id=topic.message_thread_id)

    await page.find("#group .topic .badge")
    await page.click("#group .topic", "Blue heron")
    await page.find("#group .bubble", "where?")
    await page.choose("#group [data-role=who]", "Karim")
    await page.type("#group textarea", "I can help\n")
    await page.find("#group .is-mine .bubble", "I can help")

    updates = await bot.get_updates(timeout=5)
    message = updates[-1].message
    assert message is not None
    assert (message.text, message.message_thread_id) == ("I can help", topic.message_thread_id)
    assert message.from_user is not None
    assert message.from_user.first_name == "Karim"


async def test_volunteer_answers_one_message(page: Page, bot: Bot, standin: Standin) -> None:
    topic = await bot.create_forum_topic(standin.group_id, "Blue heron")
    sent = await bot.send_message(standin.group_id, "where?", message_thread_id=topic.message_thread_id)
    await page.click("#group .topic", "Blue heron")

    await page.run("document.querySelector(`#group [data-id='${arguments[0]}'] .act`).click()", sent.message_id)
    await page.click("#group .menu button", "Reply")
    await page.type("#group textarea", "here\n")
    await page.find("#group .is-mine .quote", "where?")

    reply = (await bot.get_updates(timeout=5))[-1].message
    assert reply is not None
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.message_id == sent.message_id


async def test_deleted_topic_leaves_the_phone(page: Page, bot: Bot, standin: Standin) -> None:
    await bot.create_forum_topic(standin.group_id, "Blue heron")
    await page.click("#group .topic", "Blue heron")

    await page.click("#group [aria-label=More]")
    await page.click("#group .head-menu button", "Delete topic")

    await page.find("#group .topics .empty")


async def test_narrow_window_shows_one_phone_at_a_time(page: Page) -> None:
    await page.resize(390, 780)

    await page.find("#person .phone")
    await page.gone("#group .phone")
    await page.click(".switch button", "Volunteers")
    await page.find("#group .phone")
    await page.gone("#person .phone")
    assert await page.run("return document.documentElement.scrollWidth") <= 390
