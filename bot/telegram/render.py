"""What does an effect look like in Telegram? Texts in the person's language, facts filled in, buttons below."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from html import escape, unescape
from urllib.parse import quote_plus

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.content.catalogue import Catalogue, Found
from bot.content.hours import BRUSSELS
from bot.content.model import FactId, Tag, TranslationState
from bot.content.references import in_language
from bot.conversation.effects import (
    Acknowledge,
    AskLanguage,
    Delivery,
    Say,
    SendAnswer,
    SendPlace,
    ShowMenu,
    Suggest,
)
from bot.language.cldr import day_text
from bot.language.registry import Registry
from bot.locale.texts import Texts
from bot.telegram.calls import AnswerCallback, Call, EditText, SendText, SendVenue
from bot.telegram.cards import address_line, card, is_doubtful
from bot.telegram.keyboards import Keyboards
from bot.telegram.limits import MAX_TEXT_CHARACTERS
from bot.telegram.markup import to_html

RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
_ASKED_IN = 4
"""In so many languages the question for the language is asked; the buttons name all."""

_MAP = "https://www.openstreetmap.org/search?query="
EMERGENCY_FACTS = {"emergency": FactId("emergency-number"), "police": FactId("police-number")}
"""The numbers that system texts may insert, by the name they have there."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns deliveries into calls of the Bot API."""

    catalogue: Catalogue
    registry: Registry
    texts: Texts
    keyboards: Keyboards
    keep_days: int = 30
    """For how long a conversation with a volunteer is kept, as the privacy text says."""

    def render(self, delivery: Delivery, now: datetime) -> list[Call]:
        """The calls that bring `delivery` to the person. now: aware; opening hours are told for this moment."""
        calls = self._render(delivery, now)
        if self.registry[delivery.tag].direction == "ltr":
            return calls
        return [_right_to_left(call) for call in calls]

    def _render(self, delivery: Delivery, now: datetime) -> list[Call]:
        match delivery:
            case Say(message, tag, _, arguments):
                html = escape(self._say(tag, message, **arguments), quote=False)
                return [SendText(html, self.keyboards.under(delivery))]
            case SendAnswer(topic, tag, _, feedback):
                found = self.catalogue.answer_for(topic, tag)
                return self._answer(found, tag, feedback, now) if found else self._menu(ShowMenu(tag))
            case Suggest(topics, tag, urgent):
                html = escape(self._say(tag, "suggest-urgent" if urgent else "suggest-title"), quote=False)
                return [SendText(html, self.keyboards.suggestions(tag, self.catalogue, topics))]
            case AskLanguage():
                return [self._ask_language(delivery)]
            case ShowMenu():
                return self._menu(delivery)
            case SendPlace(service, tag):
                return self._place(service, tag)
            case Acknowledge(callback_id, tag, message):
                return [AnswerCallback(callback_id, self.texts.say(tag, message) if message else None)]

    def _say(self, tag: Tag, message: str, **arguments: str | int) -> str:
        numbers = {name: self.catalogue.fact(fact) for name, fact in EMERGENCY_FACTS.items()}
        return self.texts.say(tag, message, days=self.keep_days, **numbers, **arguments)

    def _answer(self, found: Found, tag: Tag, feedback: bool, now: datetime) -> list[Call]:
        answer = found.answer
        parts = [f"<b>{escape(answer.title, quote=False)}</b>", to_html(found.body)]
        parts += [card(service, answer.tag, now, self.texts) for service in found.services]
        parts.append("\n".join(self._notices(found, tag, now.astimezone(BRUSSELS).date())))
        keyboard = self.keyboards.answer(tag, self.catalogue, found, feedback=feedback)
        if feedback:
            parts.append(self.texts.say(tag, "feedback-question"))
        pages = split(parts)
        return [*map(SendText, pages[:-1]), SendText(pages[-1], keyboard)]

    def _notices(self, found: Found, tag: Tag, today: date) -> list[str]:
        topic, answer = found.topic, found.answer
        lines = [f"🗓 {self.texts.say(tag, 'checked-on', date=day_text(topic.checked, tag))}"]
        if any(map(is_doubtful, found.services)):
            lines.append(f"❗ {self.texts.say(tag, 'check-before-you-go')}")
        if today > topic.review_by:
            lines.append(f"❗ {self.texts.say(tag, 'stale')}")
        if topic.unconfirmed:
            lines.append(f"❗ {self.texts.say(tag, 'unconfirmed')}")
        if answer.tag != tag:
            lines.append(f"❗ {self.texts.say(tag, 'not-in-language')}")
        if answer.state is not TranslationState.REVIEWED:
            lines.append(f"❗ {self.texts.say(tag, answer.state.value)}")
        return [f"<i>{escape(line, quote=False)}</i>" for line in lines]

    def _ask_language(self, asked: AskLanguage) -> SendText:
        tags = asked.tags or self.registry.full
        lines = dict.fromkeys(self.texts.say(each, "language-ask") for each in (asked.tag, *tags[:_ASKED_IN]))
        return SendText(escape("\n".join(lines), quote=False), self.keyboards.languages(tags))

    def _menu(self, menu: ShowMenu) -> list[Call]:
        tag, area = menu.tag, menu.area
        title = (
            self.texts.say(tag, "menu-area", area=self.texts.say(tag, f"area-{area}"))
            if area
            else self.texts.say(tag, "menu-title")
        )
        keyboard = self.keyboards.menu(tag, self.catalogue, area)
        if menu.message_id is not None:
            return [EditText(menu.message_id, escape(title, quote=False), keyboard)]
        return [SendText(escape(title, quote=False), keyboard)]

    def _place(self, service_id: str, tag: Tag) -> list[Call]:
        service = self.catalogue.service(service_id)
        if service is None:
            return self._menu(ShowMenu(tag))
        name, address = in_language(service.name, tag), address_line(service, tag)
        if service.position:
            return [SendVenue(service.position.latitude, service.position.longitude, name, address)]
        link = InlineKeyboardButton(self.texts.say(tag, "place-map-link"), url=_MAP + quote_plus(address))
        text = self.texts.say(tag, "place-without-position", name=name, address=address)
        return [SendText(escape(text, quote=False), InlineKeyboardMarkup([[link]]))]


def _right_to_left(call: Call) -> Call:
    """Each line begins with a mark: a line of an icon and an address would run from the left without it."""
    if not isinstance(call, SendText | EditText):
        return call
    html = "\n".join(RIGHT_TO_LEFT_MARK + line if line else line for line in call.html.split("\n"))
    return dataclasses.replace(call, html=html)


def split(parts: list[str]) -> list[str]:
    """Parts joined by empty lines into as few messages as Telegram's limit allows; no part is cut."""
    pages: list[str] = []
    for part in filter(None, parts):
        joined = f"{pages[-1]}\n\n{part}" if pages else part
        if pages and len(unescape(joined)) <= MAX_TEXT_CHARACTERS:
            pages[-1] = joined
        else:
            pages.append(part)
    return pages
