"""The command line: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from typer.testing import CliRunner

from bot import logs
from bot.bootstrap import Knowledge
from bot.cli.ask import _ask_lines, as_plain_text
from bot.cli.main import app, main
from bot.cli.nlu import held_out, report
from bot.cli.run import RunError, _check_ports
from bot.cli.sentences import sentence_for
from bot.content.stamp import stamp
from bot.conversation.effects import RequestHuman, Say, SendPlace
from bot.errors import StartpuntError
from bot.privacy.cipher import ChatKey
from bot.processes import Program, keep_running, start, stop
from bot.settings import PROJECT, Settings
from bot.store.engine import make_engine
from bot.store.requests import open_request
from bot.telegram.render import Renderer
from bot.understanding.scores import Trial
from bot.understanding.training import TrainingError, train
from tests.bot_in_process import settings_for
from tests.nlu_server import NluServer, running_nlu


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    level, handlers = logging.root.level, logging.root.handlers[:]
    yield
    logging.root.setLevel(level)
    logging.root.handlers[:] = handlers


@pytest_asyncio.fixture
async def nlu() -> AsyncIterator[NluServer]:
    async with running_nlu(
        {"sleep": "reception/sleep-tonight", "person": "chat/human", "hello": "chat/greeting"}
    ) as nlu:
        yield nlu


async def test_lines_are_answered_in_their_order_and_bad_ones_named(tmp_path: Path, nlu: NluServer) -> None:
    lines = [
        '{"id": 1, "text": "where can i sleep tonight please", "locale": "en"}',
        "",
        "no json",
        '{"id": "b", "text": "may i talk to a person please", "locale": "en"}',
        '{"id": 3, "text": "hello my friend how are you", "locale": "en"}',
        '{"id": 4, "text": "i want to kill myself"}',
        '{"id": 5, "text": "the weather of the blue sky", "locale": "en"}',
        '{"id": 6, "text": "a\\u0000 \\ud800", "locale": "en"}',
    ]
    out = io.StringIO()

    await _ask_lines(settings_for(tmp_path, nlu), lines, out)

    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [each.get("id", each.get("line")) for each in answers] == [1, 3, "b", 3, 4, 5, 8]
    assert [each.get("action") for each in answers[:6]] == ["answer", None, "handoff", "answer", "answer", "fallback"]
    assert answers[0]["topic"] == "reception/sleep-tonight"
    assert answers[0]["language"] == "en"
    assert answers[4]["topic"] == "safety/suicide"
    assert answers[4]["urgent"] is True


def test_an_answer_is_readable_on_a_terminal(renderer: Renderer) -> None:
    text = as_plain_text(renderer, Say("greeting", "en"))

    assert text.startswith("Hello!")
    assert "openstreetmap" not in as_plain_text(renderer, SendPlace("unia", "en"))  # type: ignore[arg-type]


def test_content_check_ends_with_one_when_something_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path / "content"))
    (tmp_path / "content" / "hub" / "food" / "en.md").write_text("nothing")

    result = CliRunner().invoke(app, ["content", "check"])

    assert result.exit_code == 1
    assert "hub/food/en.md:1: bad-value: " in result.output


def test_content_stamp_marks_new_translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path / "content"))
    stamp(tmp_path / "content", only_new=True)
    text = tmp_path / "content" / "hub" / "food" / "ar.md"
    text.write_text("".join(line for line in text.read_text().splitlines(True) if not line.startswith("source:")))

    result = CliRunner().invoke(app, ["content", "stamp"])

    assert result.output.strip() == "1 files stamped"


def test_upgrade_makes_the_database_and_the_list_shows_who_waits(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(app, ["db", "upgrade"]).exit_code == 0
    assert (tmp_path / "startpunt.db").exists()
    asyncio.run(_open_request(tmp_path))

    listed = runner.invoke(app, ["handoff", "list"], env={"COLUMNS": "120"})

    assert "urgent" in listed.output
    assert "hub/food" in listed.output


async def _open_request(folder: Path) -> None:
    engine = make_engine(f"sqlite+aiosqlite:///{folder / 'startpunt.db'}")
    async with engine.begin() as connection:
        await open_request(connection, ChatKey("a" * 32), RequestHuman("hub/food", "nl", urgent=True), 0)  # type: ignore[arg-type]
    await engine.dispose()


@pytest.mark.parametrize(
    ("environment", "code"), [({"LISTEN_PORT": "x"}, 2), ({"NLU_URL": "nowhere"}, 2)], ids=["port", "address"]
)
def test_wrong_settings_end_with_two_and_a_sentence(
    environment: dict[str, str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["startpunt", "content", "check"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == code
    assert next(iter(environment)) in capsys.readouterr().err


def test_a_broken_key_file_ends_with_one_and_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "keys.json").write_text("{}")
    monkeypatch.setattr(sys, "argv", ["startpunt", "db", "upgrade"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 1
    assert "keys.json" in capsys.readouterr().err


def test_an_error_without_a_sentence_shows_code_and_fields() -> None:
    assert sentence_for(StartpuntError("a.code", field=1)) == "a.code (field=1)"
    assert str(StartpuntError("a.code")) == "a.code"


def test_every_command_is_in_the_documentation() -> None:
    documentation = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")
    commands = [
        "setup",
        "run",
        "ask",
        "content check",
        "content stamp",
        "nlu train",
        "nlu test",
        "db upgrade",
        "handoff list",
    ]

    assert [name for name in commands if f"`startpunt {name}" not in documentation] == []
    for name in commands:
        assert CliRunner().invoke(app, [*name.split(), "--help"]).exit_code == 0


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = Settings.from_env({"LISTEN_PORT": str(taken.getsockname()[1])})

        with pytest.raises(RunError) as raised:
            _check_ports(settings)

    assert raised.value.fields["setting"] == "LISTEN_PORT"


def test_held_out_sentences_are_read_and_reported() -> None:
    rows = held_out()
    assert {tag for tag, _, _ in rows} >= {"en", "nl", "fr", "ar"}
    trial = Trial("en", "plain", "life/work", "en", ("life/work",), True, False)

    text = report([("work", trial)])

    assert "| en | 1 |" in text
    assert "| en, plain | 1 |" in text


async def test_a_program_that_ends_is_started_again(tmp_path: Path) -> None:
    count = tmp_path / "count"
    program = Program("test", [sys.executable, "-c", f"open({str(count)!r}, 'a').write('x')"])
    task = asyncio.create_task(keep_running(program))
    async with asyncio.timeout(20):
        while not count.exists() or len(count.read_text()) < 2:
            await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_program_is_ended_with_the_bot(tmp_path: Path) -> None:
    process = await start(Program("test", [sys.executable, "-c", "import time; time.sleep(60)"]))

    await stop(process)
    await stop(process)

    assert process.returncode is not None


async def test_training_that_fails_shows_its_last_lines(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("print('progress 10 reading'); print('a reason'); raise SystemExit(3)")
    heard: list[tuple[float, str]] = []

    with pytest.raises(TrainingError) as raised:
        await train(Path(sys.executable), tmp_path, "broken", [], lambda *each: heard.append(each))

    assert heard == [(10.0, "reading")]
    assert "a reason" in str(raised.value.fields["output"])


@pytest.mark.parametrize(("printed", "trained"), [("fresh", False), ("progress 100", True)])
async def test_training_says_whether_there_was_anything_to_do(tmp_path: Path, printed: str, trained: bool) -> None:
    (tmp_path / "done.py").write_text(f"print({printed!r})")

    assert await train(Path(sys.executable), tmp_path, "done", [], lambda *_: None) is trained


def test_log_lines_are_json_and_hold_no_token(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    logging.getLogger("bot.test").warning("event.name", extra={"field": 1})
    logging.getLogger("httpx").info("https://api.telegram.org/bot123:secret/getMe")

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["event"], line["field"], line["level"]) for line in lines] == [("event.name", 1, "WARNING")]


def test_models_are_found_where_setup_puts_them() -> None:
    knowledge = Knowledge.load(Settings.from_env(dict(os.environ)))

    assert set(knowledge.known.registry.full) >= {"en", "nl", "fr", "ar"}
