"""How do updates reach the bot's webhook, and what if it does not take them?"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.standin.clock import Clock
from bot.standin.model import Json
from bot.standin.updates import UpdateQueue

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
ANSWER_TIMEOUT_S = 60.0
DEFAULT_CONNECTIONS = 40


@dataclass(slots=True)
class Webhook:
    """What setWebhook set; no url means that the bot polls."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    last_error_at: int | None = None
    last_error_message: str = ""

    def as_json(self, queue: UpdateQueue) -> Json:
        """A WebhookInfo object of the Bot API."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(queue.pending),
        }
        if self.url:
            info["max_connections"] = self.max_connections
            info["ip_address"] = "127.0.0.1"
        if queue.allowed:
            info["allowed_updates"] = queue.allowed
        if self.last_error_at is not None:
            info["last_error_date"] = self.last_error_at
            info["last_error_message"] = self.last_error_message
        return info


@dataclass(slots=True)
class _Flight:
    """Updates on their way: being sent, or waiting to be sent again."""

    sending: set[int] = field(default_factory=set)
    failures: dict[int, int] = field(default_factory=dict)
    retry_at: dict[int, float] = field(default_factory=dict)


class WebhookDelivery:
    """Sends pending updates in order of update_id, at most max_connections at a time.

    An update leaves the queue when the bot answered 2xx. Otherwise it is sent again after `retry_base_s`,
    twice that, and so on up to `retry_most_s`; later updates do not wait for it.
    """

    def __init__(
        self, queue: UpdateQueue, clock: Clock, *, retry_base_s: float = 1.0, retry_most_s: float = 60.0
    ) -> None:
        self.webhook = Webhook()
        self._queue = queue
        self._clock = clock
        self._retry_base_s = retry_base_s
        self._retry_most_s = retry_most_s
        self._flight = _Flight()
        self._wake = asyncio.Event()

    def set(self, webhook: Webhook) -> None:
        """Deliver to another address from now on, or to none."""
        self.webhook = webhook
        self._flight = _Flight()
        self._wake.set()

    def wake(self) -> None:
        """Look again for something to send."""
        self._wake.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with (
            ClientSession(timeout=ClientTimeout(total=ANSWER_TIMEOUT_S)) as session,
            asyncio.TaskGroup() as group,
        ):
            while True:
                self._wake.clear()
                for update in self._due():
                    self._flight.sending.add(update["update_id"])
                    group.create_task(self._send(session, update, self.webhook, self._flight))
                await self._pause()

    def _due(self) -> list[Json]:
        """The updates that may be sent now, oldest first."""
        if not self.webhook.url:
            return []
        flight, now = self._flight, asyncio.get_running_loop().time()
        free = self.webhook.max_connections - len(flight.sending)
        due: list[Json] = []
        for update in self._queue.pending:
            if len(due) >= free:
                break
            update_id = update["update_id"]
            if update_id not in flight.sending and flight.retry_at.get(update_id, 0.0) <= now:
                due.append(update)
        return due

    async def _pause(self) -> None:
        """Until something arrives, an answer frees a connection, or the next retry is due."""
        waiting = [at for id, at in self._flight.retry_at.items() if id not in self._flight.sending]
        delay = min(waiting) - asyncio.get_running_loop().time() if waiting else None
        try:
            async with asyncio.timeout(None if delay is None else max(delay, 0.001)):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _send(self, session: ClientSession, update: Json, webhook: Webhook, flight: _Flight) -> None:
        update_id = update["update_id"]
        failure = await _post(session, webhook, update)
        flight.sending.discard(update_id)
        if failure:
            self._failed(webhook, flight, update_id, failure)
        else:
            flight.failures.pop(update_id, None)
            flight.retry_at.pop(update_id, None)
            self._queue.remove(update)
        self._wake.set()

    def _failed(self, webhook: Webhook, flight: _Flight, update_id: int, failure: str) -> None:
        count = flight.failures.get(update_id, 0)
        flight.failures[update_id] = count + 1
        delay = min(self._retry_most_s, self._retry_base_s * 2**count)
        flight.retry_at[update_id] = asyncio.get_running_loop().time() + delay
        webhook.last_error_at = int(self._clock.now())
        webhook.last_error_message = failure
        logger.info("webhook_delivery_failed", extra={"failure": failure, "retry_in_s": delay})


async def _post(session: ClientSession, webhook: Webhook, update: Json) -> str:
    """Send one update; what went wrong, or nothing."""
    headers = {"Content-Type": "application/json"}
    if webhook.secret_token:
        headers[SECRET_HEADER] = webhook.secret_token
    try:
        async with session.post(webhook.url, data=json.dumps(update), headers=headers) as answer:
            await answer.read()
            if 200 <= answer.status < 300:
                return ""
            return f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except TimeoutError:
        return "Read timeout expired"
    except ClientError as error:
        return f"Connection failed: {type(error).__name__}"
