"""People in a test: a person in a private chat with the bot, a volunteer in the group, and what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import FormData

Json = dict[str, Any]
DEFAULT_TIMEOUT_S = 5.0


class Control(Protocol):
    """The control API of a stand-in, as far as people need it."""

    group_id: int

    async def get(self, path: str) -> Any:
        """GET /control/<path>."""

    async def post(self, path: str, body: Json) -> Any:
        """POST /control/<path> with a JSON body."""

    async def post_form(self, path: str, form: FormData) -> Any:
        """POST /control/<path> with a multipart body."""


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """A message as it stands on a phone; `payload` is the Message object of the Bot API."""

    payload: Json
    markup: Json | None = None

    @property
    def id(self) -> int:
        """message_id."""
        return int(self.payload["message_id"])

    @property
    def text(self) -> str:
        """Text or caption."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def thread_id(self) -> int | None:
        """The topic the message is in."""
        return self.payload.get("message_thread_id")

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons, row by row."""
        rows = self.payload.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons."""
        return [str(button["text"]) for button in self.buttons]


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a tap brought: a toast, or an alert."""

    text: str
    show_alert: bool
    query_id: str


class Screen:
    """The changes of one chat, read in order; each is handed out once."""

    def __init__(self, standin: Control, chat_id: int, after: int) -> None:
        self._standin = standin
        self._chat_id = chat_id
        self._after = after
        self._unread: list[Json] = []

    async def next(self, wanted: Callable[[Json], bool], timeout_s: float, what: str) -> Json:
        """The first change not handed out yet that is wanted. Raises AssertionError after `timeout_s`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_s
        while True:
            for change in self._unread:
                if wanted(change):
                    self._unread.remove(change)
                    return change
            left = deadline - loop.time()
            if left <= 0:
                raise AssertionError(f"no {what} within {timeout_s} s; unread: {self._unread}")
            await self._fetch(left)

    async def unread(self) -> list[Json]:
        """All changes not handed out yet, without waiting."""
        await self._fetch(0.0)
        return list(self._unread)

    async def _fetch(self, timeout_s: float) -> None:
        query = f"?after={self._after}&timeout_s={timeout_s}"
        page = await self._standin.get(f"chats/{self._chat_id}/messages{query}")
        self._after = page["seq"]
        self._unread.extend(page["changes"])


class Actor:
    """Somebody with a phone."""

    def __init__(self, standin: Control, description: Json, screen: Screen) -> None:
        self.standin = standin
        self.id = int(description["id"])
        self.first_name = str(description["first_name"])
        self.screen = screen

    @property
    def _chat_id(self) -> int:
        return self.id

    async def next_message(self, timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The bot's next message."""
        change = await self.screen.next(_is_from_bot("new"), timeout_s, "message of the bot")
        return SeenMessage(change["message"], change.get("markup"))

    async def next_edit(self, timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The next of the bot's messages that it edits."""
        change = await self.screen.next(_is_from_bot("edited"), timeout_s, "edit by the bot")
        return SeenMessage(change["message"])

    async def next_deletion(self, timeout_s: float = DEFAULT_TIMEOUT_S) -> int:
        """The id of the next message that goes away."""
        change = await self.screen.next(lambda c: c["kind"] == "deleted", timeout_s, "deletion")
        return int(change["message_id"])

    async def next_callback_answer(self, timeout_s: float = DEFAULT_TIMEOUT_S) -> CallbackAnswer:
        """How the bot answers this person's next tap."""
        change = await self.screen.next(
            lambda c: c["kind"] == "callback_answer" and c["person_id"] == self.id, timeout_s, "callback answer"
        )
        return CallbackAnswer(change["text"], change["show_alert"], change["callback_query_id"])

    async def says(self, text: str, **more: Any) -> SeenMessage:
        """Send a text."""
        return await self.sends("text", text=text, **more)

    async def sends(
        self, kind: str, *, content: bytes | None = None, file_name: str = "file", mime_type: str = "", **more: Any
    ) -> SeenMessage:
        """Send a photo, voice, document, sticker, location, venue, contact: the sample, or with `content`."""
        path = f"chats/{self._chat_id}/messages"
        body = {"from": self.id, "kind": kind, **more}
        if content is None:
            return SeenMessage(await self.standin.post(path, body))
        form = FormData({name: str(value) for name, value in body.items()})
        form.add_field("file", content, filename=file_name, content_type=mime_type or "application/octet-stream")
        return SeenMessage(await self.standin.post_form(path, form))

    async def edits(self, message: SeenMessage, text: str) -> SeenMessage:
        """Change an own message."""
        path = f"chats/{self._chat_id}/messages/{message.id}/edit"
        return SeenMessage(await self.standin.post(path, {"from": self.id, "text": text}))

    async def taps(self, message: SeenMessage, label: str) -> Json:
        """Tap an inline button by its label."""
        path = f"chats/{self._chat_id}/messages/{message.id}/tap"
        return dict(await self.standin.post(path, {"from": self.id, "label": label}))

    async def taps_data(self, message: SeenMessage, callback_data: str) -> Json:
        """Tap an inline button by its callback_data."""
        path = f"chats/{self._chat_id}/messages/{message.id}/tap"
        return dict(await self.standin.post(path, {"from": self.id, "callback_data": callback_data}))

    async def reacts(self, message: SeenMessage, emoji: str) -> None:
        """Put an emoji on a message."""
        await self.standin.post(f"chats/{self._chat_id}/messages/{message.id}/react", {"from": self.id, "emoji": emoji})

    async def messages(self) -> list[SeenMessage]:
        """All that is on the screen, oldest first."""
        chat = await self.standin.get(f"chats/{self._chat_id}")
        return [SeenMessage(item["message"], item["markup"]) for item in chat["messages"]]


class Person(Actor):
    """One who asks, in a private chat with the bot."""

    async def starts(self, payload: str = "") -> SeenMessage:
        """Open the chat, as a tap on Start or on a link with a payload does."""
        return SeenMessage(await self.standin.post(f"people/{self.id}/start", {"payload": payload}))

    async def blocks(self) -> None:
        """Block the bot."""
        await self.standin.post(f"people/{self.id}/block", {})

    async def unblocks(self) -> None:
        """Take the bot back."""
        await self.standin.post(f"people/{self.id}/unblock", {})

    async def changes_phone(self, *, first_name: str | None = None, language_code: str | None = None) -> None:
        """Use another name or phone language."""
        given = {"first_name": first_name, "language_code": language_code}
        await self.standin.post(f"people/{self.id}", {name: v for name, v in given.items() if v is not None})

    async def commands(self, language_code: str) -> list[Json]:
        """The "/" menu of the phone."""
        return list(await self.standin.get(f"chats/{self.id}/commands?language_code={language_code}"))


class Volunteer(Actor):
    """A member of the volunteers' group; acts there."""

    @property
    def _chat_id(self) -> int:
        return self.standin.group_id

    async def writes(self, text: str, topic_id: int | None = None, reply_to: SeenMessage | None = None) -> SeenMessage:
        """Write in the group: in a topic, or answering a message."""
        more: Json = {} if topic_id is None else {"message_thread_id": topic_id}
        if reply_to is not None:
            more["reply_to_message_id"] = reply_to.id
        return await self.says(text, **more)

    async def next_message_in(self, topic_id: int, timeout_s: float = DEFAULT_TIMEOUT_S) -> SeenMessage:
        """The bot's next message in a topic."""
        is_new = _is_from_bot("new")
        change = await self.screen.next(
            lambda c: is_new(c) and c["message"].get("message_thread_id") == topic_id, timeout_s, "message in the topic"
        )
        return SeenMessage(change["message"], change.get("markup"))

    async def next_topic(self, timeout_s: float = DEFAULT_TIMEOUT_S) -> Json:
        """The next topic that is created or changed: {message_thread_id, name, is_closed, ...}."""
        change = await self.screen.next(lambda c: c["kind"] == "topic", timeout_s, "topic")
        return dict(change["topic"])

    async def opens_topic(self, name: str) -> int:
        """Open a topic; its id."""
        topic = await self.standin.post("topics", {"from": self.id, "name": name})
        return int(topic["message_thread_id"])

    async def closes_topic(self, topic_id: int) -> None:
        """Close a topic."""
        await self.standin.post(f"topics/{topic_id}/close", {"from": self.id})

    async def reopens_topic(self, topic_id: int) -> None:
        """Open a closed topic again."""
        await self.standin.post(f"topics/{topic_id}/reopen", {"from": self.id})

    async def deletes_topic(self, topic_id: int) -> None:
        """Delete a topic with its messages."""
        await self.standin.post(f"topics/{topic_id}/delete", {"from": self.id})


def _is_from_bot(kind: str) -> Callable[[Json], bool]:
    return lambda change: change["kind"] == kind and bool(change["message"]["from"]["is_bot"])
