"""Start the stand-in: `python -m bot.standin --port 8081`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.standin.app import LOCAL_NAMES, make_app
from bot.standin.limits import Limits
from bot.standin.parts import DEFAULT_GROUP_ID, DEFAULT_TOKEN, Options, Standin
from bot.standin.snapshot import load_file

LOOK_AT_PARENT_S = 0.5


def main(arguments: list[str] | None = None) -> int:
    """Parse the arguments and serve until interrupted."""
    given = _parser().parse_args(arguments)
    if given.host not in LOCAL_NAMES and not given.allow_remote:
        print(f"{given.host} can be reached from outside; the stand-in has no passwords.", file=sys.stderr)
        print("Use --host 127.0.0.1, or --allow-remote if you know that only you can reach it.", file=sys.stderr)
        return 2
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    app = _app(given)
    try:
        # Open pages and long polls must not hold up the end.
        web.run_app(app, host=given.host, port=given.port, print=None, access_log=None, shutdown_timeout=0.5)
    except (OSError, ValueError) as error:
        print(f"The stand-in cannot start: {error}", file=sys.stderr)
        return 1
    return 0


async def _app(given: argparse.Namespace) -> web.Application:
    options = Options(
        token=given.token,
        limits=given.rate_limits,
        group_id=given.group_id,
        allow_remote=given.allow_remote,
        state_file=given.state,
    )
    standin = Standin(options)
    if given.state is not None:
        load_file(standin, given.state)
    app = make_app(standin)
    if given.exit_with_parent:
        app.cleanup_ctx.append(_exit_with_parent)
    return app


async def _exit_with_parent(app: web.Application) -> AsyncIterator[None]:
    """End like after Ctrl-C when the process that started this one is gone."""
    watching = asyncio.ensure_future(_watch_parent(os.getppid()))
    yield
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def _watch_parent(parent_id: int) -> None:
    while os.getppid() == parent_id:  # noqa: ASYNC110
        await asyncio.sleep(LOOK_AT_PARENT_S)
    signal.raise_signal(signal.SIGTERM)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.standin", description="A local stand-in for Telegram.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the token the bot must use")
    parser.add_argument("--group-id", type=int, default=DEFAULT_GROUP_ID, help="chat id of the volunteers' group")
    parser.add_argument(
        "--rate-limits", type=Limits.named, default="telegram", help="telegram, off, or x10 (ten times)"
    )
    parser.add_argument("--state", type=Path, help="keep the chats in this file, and go on from it")
    parser.add_argument("--exit-with-parent", action="store_true", help="end when the starting process is gone")
    parser.add_argument("--allow-remote", action="store_true", help="bind to addresses that others can reach")
    return parser


if __name__ == "__main__":
    sys.exit(main())
