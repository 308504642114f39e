"""Who is in which chat, and what was said there? Pure state: no network, no updates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.standin.clock import Clock
from bot.standin.model import (
    TOPIC_COLOURS,
    ChangeKind,
    Chat,
    Json,
    Message,
    Person,
    Topic,
    person_view,
    topic_view,
    without_reply,
)

# Ids start from the clock, so that a new run never repeats those of an earlier one.
EPOCH_S = 1_704_067_200  # 2024-01-01T00:00:00Z
PERSON_IDS_PER_S = 10_000
MESSAGE_IDS_PER_S = 10  # message ids stay below 2**31 until 2030


class World:
    """All chats. Every change is appended to the chat's journal and told to the watchers."""

    def __init__(self, clock: Clock, bot: Json, group_id: int, group_title: str) -> None:
        now = clock.now()
        self.clock = clock
        self.bot = bot
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.watchers: list[Callable[[Json], None]] = []
        self.sequence = 0
        self._next_person_id = int((now - EPOCH_S) * PERSON_IDS_PER_S)
        first_message_id = int((now - EPOCH_S) * MESSAGE_IDS_PER_S)
        self._next_private_id = first_message_id
        self._next_group_id = first_message_id
        description = {"id": group_id, "title": group_title, "type": "supergroup", "is_forum": True}
        self.group = self.chats[group_id] = Chat(group_id, description)

    def add_person(self, first_name: str, language_code: str = "", **more: Any) -> Person:
        """A new person with an id of their own; `more` are the other fields of Person."""
        self._next_person_id += 1
        person = Person(self._next_person_id, first_name, language_code, **more)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, {**person.names(), "type": "private"})
        self.record(self.chats[person.id], "status", person=person_view(person))
        return person

    def post(
        self,
        chat: Chat,
        author: Json,
        content: Json,
        *,
        thread_id: int | None = None,
        reply_to: Message | None = None,
        markup: Json | None = None,
    ) -> Message:
        """Append a message; the content holds what is special to its kind (text, photo, ...)."""
        message_id = self._new_message_id(chat)
        payload: Json = {
            "message_id": message_id,
            "from": author,
            "chat": chat.description,
            "date": int(self.clock.now()),
        }
        if thread_id is not None:
            payload["message_thread_id"] = thread_id
            payload["is_topic_message"] = True
        if reply_to is None and thread_id is not None:
            # In a topic every message is a reply to the one that opened it.
            reply_to = chat.messages.get(thread_id)
        if reply_to is not None:
            payload["reply_to_message"] = without_reply(reply_to.payload)
        payload.update(content)
        if markup is not None and "inline_keyboard" in markup:
            payload["reply_markup"] = markup
        message = Message(message_id, payload, author["id"] == self.bot["id"], markup)
        chat.messages[message_id] = message
        self.record(chat, "new", message=payload, markup=markup)
        return message

    def replace(self, chat: Chat, message: Message, changes: Json, *, stamps: bool = True) -> None:
        """Edit a message: a new payload with the changes; None removes a field."""
        payload = {**message.payload, **changes}
        for name in [name for name, value in payload.items() if value is None]:
            del payload[name]
        if stamps:
            payload["edit_date"] = int(self.clock.now())
        message.payload = payload
        self.record(chat, "edited", message=payload)

    def delete(self, chat: Chat, message: Message) -> None:
        """Take a message away."""
        del chat.messages[message.id]
        self.record(chat, "deleted", message_id=message.id)

    def open_topic(self, chat: Chat, author: Json, name: str, icon_color: int | None, emoji_id: str = "") -> Topic:
        """Create a topic together with its service message."""
        colour = icon_color if icon_color is not None else TOPIC_COLOURS[len(chat.topics) % len(TOPIC_COLOURS)]
        topic = Topic(self._next_group_id + 1, name, colour, emoji_id)
        chat.topics[topic.id] = topic
        self.record(chat, "topic", topic=topic_view(topic))
        service = topic.as_json()
        service.pop("message_thread_id")
        self.post(chat, author, {"forum_topic_created": service}, thread_id=topic.id)
        return topic

    def change_topic(self, chat: Chat, topic: Topic, author: Json, service: Json) -> Message:
        """Tell everybody that the topic changed; the service message says how."""
        self.record(chat, "topic", topic=topic_view(topic))
        return self.post(chat, author, service, thread_id=topic.id)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Delete the topic and all its messages. The bot is not told."""
        del chat.topics[topic.id]
        for message in [m for m in chat.messages.values() if m.payload.get("message_thread_id") == topic.id]:
            del chat.messages[message.id]
        self.record(chat, "topic", topic={**topic_view(topic), "is_deleted": True})

    def record(self, chat: Chat, kind: ChangeKind, **body: Any) -> None:
        """Append a change to the chat's journal and tell the watchers."""
        self.sequence += 1
        change = {"seq": self.sequence, "kind": kind, "chat_id": chat.id, **body}
        chat.journal.append(change)
        for watcher in self.watchers:
            watcher(change)

    def skip_used_ids(self) -> None:
        """After people and messages were put in from elsewhere: new ids come after theirs."""
        private = [max(chat.messages, default=0) for chat in self.chats.values() if not chat.is_group]
        self._next_person_id = max(self._next_person_id, *self.people, 0)
        self._next_private_id = max(self._next_private_id, *private, 0)
        self._next_group_id = max(self._next_group_id, *self.group.messages, 0)

    def _new_message_id(self, chat: Chat) -> int:
        if chat.is_group:
            self._next_group_id += 1
            return self._next_group_id
        self._next_private_id += 1
        return self._next_private_id
