"""What does Telegram show before the first message? Commands and descriptions, in every language we speak."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.conversation.commands import COMMANDS
from bot.conversation.decide import Known
from bot.locale.texts import Texts
from bot.telegram.render import EMERGENCY_FACTS

logger = logging.getLogger(__name__)

_TELEGRAM_CODE_LETTERS = 2
"""Bot API: language_code is a two-letter ISO 639-1 code."""


async def introduce(bot: Bot, texts: Texts, known: Known) -> None:
    """Set commands and descriptions; the first language of the registry also serves all others.

    Telegram may refuse or be slow: the bot works without, and tries again at its next start.
    """
    try:
        for number, tag in enumerate(known.registry.full):
            if number == 0:
                await _introduce_in(bot, texts, known, tag, None)
            if len(tag) == _TELEGRAM_CODE_LETTERS:
                await _introduce_in(bot, texts, known, tag, tag)
    except TelegramError as error:
        logger.warning("telegram.introduce_failed", extra={"error": type(error).__name__})


async def _introduce_in(bot: Bot, texts: Texts, known: Known, tag: str, code: str | None) -> None:
    emergency = known.catalogue.fact(EMERGENCY_FACTS["emergency"])
    commands = [BotCommand(name, texts.say(tag, f"command-{name}")) for name in COMMANDS]
    await bot.set_my_commands(commands, language_code=code)
    await bot.set_my_short_description(texts.say(tag, "bot-short-description"), language_code=code)
    await bot.set_my_description(texts.say(tag, "bot-description", emergency=emergency), language_code=code)
