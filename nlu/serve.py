"""Serves the model over Rasa's own HTTP server: `python -m nlu.serve --model models/nlu.tar.gz`.

Of Rasa's API three things are open: `POST /model/parse`, `GET /status` and `GET /version`. The rest can load
models from anywhere, train, or keep conversations, and is answered with 404. The server ends on SIGTERM and
when the process that started it is gone. A token in the environment variable NLU_TOKEN is asked of each request
(`?token=...`), as Rasa does.
"""

from __future__ import annotations

import argparse
import ipaddress
import logging
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from sanic import HTTPResponse, Request, Sanic

logger = logging.getLogger("nlu.serve")

OPEN: Final = frozenset({("GET", "/"), ("GET", "/version"), ("GET", "/status"), ("POST", "/model/parse")})
MAX_BODY_BYTES: Final = 64 * 1024
PARENT_CHECK_S: Final = 1.0
RESPONSE_TIMEOUT_S: Final = 30


def make_app(agent: Agent, token: str | None) -> Sanic:
    """Rasa's server around a loaded agent, everything closed but the routes in `OPEN`."""
    from rasa.server import create_app
    from sanic import response

    app = create_app(agent, cors_origins=[], auth_token=token, response_timeout=RESPONSE_TIMEOUT_S)
    app.config.REQUEST_MAX_SIZE = MAX_BODY_BYTES
    app.config.FALLBACK_ERROR_FORMAT = "json"

    async def refuse_what_is_closed(request: Request) -> HTTPResponse | None:
        if (request.method, request.path) in OPEN:
            return None
        return response.json({"status": "failure", "reason": "NotFound", "code": 404}, status=404)

    app.register_middleware(refuse_what_is_closed, "request")
    return app


def check_host(host: str, allow_private: bool) -> str | None:
    """Why this host may not be listened on, or None: loopback always, private networks if asked for."""
    try:
        addresses = {ipaddress.ip_address(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    except (OSError, ValueError):
        return f"{host} is not an address of this machine"
    if all(address.is_loopback for address in addresses):
        return None
    if allow_private and all(address.is_private or address.is_unspecified for address in addresses):
        return None
    return f"{host} is not a loopback address; with --allow-private a private network is allowed"


def end_with_parent(parent: int) -> None:
    """Starts a thread that ends this process once `parent` is no longer its parent."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_CHECK_S)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


def serve(model: Path, host: str, port: int, token: str | None) -> None:
    """Loads the model and serves it until a signal comes."""
    from nlu.quiet import quiet_process, silence

    quiet_process()
    from nlu.agent import load_agent

    app = make_app(load_agent(model), token)
    silence()
    logging.getLogger("nlu").setLevel(logging.INFO)
    logger.info("serving on port %d", port)
    app.run(host=host, port=port, access_log=False, debug=False, motd=False)


def main() -> int:
    """Exit status 2: the model or the host is not acceptable."""
    parser = argparse.ArgumentParser(prog="python -m nlu.serve", description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--allow-private", action="store_true", help="for a container in a network of its own")
    arguments = parser.parse_args()
    end_with_parent(os.getppid())
    problem = check_host(arguments.host, arguments.allow_private)
    if not arguments.model.is_file():
        problem = f"{arguments.model} is not there; `python -m nlu.train --output {arguments.model.parent}` makes it"
    if problem:
        print(problem, file=sys.stderr)
        return 2
    serve(arguments.model, arguments.host, arguments.port, os.environ.get("NLU_TOKEN") or None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
