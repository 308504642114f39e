"""answerCallbackQuery."""

from __future__ import annotations

from bot.standin.errors import bad_request
from bot.standin.params import Params
from bot.standin.parts import Standin

# Bot API: answerCallbackQuery text, "0-200 characters".
MAX_ANSWER_CHARACTERS = 200


def answer_callback_query(standin: Standin, params: Params) -> bool:
    """End the progress bar on a tapped button; the text shows for a moment, or as an alert."""
    tap = standin.taps.get(params.text("callback_query_id"))
    too_old = tap is not None and standin.clock.now() - tap.at > standin.limiter.limits.callback_answer_s
    if tap is None or too_old:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > MAX_ANSWER_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = params.text("callback_query_id")
    del standin.taps[query_id]
    standin.world.record(
        standin.world.chats[tap.chat_id],
        "callback_answer",
        callback_query_id=query_id,
        message_id=tap.message_id,
        person_id=tap.person_id,
        text=text,
        show_alert=params.flag("show_alert"),
        url=params.text("url"),
    )
    return True
