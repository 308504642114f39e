"""Is the bot well? `/healthz` (alive), `/readyz` (can serve), `/metrics` (numbers for Prometheus)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

Check = Callable[[], Awaitable[bool]]

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60)


class Metrics:
    """The numbers of one process. No label holds anything of a person."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.sent = Counter("startpunt_messages_sent", "Messages sent to Telegram", registry=self.registry)
        self.waited = Histogram(
            "startpunt_outbox_seconds",
            "Seconds from the decision to the sent message",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.ready = Gauge("startpunt_ready", "1 when the bot can serve, by part", ["part"], registry=self.registry)

    def message_sent(self, waited_s: float) -> None:
        """Count one message. waited_s: from the decision until Telegram had it."""
        self.sent.inc()
        self.waited.observe(waited_s)


class Health:
    """The health pages. checks: one question a part; the nlu service may be away without the bot being ill."""

    def __init__(self, checks: dict[str, Check], optional: dict[str, Check], metrics: Metrics) -> None:
        self._checks = checks
        self._optional = optional
        self._metrics = metrics

    async def alive(self, _request: web.Request) -> web.Response:
        """200 as long as the process answers."""
        return web.json_response({"status": "alive"})

    async def ready(self, _request: web.Request) -> web.Response:
        """200 when every needed part works, 503 else; optional parts are only named."""
        needed = {name: await check() for name, check in self._checks.items()}
        optional = {name: await check() for name, check in self._optional.items()}
        for name, works in (needed | optional).items():
            self._metrics.ready.labels(name).set(works)
        return web.json_response(needed | optional, status=200 if all(needed.values()) else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        """Prometheus' text format."""
        body = generate_latest(self._metrics.registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})
