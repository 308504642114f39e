"""What is a person, a topic, a message, a chat of the stand-in?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
ChangeKind = Literal[
    "new", "edited", "deleted", "typing", "callback_answer", "topic", "pinned", "reaction", "status", "commands"
]

# Bot API createForumTopic: the colours an icon can have.
TOPIC_COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


@dataclass(slots=True)
class Person:
    """Somebody with a phone: one who asks, or a volunteer."""

    id: int
    first_name: str
    language_code: str = ""
    last_name: str = ""
    username: str = ""
    is_volunteer: bool = False
    has_started: bool = False
    has_blocked: bool = False

    def names(self) -> Json:
        """The fields that a user and a private chat share."""
        fields: Json = {"id": self.id, "first_name": self.first_name}
        if self.last_name:
            fields["last_name"] = self.last_name
        if self.username:
            fields["username"] = self.username
        return fields

    def as_user(self) -> Json:
        """A User object of the Bot API."""
        user = {**self.names(), "is_bot": False}
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is that of the service message that opened it."""

    id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str = ""
    is_closed: bool = False

    def as_json(self) -> Json:
        """A ForumTopic object of the Bot API."""
        topic: Json = {"message_thread_id": self.id, "name": self.name, "icon_color": self.icon_color}
        if self.icon_custom_emoji_id:
            topic["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return topic


@dataclass(slots=True)
class Message:
    """`payload` is the Message object of the Bot API; the rest is what Telegram knows beside it."""

    id: int
    payload: Json
    is_from_bot: bool
    markup: Json | None = None


@dataclass(slots=True)
class Chat:
    """A private chat with the bot, or the volunteers' group."""

    id: int
    description: Json
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    journal: list[Json] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        """Whether the group limit applies."""
        return self.id < 0


def without_reply(payload: Json) -> Json:
    """A message as it stands inside `reply_to_message`: without a further reply."""
    return {name: value for name, value in payload.items() if name != "reply_to_message"}


def person_view(person: Person) -> Json:
    """A person as the control API shows them."""
    return {
        **person.names(),
        "language_code": person.language_code,
        "is_volunteer": person.is_volunteer,
        "has_started": person.has_started,
        "has_blocked": person.has_blocked,
    }


def topic_view(topic: Topic) -> Json:
    """A topic as the control API shows it."""
    return {**topic.as_json(), "is_closed": topic.is_closed}
