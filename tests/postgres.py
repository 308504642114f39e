"""A throw-away PostgreSQL for a session of tests: own folder, own port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _programs() -> Path | None:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _as_ordinary_user() -> dict[str, object]:
    """PostgreSQL refuses to run as root: then the system's own user runs it."""
    return {"user": "postgres"} if os.geteuid() == 0 else {}


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of an empty database."""
    programs = _programs()
    if programs is None:
        pytest.fail("PostgreSQL's server programs are missing: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="startpunt-postgres-"))
    user = _as_ordinary_user()
    if user:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = folder / "data"
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **user}
    subprocess.run([programs / "initdb", "-D", data, "-U", "startpunt", "--auth=trust", "-E", "UTF8"], **run)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run([programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], **run)
    try:
        yield f"postgresql+asyncpg://startpunt@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
        shutil.rmtree(folder, ignore_errors=True)
