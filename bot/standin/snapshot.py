"""How do the chats outlive a restart? With --state they are kept in one JSON file."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from aiohttp import web

from bot.standin.files import FileStore, StoredFile
from bot.standin.model import Chat, Json, Message, Person, Topic
from bot.standin.parts import STANDIN, Profile, Standin
from bot.standin.world import World

VERSION = 1
SAVE_EVERY_S = 5.0


def dump(standin: Standin) -> Json:
    """All that should outlive a restart; limits, faults and calls do not."""
    return {
        "version": VERSION,
        "people": [asdict(person) for person in standin.world.people.values()],
        "chats": [_dump_chat(chat) for chat in standin.world.chats.values()],
        "files": [
            {**asdict(stored), "content": base64.b64encode(stored.content).decode()} for stored in standin.files.all()
        ],
        "profile": {
            "names": standin.profile.names,
            "descriptions": standin.profile.descriptions,
            "short_descriptions": standin.profile.short_descriptions,
            "commands": [[*key, commands] for key, commands in standin.profile.commands.items()],
        },
        "pending_updates": list(standin.updates.pending),
        "allowed_updates": standin.updates.allowed,
    }


def restore(standin: Standin, saved: Json) -> None:
    """Put a dump into a stand-in that has just been made."""
    for fields in saved["people"]:
        standin.world.people[fields["id"]] = Person(**fields)
    for chat in saved["chats"]:
        _restore_chat(standin.world, chat)
    standin.world.skip_used_ids()
    _restore_files(standin.files, saved["files"])
    profile = saved["profile"]
    standin.profile = Profile(
        profile["names"],
        profile["descriptions"],
        profile["short_descriptions"],
        {(scope, language): commands for scope, language, commands in profile["commands"]},
    )
    standin.updates.pending.extend(saved["pending_updates"])
    standin.updates.allowed = saved["allowed_updates"]


def _dump_chat(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "description": chat.description,
        "messages": [asdict(message) for message in chat.messages.values()],
        "topics": [asdict(topic) for topic in chat.topics.values()],
        "pinned": chat.pinned,
    }


def _restore_chat(world: World, saved: Json) -> None:
    chat = world.group if saved["id"] == world.group.id else Chat(saved["id"], saved["description"])
    world.chats[chat.id] = chat
    chat.pinned = saved["pinned"]
    chat.topics = {fields["id"]: Topic(**fields) for fields in saved["topics"]}
    for fields in saved["messages"]:
        message = chat.messages[fields["id"]] = Message(**fields)
        world.record(chat, "new", message=message.payload, markup=message.markup)


def _restore_files(files: FileStore, saved: list[Json]) -> None:
    for fields in saved:
        files.put(StoredFile(**{**fields, "content": base64.b64decode(fields["content"])}))


def load_file(standin: Standin, path: Path) -> None:
    """Restore from a file, if there is one. Raises ValueError for a file of another kind."""
    if not path.exists():
        return
    saved = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(saved, dict) or saved.get("version") != VERSION:
        raise ValueError(f"{path} is no state of this stand-in")
    restore(standin, saved)


def save_file(standin: Standin, path: Path) -> None:
    """Write the file so that a crash leaves the old one or the new one."""
    new = path.with_name(path.name + ".new")
    new.touch(mode=0o600)
    new.write_text(json.dumps(dump(standin)), encoding="utf-8")
    new.replace(path)


async def keep_file(app: web.Application) -> AsyncIterator[None]:
    """While the application runs: save every few seconds what changed, and at the end."""
    standin = app[STANDIN]
    path = standin.options.state_file
    if path is None:
        yield
        return
    saving = asyncio.ensure_future(_save_often(standin, path))
    yield
    saving.cancel()
    with suppress(asyncio.CancelledError):
        await saving
    save_file(standin, path)


async def _save_often(standin: Standin, path: Path) -> None:
    saved = standin.world.sequence
    while True:
        await asyncio.sleep(SAVE_EVERY_S)
        if standin.world.sequence != saved:
            saved = standin.world.sequence
            save_file(standin, path)
