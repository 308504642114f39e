"""What the tests of the nlu service share: a model trained once on a small set, and a server of it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SMALL = Path(__file__).parent / "small"
START_S = 60


@dataclass(frozen=True)
class Server:
    """A running `nlu.serve`."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, Any]:
        """Status and JSON body of one request."""
        request = urllib.request.Request(self.url + path, data=body, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return response.status, json.loads(response.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def parse(self, text: object) -> dict[str, Any]:
        """What is understood of a text."""
        status, parsed = self.ask("POST", "/model/parse", json.dumps({"text": text}).encode())
        assert status == 200
        return dict(parsed)


def run_module(module: str, *arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of the nlu service to its end."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=300,
    )


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def start_server(model: Path, log: Path, **settings: str) -> Server:
    """Starts `nlu.serve` and waits until it answers."""
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "nlu.serve", "--model", str(model), "--port", str(port)],
            cwd=PROJECT,
            env={**os.environ, **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    for _ in range(START_S * 10):
        try:
            server.ask("GET", "/version")
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        else:
            return server
    process.kill()
    raise AssertionError(f"the server did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small data folder, with its calibration folder beside it."""
    folder = tmp_path_factory.mktemp("nlu") / "small"
    shutil.copytree(SMALL, folder)
    return folder / "data"


@pytest.fixture(scope="session")
def models(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model that was trained once, on the small data."""
    output = tmp_path_factory.mktemp("models")
    done = run_module("nlu.train", "--output", output, "--data", data)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def server(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of that model, with everything set that could make Rasa talk."""
    running = start_server(
        models / "nlu.tar.gz",
        tmp_path_factory.mktemp("log") / "serve.log",
        LOG_LEVEL="DEBUG",
        LOG_LEVEL_LIBRARIES="DEBUG",
        RASA_TELEMETRY_ENABLED="true",
        RASA_TELEMETRY_DEBUG="true",
        SANIC_ACCESS_LOG="true",
        NLU_TOKEN="",
    )
    yield running
    running.process.terminate()
    running.process.wait(20)
