"""What a message looks like in Telegram: texts, cards, notices, directions, limits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest

from bot.content.catalogue import Catalogue
from bot.content.model import Confidence, Service, TopicId
from bot.content.services import parse_hours
from bot.conversation import buttons
from bot.conversation.effects import (
    Acknowledge,
    AskLanguage,
    Delivery,
    Keyboard,
    Say,
    SendAnswer,
    SendPlace,
    ShowMenu,
    Suggest,
)
from bot.language.registry import Registry
from bot.locale.texts import Texts
from bot.settings import PROJECT
from bot.telegram.calls import AnswerCallback, EditText, SendText, SendVenue
from bot.telegram.cards import card, is_doubtful
from bot.telegram.limits import MAX_TEXT_CHARACTERS
from bot.telegram.markup import to_html
from bot.telegram.render import RIGHT_TO_LEFT_MARK, Renderer, split

FULL = Registry.load(PROJECT / "content" / "languages.yml").full
MONDAY_10 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten o'clock in Brussels."""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_of(html: str) -> str:
    parser = _Tags()
    parts: list[str] = []
    parser.handle_data = parts.append  # type: ignore[method-assign]
    parser.feed(html)
    parser.close()
    assert parser.open == []
    assert parser.seen <= {"b", "i", "a"}
    return "".join(parts)


@pytest.mark.parametrize("tag", FULL)
def test_every_answer_is_one_message_that_telegram_accepts(tag: str, renderer: Renderer, catalogue: Catalogue) -> None:
    for topic in catalogue.topics:
        [call] = renderer.render(SendAnswer(topic, tag), MONDAY_10)

        assert isinstance(call, SendText)
        assert 0 < len(text_of(call.html)) <= MAX_TEXT_CHARACTERS, topic
        assert "{{" not in call.html


@pytest.mark.parametrize("tag", FULL)
def test_every_button_of_every_message_is_understood_again(tag: str, renderer: Renderer, catalogue: Catalogue) -> None:
    deliveries: list[Delivery] = [SendAnswer(topic, tag) for topic in catalogue.topics]
    deliveries += [ShowMenu(tag), *(ShowMenu(tag, area) for area in catalogue.areas())]
    deliveries += [Say("greeting", tag, keyboard, {"before": "fr", "request": 7}) for keyboard in Keyboard]
    deliveries += [AskLanguage((), tag), Suggest(tuple(catalogue.topics)[:3], tag)]
    for delivery in deliveries:
        for call in renderer.render(delivery, MONDAY_10):
            assert isinstance(call, SendText)
            for row in call.keyboard.inline_keyboard if call.keyboard else ():
                for each in row:
                    assert isinstance(each.callback_data, str)
                    assert buttons.parse(each.callback_data) is not None
                    assert each.text.strip()


@pytest.mark.parametrize("tag", FULL)
def test_the_menu_reaches_every_topic_without_typing(tag: str, renderer: Renderer, catalogue: Catalogue) -> None:
    reached: set[str] = set()
    for area in catalogue.areas():
        [call] = renderer.render(ShowMenu(tag, area), MONDAY_10)
        assert isinstance(call, SendText)
        assert call.keyboard is not None
        shown = (buttons.parse(str(each.callback_data)) for row in call.keyboard.inline_keyboard for each in row)
        reached |= {each.topic for each in shown if isinstance(each, buttons.ShowTopic)}

    assert reached == set(catalogue.topics)


def test_every_line_of_a_right_to_left_message_begins_with_a_mark(renderer: Renderer) -> None:
    [call] = renderer.render(SendAnswer(TopicId("reception/sleep-tonight"), "ar"), MONDAY_10)

    assert isinstance(call, SendText)
    assert all(line.startswith(RIGHT_TO_LEFT_MARK) for line in call.html.split("\n") if line)


@pytest.mark.parametrize("topic", ["safety/emergency", "safety/suicide", "safety/violence", "safety/missing-child"])
@pytest.mark.parametrize("tag", FULL)
def test_safety_answers_begin_with_a_number_to_call(topic: str, tag: str, catalogue: Catalogue) -> None:
    found = catalogue.answer_for(TopicId(topic), tag)

    assert found is not None
    assert any(number in found.body[:260] for number in ("112", "101", "116 000", "1813", "0800"))


def test_what_is_past_its_review_date_says_so(renderer: Renderer, texts: Texts, catalogue: Catalogue) -> None:
    topic = TopicId("life/work")
    late = datetime.combine(catalogue.topics[topic].review_by, datetime.min.time(), UTC) + timedelta(days=2)

    [now], [later] = (renderer.render(SendAnswer(topic, "en"), moment) for moment in (MONDAY_10, late))

    assert isinstance(now, SendText)
    assert isinstance(later, SendText)
    assert texts.say("en", "stale") not in now.html
    assert texts.say("en", "stale") in later.html


def test_an_unreviewed_text_says_so(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(SendAnswer(TopicId("life/work"), "fr"), MONDAY_10)

    assert isinstance(call, SendText)
    assert texts.say("fr", "unreviewed") in call.html


def test_an_answer_to_show_has_no_thumbs(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(SendAnswer(TopicId("life/work"), "nl", feedback=False), MONDAY_10)

    assert isinstance(call, SendText)
    assert texts.say("nl", "feedback-question") not in call.html


def test_a_topic_that_is_gone_becomes_the_menu(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(SendAnswer(TopicId("life/gone"), "en"), MONDAY_10)

    assert isinstance(call, SendText)
    assert call.html == texts.say("en", "menu-title")


def test_a_menu_changes_in_place(renderer: Renderer) -> None:
    [call] = renderer.render(ShowMenu("ar", "hub", 12), MONDAY_10)

    assert isinstance(call, EditText)
    assert call.message_id == 12


def test_suggestions_in_danger_show_the_numbers(renderer: Renderer) -> None:
    [call] = renderer.render(Suggest((TopicId("safety/violence"),), "ar", urgent=True), MONDAY_10)

    assert isinstance(call, SendText)
    assert "112" in call.html
    assert "101" in call.html


def test_a_tap_is_acknowledged(renderer: Renderer, texts: Texts) -> None:
    assert renderer.render(Acknowledge("1", "en"), MONDAY_10) == [AnswerCallback("1", None)]
    assert renderer.render(Acknowledge("1", "en", "feedback-thanks"), MONDAY_10) == [
        AnswerCallback("1", texts.say("en", "feedback-thanks"))
    ]


def test_languages_are_asked_for_in_each_of_them(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(AskLanguage(("nl", "fr"), "en"), MONDAY_10)

    assert isinstance(call, SendText)
    assert call.html.split("\n") == [texts.say(tag, "language-ask") for tag in ("en", "nl", "fr")]


def test_a_place_without_a_position_is_a_link_to_a_map(renderer: Renderer, catalogue: Catalogue) -> None:
    [call] = renderer.render(SendPlace("unia", "en"), MONDAY_10)  # type: ignore[arg-type]

    if isinstance(call, SendText):
        assert call.keyboard is not None
        assert str(call.keyboard.inline_keyboard[0][0].url).startswith("https://www.openstreetmap.org/search?query=")
    else:
        assert isinstance(call, SendVenue)


def test_a_place_that_is_gone_becomes_the_menu(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(SendPlace("gone", "en"), MONDAY_10)  # type: ignore[arg-type]

    assert isinstance(call, SendText)
    assert call.html == texts.say("en", "menu-title")


@pytest.fixture
def office(catalogue: Catalogue) -> Service:
    service = catalogue.service("fedasil-infopoint-brussels")
    assert service is not None
    return dataclasses.replace(service, hours=parse_hours({"monday": ["09:00-12:00", "13:00-16:00"]}), hours_note={})


@pytest.mark.parametrize(
    ("hour", "day", "expected"),
    [
        (9, 23, "Open now, until \N{FIRST STRONG ISOLATE}12:00"),
        (7, 23, "opens today at \N{FIRST STRONG ISOLATE}09:00"),
        (9, 22, "opens tomorrow at \N{FIRST STRONG ISOLATE}09:00"),
        (16, 23, "opens on \N{FIRST STRONG ISOLATE}Monday\N{POP DIRECTIONAL ISOLATE} at"),
    ],
)
def test_a_card_tells_whether_the_place_is_open(
    office: Service, texts: Texts, hour: int, day: int, expected: str
) -> None:
    assert expected in card(office, "en", datetime(2026, 11, day, hour, 0, tzinfo=UTC), texts)


def test_only_confirmed_facts_need_no_warning(office: Service) -> None:
    sure = dataclasses.replace(office, confidence=Confidence.CONFIRMED, hours_confidence=Confidence.CONFIRMED)

    assert not is_doubtful(sure)
    assert is_doubtful(dataclasses.replace(sure, hours_confidence=Confidence.OLDER_SOURCE))
    assert is_doubtful(dataclasses.replace(sure, confidence=Confidence.UNCONFIRMED))


def test_an_answer_with_a_doubtful_place_warns_once(renderer: Renderer, texts: Texts) -> None:
    [call] = renderer.render(SendAnswer(TopicId("reception/sleep-tonight"), "en"), MONDAY_10)

    assert isinstance(call, SendText)
    assert call.html.count(texts.say("en", "check-before-you-go")) == 1


def test_unconfirmed_hours_are_never_stated(office: Service, texts: Texts) -> None:
    doubtful = dataclasses.replace(office, hours_confidence=Confidence.UNCONFIRMED)

    assert "Open now" not in card(doubtful, "en", MONDAY_10, texts)


@pytest.mark.parametrize(
    ("hours", "message"),
    [({"always": True}, "open-always"), ({"monday": []}, "opens-later")],
)
def test_a_card_of_a_place_without_a_clock(
    office: Service, texts: Texts, hours: dict[str, object], message: str
) -> None:
    changed = dataclasses.replace(office, hours=parse_hours(hours))

    assert texts.say("en", message) in card(changed, "en", MONDAY_10, texts)


def test_a_public_holiday_that_nobody_told_us_about(office: Service, texts: Texts) -> None:
    changed = dataclasses.replace(office, hours=parse_hours({"friday": ["09:00-12:00"], "public_holidays": "unknown"}))
    christmas = datetime(2026, 12, 25, 9, 0, tzinfo=UTC)

    assert texts.say("en", "perhaps-closed") in card(changed, "en", christmas, texts)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("plain & <b>", "plain &amp; &lt;b&gt;"),
        ("**bold** and [link](https://a.be?x=1&y=2)", '<b>bold</b> and <a href="https://a.be?x=1&amp;y=2">link</a>'),
        ("one\n\ntwo", "one\n\ntwo"),
        ("list:\n\n- a\n- b\n\nend", "list:\n\n• a\n• b\n\nend"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_markdown_becomes_telegram_html(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_long_texts_are_split_between_parts() -> None:
    parts = ["a" * 3000, "b" * 1000, "c" * 1000, ""]

    assert split(parts) == ["a" * 3000 + "\n\n" + "b" * 1000, "c" * 1000]


def test_a_phone_number_never_breaks_at_the_end_of_a_line(office: Service, texts: Texts, catalogue: Catalogue) -> None:
    found = catalogue.answer_for(TopicId("reception/sleep-tonight"), "ar")

    assert found is not None
    assert "078\N{NO-BREAK SPACE}15\N{NO-BREAK SPACE}43\N{NO-BREAK SPACE}24" in found.body
    assert "0800\N{NO-BREAK SPACE}32\N{NO-BREAK SPACE}746" in card(office, "ar", MONDAY_10, texts)
