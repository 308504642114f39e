"""Which buttons stand under a message, in which order?"""

from __future__ import annotations

from collections.abc import Iterable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.content.catalogue import Catalogue, Found
from bot.content.model import Tag, TopicId
from bot.content.references import in_language
from bot.conversation import buttons
from bot.conversation.effects import Keyboard, Say
from bot.language.registry import Registry
from bot.locale.texts import Texts

_RELATED = 3
"""More buttons than this push the answer off a small screen."""

Rows = list[list[InlineKeyboardButton]]

SHOW_IN = ("nl", "fr")
"""The languages in which an answer can be shown to somebody on the street or in an office."""


def button(label: str, meaning: buttons.Button) -> InlineKeyboardButton:
    """One button."""
    return InlineKeyboardButton(label, callback_data=buttons.encode(meaning))


class Keyboards:
    """Makes the keyboards of all messages."""

    def __init__(self, texts: Texts, registry: Registry) -> None:
        self._texts = texts
        self._registry = registry

    def menu(self, tag: Tag, catalogue: Catalogue, area: str | None) -> InlineKeyboardMarkup:
        """The areas two a row, or the topics of one area one a row."""
        if area is None:
            cells = [
                button(self._texts.say(tag, f"area-{each}"), buttons.OpenMenu(each, in_place=True))
                for each in catalogue.areas()
            ]
            last = [
                self._human(tag),
                button(self._texts.say(tag, "button-languages"), buttons.ListLanguages()),
            ]
            return InlineKeyboardMarkup([*_in_twos(cells), last])
        rows = self.topics(tag, catalogue, catalogue.in_area(area))
        rows.append([button(self._texts.say(tag, "button-back"), buttons.OpenMenu(in_place=True)), self._human(tag)])
        return InlineKeyboardMarkup(rows)

    def topics(self, tag: Tag, catalogue: Catalogue, topics: Iterable[TopicId]) -> Rows:
        """One button a topic that has an answer."""
        return [[button(catalogue.title(each, tag), buttons.ShowTopic(each))] for each in topics if catalogue.has(each)]

    def suggestions(self, tag: Tag, catalogue: Catalogue, topics: Iterable[TopicId]) -> InlineKeyboardMarkup:
        """The likely topics, then a person and the menu."""
        return InlineKeyboardMarkup([*self.topics(tag, catalogue, topics), self._last_row(tag)])

    def answer(self, tag: Tag, catalogue: Catalogue, found: Found, *, feedback: bool) -> InlineKeyboardMarkup:
        """Places on the map, related topics, the same answer in Dutch and French, thumbs, a person and the menu."""
        rows: Rows = [
            [
                button(
                    self._texts.say(tag, "button-place", name=in_language(service.name, tag)),
                    buttons.ShowPlace(service.id),
                )
            ]
            for service in found.services
            if service.address
        ]
        rows += self.topics(tag, catalogue, found.topic.related[:_RELATED])
        others = [each for each in SHOW_IN if each != found.answer.tag and each in found.topic.answers]
        if others:
            rows.append([self._show_in(found, each) for each in others])
        if feedback:
            rows.append(
                [
                    button(
                        self._texts.say(tag, name),
                        buttons.Rate(found.topic.id, found.answer.tag, helpful),
                    )
                    for name, helpful in (("button-helpful", True), ("button-not-helpful", False))
                ]
            )
        return InlineKeyboardMarkup([*rows, self._last_row(tag)])

    def languages(self, tags: Iterable[Tag]) -> InlineKeyboardMarkup:
        """Languages by their own names, two a row."""
        return InlineKeyboardMarkup(_in_twos([self._language(each) for each in tags]))

    def under(self, say: Say) -> InlineKeyboardMarkup | None:
        """The keyboard that a system text asks for."""
        tag = say.tag
        match say.keyboard:
            case Keyboard.NONE:
                return None
            case Keyboard.MENU:
                return InlineKeyboardMarkup([[self._menu(tag)]])
            case Keyboard.HUMAN_OR_MENU:
                return InlineKeyboardMarkup([self._last_row(tag)])
            case Keyboard.LANGUAGES:
                languages = _in_twos([self._language(each) for each in self._registry.full])
                return InlineKeyboardMarkup([*languages, [self._menu(tag)]])
            case Keyboard.SPOKEN_INSTEAD:
                instead = dict.fromkeys((*self._registry[tag].fallbacks, *self._registry.full))
                offered = _in_twos([self._language(each) for each in instead if each in self._registry.full])
                return InlineKeyboardMarkup([offered[0], [self._human(tag)], *offered[1:]])
            case Keyboard.UNDO_LANGUAGE:
                before = str(say.arguments["before"])
                label = self._texts.say(before, "button-undo-language", language=self._registry[before].endonym)
                return InlineKeyboardMarkup([[button(label, buttons.PickLanguage(before))]])
            case Keyboard.CONFIRM_HUMAN:
                return self._yes_no(tag, "button-human", buttons.ConfirmHuman(True), buttons.ConfirmHuman(False))
            case Keyboard.QUEUED:
                return InlineKeyboardMarkup([[self._labelled(tag, "button-back-to-bot", buttons.BackToBot())]])
            case Keyboard.STILL_THERE:
                here = self._labelled(tag, "button-still-there", buttons.StillHere())
                end = self._labelled(tag, "button-end-human", buttons.BackToBot())
                return InlineKeyboardMarkup([[here], [end]])
            case Keyboard.RATE_HUMAN:
                request = int(say.arguments["request"])
                thumbs = (("button-helpful", True), ("button-not-helpful", False))
                rated = [self._labelled(tag, name, buttons.RateVolunteer(request, yes)) for name, yes in thumbs]
                return InlineKeyboardMarkup([rated, [self._menu(tag)]])
            case Keyboard.CONFIRM_FORGET:
                return self._yes_no(tag, "button-forget", buttons.ConfirmForget(True), buttons.ConfirmForget(False))

    def _yes_no(self, tag: Tag, name: str, yes: buttons.Button, no: buttons.Button) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup(
            [
                [button(self._texts.say(tag, f"{name}-yes"), yes)],
                [button(self._texts.say(tag, f"{name}-no"), no), self._menu(tag)],
            ]
        )

    def _show_in(self, found: Found, tag: Tag) -> InlineKeyboardButton:
        label = self._texts.say(tag, "in-language", language=self._registry[tag].endonym)
        return button(label, buttons.ShowTopicIn(found.topic.id, tag))

    def _labelled(self, tag: Tag, name: str, meaning: buttons.Button) -> InlineKeyboardButton:
        return button(self._texts.say(tag, name), meaning)

    def _language(self, tag: Tag) -> InlineKeyboardButton:
        return button(self._registry[tag].endonym, buttons.PickLanguage(tag))

    def _human(self, tag: Tag) -> InlineKeyboardButton:
        return button(self._texts.say(tag, "button-human"), buttons.AskHuman())

    def _menu(self, tag: Tag) -> InlineKeyboardButton:
        return button(self._texts.say(tag, "button-menu"), buttons.OpenMenu())

    def _last_row(self, tag: Tag) -> list[InlineKeyboardButton]:
        return [self._human(tag), self._menu(tag)]


def _in_twos(cells: list[InlineKeyboardButton]) -> Rows:
    return [cells[start : start + 2] for start in range(0, len(cells), 2)]
