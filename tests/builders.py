"""Updates as the Bot API sends them, from few arguments."""

from __future__ import annotations

import itertools
from typing import Any

Json = dict[str, Any]

_ids = itertools.count(1)
SENT_AT = 1_800_000_000
CHAT_ID = 4711


def person(language: str | None = None) -> Json:
    """A user with a phone in `language`."""
    code = {"language_code": language} if language else {}
    return {"id": CHAT_ID, "is_bot": False, "first_name": "Selam", **code}


def message(language: str | None = None, chat_type: str = "private", **fields: Any) -> Json:
    """A message in a private chat; `fields` are its content."""
    chat = {"id": CHAT_ID, "type": chat_type, "first_name": "Selam"}
    return {"message_id": next(_ids), "date": SENT_AT, "chat": chat, "from": person(language), **fields}


def update(**kinds: Any) -> Json:
    """An update of some kind."""
    return {"update_id": next(_ids), **kinds}


def text_update(text: str, language: str | None = None, **fields: Any) -> Json:
    """A typed text; a command gets the entity that Telegram gives it."""
    if text.startswith("/"):
        length = len(text.split()[0])
        fields.setdefault("entities", [{"type": "bot_command", "offset": 0, "length": length}])
    return update(message=message(language, text=text, **fields))


def edit_update(text: str, after_s: int) -> Json:
    """A text corrected `after_s` seconds after it was sent."""
    return update(edited_message=message(text=text, edit_date=SENT_AT + after_s))


def tap_update(data: str, language: str | None = None) -> Json:
    """A tapped button under a message of the bot."""
    bot_message = message(text="menu") | {"from": {"id": 1, "is_bot": True, "first_name": "Bot"}}
    query = {"id": "77", "from": person(language), "chat_instance": "1", "data": data, "message": bot_message}
    return update(callback_query=query)


def member_update(status: str) -> Json:
    """The person blocked the bot (`kicked`), or came back (`member`)."""
    bot = {"id": 1, "is_bot": True, "first_name": "Bot"}
    old: Json = {"user": bot, "status": "member"}
    new: Json = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    chat = {"id": CHAT_ID, "type": "private", "first_name": "Selam"}
    changed = {"chat": chat, "from": person(), "date": SENT_AT, "old_chat_member": old, "new_chat_member": new}
    return update(my_chat_member=changed)
