"""getChat, getChatMember, and the methods of forum topics."""

from __future__ import annotations

from bot.standin.errors import bad_request
from bot.standin.methods.sending import find_chat, find_topic, open_chat
from bot.standin.model import TOPIC_COLOURS, Chat, Json, Topic
from bot.standin.params import Params
from bot.standin.parts import Standin

# Bot API createForumTopic: "Topic name, 1-128 characters".
MAX_TOPIC_NAME = 128
# The rights that a bot needs in the volunteers' group; it has them from the start.
BOT_RIGHTS: Json = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
    "can_manage_topics": True,
}


def get_chat(standin: Standin, params: Params) -> Json:
    """A chat with the details that only this method gives."""
    chat = find_chat(standin, params)
    details: Json = {
        **chat.description,
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned and chat.pinned[-1] in chat.messages:
        details["pinned_message"] = chat.messages[chat.pinned[-1]].payload
    return details


def get_chat_member(standin: Standin, params: Params) -> Json:
    """What somebody is in a chat: the bot an administrator, volunteers members."""
    chat = find_chat(standin, params)
    user_id = params.integer("user_id")
    if user_id == standin.bot["id"]:
        if chat.is_group:
            return {"user": standin.bot, "status": "administrator", **BOT_RIGHTS}
        return {"user": standin.bot, "status": "member"}
    person = standin.world.people.get(user_id)
    if person is None:
        raise bad_request("user not found" if chat.is_group else "invalid user_id specified")
    is_member = person.is_volunteer if chat.is_group else person.id == chat.id
    return {"user": person.as_user(), "status": "member" if is_member else "left"}


def create_forum_topic(standin: Standin, params: Params) -> Json:
    """A new topic; its id is that of its first, service message."""
    chat = _forum(standin, params)
    colour = params.optional_integer("icon_color")
    if colour is not None and colour not in TOPIC_COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    name = _name(params)
    return standin.world.open_topic(chat, standin.bot, name, colour, params.text("icon_custom_emoji_id")).as_json()


def edit_forum_topic(standin: Standin, params: Params) -> bool:
    """Another name or icon."""
    chat = _forum(standin, params)
    topic = find_topic(chat, params)
    change: Json = {}
    if params.text("name") and params.text("name") != topic.name:
        topic.name = change["name"] = _name(params)
    emoji_id = params.optional_text("icon_custom_emoji_id")
    if emoji_id is not None and emoji_id != topic.icon_custom_emoji_id:
        topic.icon_custom_emoji_id = change["icon_custom_emoji_id"] = emoji_id
    if not change:
        raise bad_request("TOPIC_NOT_MODIFIED")
    standin.world.change_topic(chat, topic, standin.bot, {"forum_topic_edited": change})
    return True


def close_forum_topic(standin: Standin, params: Params) -> bool:
    """Only administrators may write in a closed topic."""
    return _set_closed(standin, params, True)


def reopen_forum_topic(standin: Standin, params: Params) -> bool:
    """Everybody may write again."""
    return _set_closed(standin, params, False)


def delete_forum_topic(standin: Standin, params: Params) -> bool:
    """The topic and its messages go."""
    chat = _forum(standin, params)
    standin.world.delete_topic(chat, find_topic(chat, params))
    return True


def _set_closed(standin: Standin, params: Params, is_closed: bool) -> bool:
    chat = _forum(standin, params)
    topic = find_topic(chat, params)
    set_closed(standin, chat, topic, standin.bot, is_closed)
    return True


def set_closed(standin: Standin, chat: Chat, topic: Topic, author: Json, is_closed: bool) -> Json:
    """Close or reopen a topic; the service message's payload."""
    if topic.is_closed == is_closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.is_closed = is_closed
    service: Json = {"forum_topic_closed": {}} if is_closed else {"forum_topic_reopened": {}}
    return standin.world.change_topic(chat, topic, author, service).payload


def _forum(standin: Standin, params: Params) -> Chat:
    chat = open_chat(standin, params)
    if not chat.is_group:
        raise bad_request("the chat is not a forum")
    return chat


def _name(params: Params) -> str:
    name = params.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > MAX_TOPIC_NAME:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    return name
