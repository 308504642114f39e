"""Scripted dialogues: `cases/*.yml` say what a person does and what follows, one file a rule family.

A turn is one of `text` (with `verdict`, `topics`, `safety`, `nlu: away`), `tap`, `command`, `attachment`, `edit`,
`departure`. `bot` lists the effects as `in_words` writes them; `state` names fields of the state afterwards.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from bot.content.model import TopicId
from bot.conversation.decide import Known, Understanding
from bot.conversation.effects import (
    Acknowledge,
    AskLanguage,
    CommentHuman,
    CountFeedback,
    Effect,
    Forget,
    PassOn,
    PassOnEdit,
    RateHuman,
    RequestHuman,
    Say,
    SendAnswer,
    SendPlace,
    ShowMenu,
    StillThere,
    Suggest,
    WithdrawRequest,
)
from bot.conversation.inputs import Attachment, AttachmentKind, Choice, Command, Departure, Edit, Input, Text
from bot.conversation.respond import question_in, respond
from bot.conversation.state import Conversation
from bot.language.evidence import Ask, Evidence, Keep, Other, Switch, Verdict
from tests.fakes import ranking

CASES = Path(__file__).parent / "cases"
MENU_MESSAGE = 12


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['description']}")
        for file in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _cases())
def test_dialogue(case: dict[str, Any], known: Known) -> None:
    state = msgspec.convert(case.get("before", {}), Conversation)

    for turn in case["turns"]:
        received = _input(turn)
        understanding = _understanding(turn, state) if question_in(received) is not None else None
        decision = respond(state, received, understanding, known)
        state = decision.state

        assert [in_words(effect) for effect in decision.effects] == turn["bot"]
        fields = msgspec.json.decode(msgspec.json.encode(state))
        assert {name: fields[name] for name in turn.get("state", {})} == turn.get("state", {})


def _input(turn: dict[str, Any]) -> Input:
    match turn:
        case {"text": text}:
            return Text(text)
        case {"tap": data}:
            return Choice(data, "tap-1", MENU_MESSAGE)
        case {"command": line}:
            name, _, argument = line.partition(" ")
            return Command(name, argument)
        case {"attachment": kind}:
            return Attachment(AttachmentKind(kind), turn.get("caption", ""))
        case {"edit": text}:
            return Edit(text, turn["fresh"])
        case {"departure": gone}:
            return Departure(gone)
    raise AssertionError(f"no input in {turn}")


def _understanding(turn: dict[str, Any], state: Conversation) -> Understanding:
    away = turn.get("nlu") == "away"
    safety = TopicId(turn["safety"]) if "safety" in turn else None
    evidence = Evidence(state.evidence.scores, state.evidence.messages + 1)
    return Understanding(_verdict(turn.get("verdict", "keep")), evidence, _ranking(turn, away), safety)


def _ranking(turn: dict[str, Any], away: bool) -> Any:
    return None if away else ranking(turn.get("topics", {}))


def _verdict(text: str) -> Verdict:
    name, *tags = text.split()
    verdicts = {"keep": Keep, "other": Other, "ask": lambda: Ask(tuple(tags)), "switch": lambda: Switch(tags[0], 0.99)}
    return verdicts[name]()


def in_words(effect: Effect) -> str:
    """An effect as the case files write it."""
    match effect:
        case Say(message, tag, keyboard):
            return f"say {message} in {tag}" + (f" with {keyboard.value}" if keyboard.value != "none" else "")
        case SendAnswer(topic, tag, urgent, feedback):
            return f"answer {topic} in {tag}" + (" urgently" if urgent else "") + ("" if feedback else " to show")
        case Suggest(topics, tag, urgent):
            return f"suggest {' '.join(topics)} in {tag}" + (" urgently" if urgent else "")
        case AskLanguage(tags, tag):
            return f"ask language {' '.join(tags) or 'all'} in {tag}"
        case ShowMenu(tag, area, message_id):
            return f"menu {area or 'areas'} in {tag}" + (" in place" if message_id else "")
        case SendPlace(service, tag):
            return f"place {service} in {tag}"
        case Acknowledge(_, tag, message):
            return f"acknowledge {message} in {tag}" if message else "acknowledge"
        case PassOn(_, kind, danger):
            return f"pass on {kind}" + (" in danger" if danger else "")
        case PassOnEdit():
            return "pass on edit"
        case StillThere():
            return "still there"
        case RateHuman(request, helpful):
            return f"rate {request} {'helpful' if helpful else 'not helpful'}"
        case CommentHuman(request):
            return f"comment on {request}"
        case RequestHuman(topic, tag, urgent):
            return f"request human about {topic} in {tag}" + (" urgently" if urgent else "")
        case WithdrawRequest():
            return "withdraw request"
        case CountFeedback(topic, tag, helpful):
            return f"count {'helpful' if helpful else 'not helpful'} {topic} in {tag}"
        case Forget():
            return "forget"
    raise AssertionError(f"no words for {effect}")
