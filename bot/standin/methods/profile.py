"""getMe, the bot's commands, name and descriptions."""

from __future__ import annotations

import json
import re

from bot.standin.errors import bad_request
from bot.standin.model import Chat, Json
from bot.standin.params import Params
from bot.standin.parts import Standin

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MAX_COMMANDS = 100
MAX_DESCRIPTION = 256
MAX_BOT_NAME = 64
MAX_BOT_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120


def get_me(standin: Standin, params: Params) -> Json:
    """The bot itself."""
    return {
        **standin.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


def set_my_commands(standin: Standin, params: Params) -> bool:
    """The commands of the "/" menu, for a scope and a language."""
    commands = params.optional_list("commands", "commands")
    if commands is None:
        raise bad_request("can't parse commands JSON object")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(command) for command in commands]
    key = _key(params)
    if checked:
        standin.profile.commands[key] = checked
    else:
        standin.profile.commands.pop(key, None)
    standin.world.record(standin.world.group, "commands")
    return True


def get_my_commands(standin: Standin, params: Params) -> list[Json]:
    """The commands set for just this scope and language."""
    return standin.profile.commands.get(_key(params), [])


def delete_my_commands(standin: Standin, params: Params) -> bool:
    """The next wider scope counts again."""
    standin.profile.commands.pop(_key(params), None)
    standin.world.record(standin.world.group, "commands")
    return True


def visible_commands(standin: Standin, chat: Chat, language_code: str) -> list[Json]:
    """The menu that a phone shows: the narrowest scope that has one, its language before all languages."""
    kind = "all_group_chats" if chat.is_group else "all_private_chats"
    scopes: list[Json] = [{"type": "chat", "chat_id": chat.id}, {"type": kind}, {"type": "default"}]
    for scope in scopes:
        for language in (language_code[:2], ""):
            commands = standin.profile.commands.get((_scope_key(scope), language))
            if commands:
                return commands
    return []


def _command(command: Json) -> Json:
    name = str(command.get("command", "")).removeprefix("/")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    description = str(command.get("description", "")).strip()
    if not 1 <= len(description) <= MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _key(params: Params) -> tuple[str, str]:
    scope = params.optional_object("scope", "bot command scope") or {"type": "default"}
    return _scope_key(scope), _language(params)


def _scope_key(scope: Json) -> str:
    return json.dumps({name: str(value) for name, value in scope.items()}, sort_keys=True)


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def set_my_name(standin: Standin, params: Params) -> bool:
    """The bot's name, by language."""
    return _set(standin.profile.names, params, "name", MAX_BOT_NAME)


def get_my_name(standin: Standin, params: Params) -> Json:
    """The bot's name in a language, or its own."""
    name = standin.profile.names.get(_language(params)) or standin.profile.names.get("")
    return {"name": name or standin.bot["first_name"]}


def set_my_description(standin: Standin, params: Params) -> bool:
    """What an empty chat with the bot says."""
    return _set(standin.profile.descriptions, params, "description", MAX_BOT_DESCRIPTION)


def get_my_description(standin: Standin, params: Params) -> Json:
    """What an empty chat with the bot says, in a language."""
    return {"description": _get(standin.profile.descriptions, params)}


def set_my_short_description(standin: Standin, params: Params) -> bool:
    """What the bot's profile says."""
    return _set(standin.profile.short_descriptions, params, "short_description", MAX_SHORT_DESCRIPTION)


def get_my_short_description(standin: Standin, params: Params) -> Json:
    """What the bot's profile says, in a language."""
    return {"short_description": _get(standin.profile.short_descriptions, params)}


def _set(texts: dict[str, str], params: Params, name: str, limit: int) -> bool:
    text = params.text(name)
    if len(text) > limit:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    if text:
        texts[_language(params)] = text
    else:
        texts.pop(_language(params), None)
    return True


def _get(texts: dict[str, str], params: Params) -> str:
    return texts.get(_language(params)) or texts.get("", "")
