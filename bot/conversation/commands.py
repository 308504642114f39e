"""What follows from a command of the menu?"""

from __future__ import annotations

import msgspec

from bot.content.model import Tag, TopicId
from bot.conversation.decide import Decision, Known, answer_with, say, spoken
from bot.conversation.effects import AskLanguage, Keyboard, Say, ShowMenu
from bot.conversation.inputs import Command
from bot.conversation.state import Conversation

COMMANDS = ("start", "menu", "language", "help", "human", "privacy", "forget")
"""The commands of the bot's menu, in its order; each has a description `command-<name>` in every language."""


def obey(state: Conversation, command: Command, known: Known) -> Decision:
    """Carry out a command; one that does not exist gets a plain sentence and the menu."""
    tag = spoken(state, known)
    match command.name:
        case "start":
            return _start(state, command.argument, tag, known)
        case "menu":
            return Decision(state, (ShowMenu(tag),))
        case "language":
            return Decision(state, (AskLanguage((), tag),))
        case "help":
            return say(state, Say("help", tag, Keyboard.HUMAN_OR_MENU))
        case "human":
            return say(state, Say("human-offer", tag, Keyboard.CONFIRM_HUMAN))
        case "privacy":
            return say(state, Say("privacy", tag, Keyboard.CONFIRM_FORGET))
        case "forget":
            return say(state, Say("forget-ask", tag, Keyboard.CONFIRM_FORGET))
        case _:
            return say(state, Say("unknown-command", tag, Keyboard.MENU))


def _start(state: Conversation, payload: str, tag: Tag, known: Known) -> Decision:
    """/start, perhaps from a deep link: `hub` opens an area, `hub_food` a topic, `lang-ar` sets the language first."""
    for part in payload.split("--"):
        if part.startswith("lang-") and part.removeprefix("lang-") in known.registry.full:
            tag = part.removeprefix("lang-")
            state = msgspec.structs.replace(state, language=tag, chosen=True)
    welcome = Say("welcome", tag, Keyboard.LANGUAGES)
    for part in payload.split("--"):
        if part in known.catalogue.areas():
            return Decision(state, (welcome, ShowMenu(tag, part)))
        topic = TopicId(part.replace("_", "/", 1))
        if known.catalogue.has(topic):
            answered = answer_with(state, topic, tag, known)
            return Decision(answered.state, (*answered.effects, welcome))
    return Decision(state, (welcome,))
