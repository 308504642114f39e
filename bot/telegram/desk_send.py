"""How does a hand-off's delivery reach Telegram? Finds or makes the topic, sends, and keeps the ids of the copies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.content.catalogue import Catalogue
from bot.content.hours import BRUSSELS
from bot.handoff.effects import (
    CloseTopic,
    DeskBoard,
    DeskCard,
    DeskDelivery,
    DeskLine,
    DeskReply,
    DeskToast,
    DropTopic,
    ToDesk,
    ToPerson,
)
from bot.handoff.model import RequestId, RequestState
from bot.handoff.pseudonyms import pseudonym
from bot.language.cldr import time_text
from bot.language.registry import Registry
from bot.locale.texts import Texts
from bot.privacy.cipher import ChatKey, Cipher
from bot.store import groups, requests, transcripts
from bot.store.transcripts import DeliveryState
from bot.store.writer import Writer

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
_UNCHANGED = ("message is not modified", "topic_not_modified")
_MISSING = ("message to edit not found", "message can't be edited", "message to delete not found", "message_id_invalid")
_MAX_TOPIC_NAME = 128


@dataclass(frozen=True, slots=True)
class Courier:
    """Delivers what hand-offs send. texts: those of the desk.

    report: tells of a message that did not arrive; show: puts the card of a request into a topic made again.
    """

    bot: Bot
    writer: Writer
    cipher: Cipher
    texts: Texts
    registry: Registry
    catalogue: Callable[[], Catalogue]
    report: Callable[[int, str], Awaitable[None]]
    show: Callable[[RequestId], Awaitable[None]]

    async def deliver(self, chat_id: int, key: ChatKey, delivery: DeskDelivery) -> None:
        """Make the calls of one delivery. Raises TelegramError when it should be tried again, or never can be."""
        match delivery:
            case ToPerson():
                await self._to_person(chat_id, delivery)
            case ToDesk(request=request):
                await self._in_topic(chat_id, request, lambda thread: self._to_desk(chat_id, thread, delivery))
            case DeskCard(request=request):
                await self._in_topic(chat_id, request, lambda thread: self._card(chat_id, thread, delivery), delivery)
            case DeskLine(request=request):
                await self._in_topic(chat_id, request, lambda thread: self._line(chat_id, thread, delivery))
            case DeskBoard():
                await self._board(chat_id, key, delivery)
            case DeskReply():
                await self._reply(chat_id, delivery)
            case DeskToast(tag, callback_id, text, arguments):
                said = self.texts.say(tag, text, **arguments) if text else None
                await self.bot.answer_callback_query(callback_id, said)
            case CloseTopic(request=request):
                place = await self.writer.write(lambda c: requests.place_of(c, RequestId(request)))
                if place.thread_id is not None:
                    await _ignoring(_UNCHANGED + _GONE, self.bot.close_forum_topic(chat_id, place.thread_id))
            case DropTopic(thread=thread):
                await _ignoring(_GONE, self.bot.delete_forum_topic(chat_id, thread))

    # To the person

    async def _to_person(self, chat_id: int, sent: ToPerson) -> None:
        if sent.edited:
            await self._change_at_person(chat_id, sent)
            return
        try:
            if sent.kind == "text":
                message_id = (await self._text(chat_id, escape(sent.text or "", quote=False))).message_id
            else:
                message_id = await self._copy(chat_id, sent.source_chat, sent.source_message, sent.text or "")
        except Forbidden:
            await self._failed(sent.message, DeliveryState.BLOCKED, "desk-blocked")
            raise
        except BadRequest:
            await self._failed(sent.message, DeliveryState.FAILED, "desk-not-delivered")
            raise
        await self.writer.write(
            lambda c: transcripts.set_delivery(c, sent.message, DeliveryState.DELIVERED, person_message_id=message_id)
        )

    async def _change_at_person(self, chat_id: int, sent: ToPerson) -> None:
        message = await self.writer.write(lambda c: transcripts.get(c, self.cipher, sent.message))
        if message is None or message.person_message_id is None:
            return
        number = message.person_message_id
        if sent.text is None:
            await _ignoring(_MISSING, self.bot.delete_message(chat_id, number))
        elif sent.kind == "text":
            await _ignoring(_UNCHANGED + _MISSING, self.bot.edit_message_text(sent.text, chat_id, number))
        else:
            changing = self.bot.edit_message_caption(chat_id, number, caption=sent.text)
            await _ignoring(_UNCHANGED + _MISSING, changing)

    async def _failed(self, message: int, state: DeliveryState, text: str) -> None:
        await self.writer.write(lambda c: transcripts.set_delivery(c, message, state))
        await self.report(message, text)

    # To the volunteers

    async def _in_topic(
        self,
        chat_id: int,
        request: int,
        send: Callable[[int], Awaitable[None]],
        card: DeskCard | None = None,
    ) -> None:
        """Send into the topic of a request; a topic that somebody deleted is made again."""
        thread = await self._thread(chat_id, request, card)
        try:
            await send(thread)
        except BadRequest as error:
            if not _says(error, _GONE):
                raise
            await self.writer.write(lambda c: requests.touch(c, RequestId(request), thread_id=None, card_id=None))
            await send(await self._thread(chat_id, request, card))
            if card is None:
                await self.show(RequestId(request))

    async def _thread(self, chat_id: int, request: int, card: DeskCard | None) -> int:
        place = await self.writer.write(lambda c: requests.place_of(c, RequestId(request)))
        if place.thread_id is not None:
            return place.thread_id
        name = pseudonym(RequestId(request))
        if card is not None:
            topic = self.catalogue().title(card.topics[0], card.tag) if card.topics else ""
            name = " · ".join(filter(None, (name, self._language(card.language), topic)))
        made = await self.bot.create_forum_topic(chat_id, name[:_MAX_TOPIC_NAME])
        thread = made.message_thread_id
        await self.writer.write(lambda c: requests.touch(c, RequestId(request), thread_id=thread))
        return thread

    def _language(self, tag: str) -> str:
        return self.registry[tag].english if tag in self.registry.all else tag

    async def _to_desk(self, chat_id: int, thread: int, sent: ToDesk) -> None:
        text = sent.text
        if sent.alias:
            name = "desk-note" if sent.note else "desk-from-console"
            text = self.texts.say(sent.tag, name, alias=sent.alias, text=text)
        if sent.edited:
            await self._change_at_desk(chat_id, thread, sent)
            return
        try:
            if sent.kind == "text":
                number = (await self._text(chat_id, escape(text, quote=False), thread)).message_id
            else:
                number = await self._copy(chat_id, sent.source_chat, sent.source_message, text, thread)
        except BadRequest as error:
            if not _says(error, _GONE):
                await self._failed(sent.message, DeliveryState.FAILED, "desk-not-delivered")
            raise
        state = {} if sent.alias else {"delivery": DeliveryState.DELIVERED}
        await self.writer.write(lambda c: transcripts.set_desk_copy(c, sent.message, number, state.get("delivery")))

    async def _change_at_desk(self, chat_id: int, thread: int, sent: ToDesk) -> None:
        message = await self.writer.write(lambda c: transcripts.get(c, self.cipher, sent.message))
        if message is None or message.desk_message_id is None:
            return
        number, text = message.desk_message_id, self.texts.say(sent.tag, "desk-edited", text=sent.text)
        if sent.kind == "text":
            changing: Awaitable[object] = self.bot.edit_message_text(text, chat_id, number)
        else:
            changing = self.bot.edit_message_caption(chat_id, number, caption=text)
        await _ignoring(_UNCHANGED + _MISSING, changing)

    async def _card(self, chat_id: int, thread: int, card: DeskCard) -> None:
        place = await self.writer.write(lambda c: requests.place_of(c, RequestId(card.request)))
        html, keyboard = self._card_text(card), self._card_buttons(card)
        if place.card_id is not None:
            changing = self.bot.edit_message_text(
                html, chat_id, place.card_id, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
            if await _ignoring(_UNCHANGED + _MISSING, changing) is not _MISSED:
                return
        sent = await self._text(chat_id, html, thread, keyboard)
        await self.writer.write(lambda c: requests.touch(c, RequestId(card.request), card_id=sent.message_id))

    def _card_text(self, card: DeskCard) -> str:
        tag, say = card.tag, self.texts.say
        head = say(tag, "desk-card", urgent="yes" if card.urgent else "no", name=card.name,
                   language=self._language(card.language))  # fmt: skip
        titles = ", ".join(self.catalogue().title(topic, tag) for topic in card.topics)
        asked = say(tag, "desk-card-topics", topics=titles) if titles else say(tag, "desk-card-no-topics")
        since = time_text(datetime.fromtimestamp(card.waiting_since, UTC).astimezone(BRUSSELS))
        arguments = {"queued": {"time": since}, "owned": {"alias": card.alias or ""}}.get(card.state, {})
        state = say(tag, f"desk-state-{card.state}", **arguments)
        return "\n".join(
            (f"<b>{escape(head, quote=False)}</b>", escape(asked, quote=False), escape(state, quote=False))
        )

    def _card_buttons(self, card: DeskCard) -> InlineKeyboardMarkup | None:
        def button(name: str, verb: str) -> InlineKeyboardButton:
            label = self.texts.say(card.tag, f"desk-button-{name}")
            return InlineKeyboardButton(label, callback_data=f"{verb}:{card.request}")

        if card.state == RequestState.QUEUED.value:
            return InlineKeyboardMarkup([[button("claim", "c")]])
        if card.state == RequestState.OWNED.value:
            rows = [[button("canned", "a"), button("transfer", "t")], [button("release", "r"), button("end", "e")]]
            return InlineKeyboardMarkup(rows)
        return None

    async def _line(self, chat_id: int, thread: int, line: DeskLine) -> None:
        buttons = [
            [InlineKeyboardButton(self._label(line.tag, label), callback_data=data)] for label, data in line.choices
        ]
        html = escape(self.texts.say(line.tag, line.text, **line.arguments), quote=False)
        await self._text(chat_id, html, thread, InlineKeyboardMarkup(buttons) if buttons else None)

    def _label(self, tag: str, label: str) -> str:
        """A label that begins with = is shown as it stands: an alias, a title."""
        return label.removeprefix("=") if label.startswith("=") else self.texts.say(tag, label)

    async def _board(self, chat_id: int, key: ChatKey, board: DeskBoard) -> None:
        found = await self.writer.write(lambda c: groups.all_groups(c, self.cipher))
        group = next((each for each in found if each.key == key), None)
        if group is None:
            return
        html = escape(self._board_text(board), quote=False)
        if group.board_id is not None:
            if not board.aloud:
                changing = self.bot.edit_message_text(html, chat_id, group.board_id)
                if await _ignoring(_UNCHANGED + _MISSING, changing) is not _MISSED:
                    return
            else:
                await _ignoring(_MISSING, self.bot.delete_message(chat_id, group.board_id))
        sent = await self._text(chat_id, html)
        await self.writer.write(lambda c: groups.set_board(c, key, sent.message_id))

    def _board_text(self, board: DeskBoard) -> str:
        if not board.waiting:
            return self.texts.say(board.tag, "desk-board-empty")
        languages = ", ".join(f"{self._language(tag)} {count}" for tag, count in board.waiting.items())
        lines = [self.texts.say(board.tag, "desk-board", languages=languages)]
        if board.urgent:
            lines.append(self.texts.say(board.tag, "desk-board-urgent", count=board.urgent))
        return "\n".join(lines)

    async def _reply(self, chat_id: int, reply: DeskReply) -> None:
        await self.bot.send_message(
            chat_id,
            self.texts.say(reply.tag, reply.text, **reply.arguments),
            message_thread_id=reply.thread,
            reply_parameters=ReplyParameters(reply.reply_to, allow_sending_without_reply=True),
        )

    # Calls

    async def _text(
        self, chat_id: int, html: str, thread: int | None = None, keyboard: InlineKeyboardMarkup | None = None
    ) -> Message:
        return await self.bot.send_message(
            chat_id,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )

    async def _copy(
        self, chat_id: int, source_chat: int | None, source: int | None, caption: str, thread: int | None = None
    ) -> int:
        """A copy shows no sender; the caption is written anew, so that no name hides in its links."""
        assert source_chat is not None
        assert source is not None
        copied = await self.bot.copy_message(
            chat_id, source_chat, source, caption=caption or None, message_thread_id=thread
        )
        return copied.message_id


_MISSED = object()


async def _ignoring(words: tuple[str, ...], call: Awaitable[object]) -> object:
    """What `call` returns; `_MISSED` if Telegram refuses it with one of these words."""
    try:
        return await call
    except TelegramError as error:
        if isinstance(error, BadRequest) and _says(error, _UNCHANGED) and set(_UNCHANGED) <= set(words):
            return None
        if isinstance(error, BadRequest) and _says(error, words):
            return _MISSED
        raise


def _says(error: BadRequest, words: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(word in message for word in words)
