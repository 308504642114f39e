"""What does the server understand, what does it refuse, what does it keep to itself, and when does it end?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nlu.serve import check_host
from tests.nlu.conftest import PROJECT, Server, run_module, start_server

pytestmark = pytest.mark.rasa

SECRET = "zanzibar quarrel lawyer"  # words that no log may hold


def test_a_sentence_gets_its_topic_and_a_ranking(server: Server) -> None:
    parsed = server.parse("I NEED A LAWYER!!!")

    assert parsed["intent"]["name"] == "procedure.lawyer"
    assert parsed["intent"] == parsed["intent_ranking"][0]
    confidences = [entry["confidence"] for entry in parsed["intent_ranking"]]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1, abs=0.01)
    assert len({entry["name"] for entry in parsed["intent_ranking"]}) == 7


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("بدّي مُحامي", "procedure.lawyer"),
        ("M7AMI", "procedure.lawyer"),
        ("they took my fiingerprints in itally", "procedure.dublin"),
        ("\u202bمـــرحبا\u202c", "chat.greeting"),
    ],
)
def test_spelling_does_not_matter(server: Server, text: str, intent: str) -> None:
    assert server.parse(text)["intent"]["name"] == intent


@pytest.mark.parametrize("text", ["", " ", "\u200f\u0000", "???!!!", "你好吗", "12", "/", "\U0001f600", None, 5, {}])
def test_what_holds_nothing_known_gets_no_intent(server: Server, text: object) -> None:
    parsed = server.parse(text)

    assert parsed["intent"] == {"name": None, "confidence": 0.0}
    assert parsed["intent_ranking"] == []


@pytest.mark.parametrize("text", ["/procedure.dublin", '/greet{"a": "b"}', "//safety.suicide@1.0", "/restart"])
def test_text_is_never_a_command_to_rasa(server: Server, text: str) -> None:
    confidences = [entry["confidence"] for entry in server.parse(text)["intent_ranking"]]

    assert 1.0 not in confidences


def test_a_flood_of_text_is_answered_in_time(server: Server) -> None:
    started = time.monotonic()

    parsed = server.parse("i need a lawyer " + "x" * 4000 + " y" * 4000)

    assert parsed["intent"]["name"] == "procedure.lawyer"
    assert time.monotonic() - started < 1


def test_a_body_beyond_any_message_is_refused(server: Server) -> None:
    assert server.ask("POST", "/model/parse", json.dumps({"text": "a" * 100_000}).encode())[0] == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"a"', b"\xff"])
def test_a_body_that_is_no_request_is_an_error_and_no_end(server: Server, body: bytes) -> None:
    assert server.ask("POST", "/model/parse", body)[0] in {400, 500}
    assert server.ask("GET", "/version")[0] == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/model"),
        ("DELETE", "/model"),
        ("POST", "/model/train"),
        ("POST", "/model/test/intents"),
        ("POST", "/model/test/stories"),
        ("POST", "/model/predict"),
        ("GET", "/domain"),
        ("GET", "/conversations/x/tracker"),
        ("POST", "/conversations/x/messages"),
        ("POST", "/conversations/x/tracker/events"),
        ("POST", "/webhooks/rest/webhook"),
        ("GET", "/model/parse"),
        ("PUT", "/model/"),
        ("PUT", "//model"),
    ],
)
def test_the_rest_of_rasas_api_is_closed(server: Server, method: str, path: str) -> None:
    status, _ = server.ask(method, path, b'{"model_file": "/tmp/x.tar.gz"}' if method in {"PUT", "POST"} else None)

    assert status == 404
    assert server.ask("GET", "/status")[1]["model_file"] == "nlu.tar.gz"


def test_no_log_holds_what_was_written(server: Server) -> None:
    for text in (SECRET, f"/{SECRET}", f"/{SECRET}{{", f"{SECRET}\u0000"):
        server.parse(text)
    server.ask("POST", "/model/parse", f'{{"text": "{SECRET}'.encode())
    server.ask("POST", "/model/parse", f'["{SECRET}"]'.encode())
    server.ask("POST", f"/model/parse?emulation_mode={SECRET.replace(' ', '%20')}", b'{"text": "a"}')
    server.ask("GET", "/" + SECRET.replace(" ", "%20"))

    log = server.log.read_text()

    assert "serving on port" in log
    for word in SECRET.split():
        assert word not in log


def test_the_token_is_asked_for(models: Path, tmp_path: Path) -> None:
    guarded = start_server(models / "nlu.tar.gz", tmp_path / "log", NLU_TOKEN="s3cret")
    try:
        body = b'{"text": "i need a lawyer"}'

        assert guarded.ask("POST", "/model/parse", body)[0] == 401
        assert guarded.ask("POST", "/model/parse?token=wrong", body)[0] == 401
        assert guarded.ask("POST", "/model/parse?token=s3cret", body)[0] == 200
        assert "s3cret" not in guarded.log.read_text()
    finally:
        guarded.process.terminate()
        assert guarded.process.wait(20) == 0


def test_the_server_ends_with_the_one_that_started_it(models: Path, tmp_path: Path) -> None:
    starter = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from tests.nlu.conftest import start_server\n"
        "print(start_server(Path(sys.argv[1]), Path(sys.argv[2])).process.pid, flush=True)\n"
        "time.sleep(300)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", starter, str(models / "nlu.tar.gz"), str(tmp_path / "log")],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        was_running = is_running(child)
        parent.kill()

    for _ in range(200):
        if not is_running(child):
            break
        time.sleep(0.1)

    assert was_running
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.parametrize(
    ("host", "allow_private", "accepted"),
    [
        ("127.0.0.1", False, True),
        ("localhost", False, True),
        ("::1", False, True),
        ("0.0.0.0", False, False),
        ("10.0.0.5", False, False),
        ("8.8.8.8", False, False),
        ("10.0.0.5", True, True),
        ("0.0.0.0", True, True),
        ("8.8.8.8", True, False),
    ],
)
def test_it_listens_where_nobody_else_reaches(host: str, allow_private: bool, accepted: bool) -> None:
    assert (check_host(host, allow_private) is None) == accepted


def test_a_public_host_and_a_missing_model_are_refused_at_the_start(models: Path, tmp_path: Path) -> None:
    public = run_module("nlu.serve", "--model", models / "nlu.tar.gz", "--host", "0.0.0.0")
    missing = run_module("nlu.serve", "--model", tmp_path / "nowhere.tar.gz")

    assert (public.returncode, missing.returncode) == (2, 2)
    assert "loopback" in public.stderr
    assert "nlu.train" in missing.stderr


def test_memory_stays_small(server: Server) -> None:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    resident_kib = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))

    assert resident_kib < 800 * 1024
    assert server.process.pid != os.getpid()
