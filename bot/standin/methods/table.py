"""Which methods are there, and which of them count against the limits?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.standin.methods import callbacks, chats, editing, media, messages, profile, receiving
from bot.standin.params import Params
from bot.standin.parts import Standin

Run = Callable[[Standin, Params], Any | Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    """A method under its proper name; `is_limited`: counts as a message for the limits."""

    name: str
    run: Run
    is_limited: bool = False


METHODS = {
    method.name.lower(): method
    for method in (
        Method("getUpdates", receiving.get_updates),
        Method("setWebhook", receiving.set_webhook),
        Method("deleteWebhook", receiving.delete_webhook),
        Method("getWebhookInfo", receiving.get_webhook_info),
        Method("logOut", receiving.log_out),
        Method("close", receiving.log_out),
        Method("sendMessage", messages.send_message, is_limited=True),
        Method("sendLocation", messages.send_location, is_limited=True),
        Method("sendVenue", messages.send_venue, is_limited=True),
        Method("copyMessage", messages.copy_message, is_limited=True),
        Method("forwardMessage", messages.forward_message, is_limited=True),
        Method("sendChatAction", messages.send_chat_action),
        Method("editMessageText", editing.edit_message_text, is_limited=True),
        Method("editMessageCaption", editing.edit_message_caption, is_limited=True),
        Method("editMessageReplyMarkup", editing.edit_message_reply_markup, is_limited=True),
        Method("deleteMessage", editing.delete_message),
        Method("deleteMessages", editing.delete_messages),
        Method("pinChatMessage", editing.pin_chat_message),
        Method("setMessageReaction", editing.set_message_reaction),
        Method("sendPhoto", media.send_photo, is_limited=True),
        Method("sendVoice", media.send_voice, is_limited=True),
        Method("sendDocument", media.send_document, is_limited=True),
        Method("sendAudio", media.send_audio, is_limited=True),
        Method("sendVideo", media.send_video, is_limited=True),
        Method("sendSticker", media.send_sticker, is_limited=True),
        Method("getFile", media.get_file),
        Method("getChat", chats.get_chat),
        Method("getChatMember", chats.get_chat_member),
        Method("createForumTopic", chats.create_forum_topic, is_limited=True),
        Method("editForumTopic", chats.edit_forum_topic, is_limited=True),
        Method("closeForumTopic", chats.close_forum_topic),
        Method("reopenForumTopic", chats.reopen_forum_topic),
        Method("deleteForumTopic", chats.delete_forum_topic),
        Method("getMe", profile.get_me),
        Method("setMyCommands", profile.set_my_commands),
        Method("getMyCommands", profile.get_my_commands),
        Method("deleteMyCommands", profile.delete_my_commands),
        Method("setMyName", profile.set_my_name),
        Method("getMyName", profile.get_my_name),
        Method("setMyDescription", profile.set_my_description),
        Method("getMyDescription", profile.get_my_description),
        Method("setMyShortDescription", profile.set_my_short_description),
        Method("getMyShortDescription", profile.get_my_short_description),
        Method("answerCallbackQuery", callbacks.answer_callback_query),
    )
}
