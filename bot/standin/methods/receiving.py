"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo, logOut and close."""

from __future__ import annotations

import re

from bot.standin.errors import bad_request, conflict
from bot.standin.model import Json
from bot.standin.params import Params
from bot.standin.parts import Standin
from bot.standin.webhook import DEFAULT_CONNECTIONS, Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


async def get_updates(standin: Standin, params: Params) -> list[Json]:
    """Long polling; refused while a webhook is set."""
    if standin.delivery.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _read_allowed(standin, params)
    return await standin.updates.poll(
        params.integer("offset"), params.integer("limit", 100), params.number("timeout") or 0.0
    )


def set_webhook(standin: Standin, params: Params) -> bool:
    """Deliver updates to a URL. Plain http is accepted, as by a Bot API server run with --local."""
    url = params.text("url")
    if url and not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _read_allowed(standin, params)
    if params.flag("drop_pending_updates"):
        standin.updates.drop()
    if url:
        standin.updates.end_poll("terminated by setWebhook request")
    connections = params.integer("max_connections", DEFAULT_CONNECTIONS)
    standin.delivery.set(Webhook(url, secret, max(1, min(100, connections))))
    return True


def delete_webhook(standin: Standin, params: Params) -> bool:
    """Back to polling."""
    if params.flag("drop_pending_updates"):
        standin.updates.drop()
    standin.delivery.set(Webhook())
    return True


def get_webhook_info(standin: Standin, params: Params) -> Json:
    """Where updates go, how many wait, what went wrong last."""
    return standin.delivery.webhook.as_json(standin.updates)


def log_out(standin: Standin, params: Params) -> bool:
    """Accepted, without effect: there is no other server to go to."""
    return True


def _read_allowed(standin: Standin, params: Params) -> None:
    allowed = params.optional_list("allowed_updates", "allowed updates")
    if allowed is not None:
        standin.updates.allowed = [str(kind) for kind in allowed]
