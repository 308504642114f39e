"""Which addresses does the bot answer? The table of all of them."""

from __future__ import annotations

from aiohttp import web

from bot.web.health import Health
from bot.web.webhook import MAX_BODY_BYTES, PATH, Webhook


def make_app(health: Health, webhook: Webhook | None) -> web.Application:
    """The web application. webhook: None while updates are fetched by polling."""
    app = web.Application(client_max_size=MAX_BODY_BYTES)
    app.router.add_get("/healthz", health.alive)
    app.router.add_get("/readyz", health.ready)
    app.router.add_get("/metrics", health.metrics)
    if webhook:
        app.router.add_post(PATH, webhook.handle)
    return app
