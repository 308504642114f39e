"""How do the parts become a running bot? The composition root: the only file that knows all the others."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
from aiohttp import web
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from telegram import Bot
from telegram.error import NetworkError, TelegramError

from bot.content.catalogue import Catalogue
from bot.content.load import load
from bot.conversation.decide import Known
from bot.conversation.handle import Mind
from bot.conversation.ports import TopicRanker
from bot.conversation.safety import SafetyPhrases
from bot.desk.clock import Clock
from bot.desk.post import Post
from bot.desk.service import Desk
from bot.handoff.model import RequestId, Rules
from bot.language.detect import Detector
from bot.language.registry import Registry
from bot.locale.texts import FOLDER, Texts
from bot.privacy.cipher import Cipher, Keys
from bot.settings import DESK_LANGUAGES, Secret, Settings
from bot.store import inbox, outbox
from bot.store.engine import make_engine
from bot.store.upgrade import upgrade
from bot.store.writer import Writer
from bot.telegram import send, worker
from bot.telegram.client import Client, make_client
from bot.telegram.desk import DeskHand
from bot.telegram.desk_send import Courier
from bot.telegram.introduce import introduce
from bot.telegram.keyboards import Keyboards
from bot.telegram.limits import Pace
from bot.telegram.receive import ALLOWED_UPDATES, Receiver, poll
from bot.telegram.render import Renderer
from bot.understanding.calibration import Calibration
from bot.understanding.client import NluClient
from bot.web.app import make_app
from bot.web.health import Health, Metrics
from bot.web.webhook import PATH, Webhook

logger = logging.getLogger(__name__)

KEYS_FILE = "keys.json"
_PURGE_EVERY_S = 3600.0
_KEEP_UPDATE_IDS_S = 48 * 3600.0
_RETRY_S = 2.0
_TICK_S = 2.0
_DAY_S = 24 * 3600.0
_CONNECTIONS = 96


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is read from files at start: content, languages, models."""

    known: Known
    texts: Texts
    detector: Detector
    safety: SafetyPhrases

    @classmethod
    def load(cls, settings: Settings) -> Knowledge:
        """Read content and models; what is broken in the content raises, since tests keep it whole."""
        registry = Registry.load(settings.content_dir / "languages.yml")
        known = Known(
            Catalogue(load(settings.content_dir)),
            registry,
            Calibration.load(settings.models_dir / "calibration.json"),
        )
        return cls(
            known,
            Texts.load(registry.full),
            Detector.load(settings.models_dir / "language.ftz", registry),
            SafetyPhrases.load(settings.content_dir / "urgent"),
        )

    def mind(self, ranker: TopicRanker) -> Mind:
        """All that is needed to handle an input."""
        return Mind(self.known, self.detector, ranker, self.safety)

    def renderer(self, keep_days: int = 30) -> Renderer:
        """All that is needed to show an answer. keep_days: how long conversations with volunteers are kept."""
        registry = self.known.registry
        return Renderer(self.known.catalogue, registry, self.texts, Keyboards(self.texts, registry), keep_days)


@asynccontextmanager
async def nlu_client(settings: Settings) -> AsyncIterator[NluClient]:
    """A client of the nlu service."""
    connector = aiohttp.TCPConnector(limit=_CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector) as session:
        token = settings.nlu_token.reveal() if settings.nlu_token else None
        url = settings.nlu_url or f"http://127.0.0.1:{settings.nlu_port}"
        yield NluClient(session, url, timeout_s=settings.nlu_timeout_s, clock=time.monotonic, token=token)


@asynccontextmanager
async def connected(bot: Client) -> AsyncIterator[Client]:
    """The bot once Telegram has said who it is; tried again while Telegram cannot be reached.

    Raises InvalidToken when Telegram does not know the token.
    """
    try:
        while True:
            try:
                await bot.initialize()
                break
            except NetworkError as error:
                logger.warning("telegram.unreachable", extra={"error": type(error).__name__})
                await asyncio.sleep(_RETRY_S)
        yield bot
    finally:
        await bot.shutdown()


async def run_bot(settings: Settings, token: Secret, api_url: str, ready: Callable[[], None]) -> None:
    """Serve until cancelled. ready: called once updates are received."""
    knowledge = Knowledge.load(settings)
    keys = Keys.load_or_create(settings.data_dir / KEYS_FILE)
    async with AsyncExitStack() as stack:
        engine = make_engine(settings.database_url)
        stack.push_async_callback(engine.dispose)
        await upgrade(engine)
        nlu = await stack.enter_async_context(nlu_client(settings))
        bot = await stack.enter_async_context(connected(make_client(token, api_url)))
        await _Running(settings, knowledge, Cipher(keys), engine, nlu, bot).serve(ready)


@dataclass(frozen=True, slots=True)
class _Running:
    settings: Settings
    knowledge: Knowledge
    cipher: Cipher
    engine: AsyncEngine
    nlu: NluClient
    bot: Client

    async def serve(self, ready: Callable[[], None]) -> None:
        writer, metrics = Writer(self.engine), Metrics()
        settings = self.settings
        pace = Pace(settings.send_per_s, settings.send_per_chat_s, settings.send_per_group_s, time.monotonic)
        renderer, mind = self.knowledge.renderer(int(settings.keep_transcript_days)), self.knowledge.mind(self.nlu)
        desk = Desk(Post(self.cipher, lambda: self.knowledge.known))
        courier = self._courier(writer, desk)
        sender = send.Sender(
            send.Tools(self.bot, lambda: renderer, writer, self.cipher, pace, time.time, courier, metrics.message_sent)
        )
        hand = DeskHand(desk, lambda chat: self.cipher.chat_key(self.bot.id, chat), settings.desk_language)
        hands = worker.Worker(worker.Tools(self.bot, lambda: mind, writer, self.cipher, time.time, sender.wake, hand))
        receiver = Receiver(writer, self.cipher, self.bot.id, time.time, hands.wake)
        async with asyncio.TaskGroup() as group:
            group.create_task(writer.run())
            if self.engine.dialect.name == "sqlite":
                await writer.write(_release_all)
            group.create_task(hands.run(group))
            group.create_task(sender.run(group))
            group.create_task(_purge(writer))
            group.create_task(_look_at_clock(writer, Clock(desk, rules_of(settings)), sender.wake))
            group.create_task(introduce(self.bot, self.knowledge.texts, self.knowledge.known))
            await self._receive(group, receiver, metrics)
            ready()

    def _courier(self, writer: Writer, desk: Desk) -> Courier:
        async def report(message: int, said: str) -> None:
            await writer.write(lambda connection: desk.undelivered(connection, message, said, time.time()))

        async def show(request: RequestId) -> None:
            await writer.write(lambda connection: desk.post.refresh(connection, request, time.time()))

        texts, known = Texts.load(DESK_LANGUAGES, FOLDER / "desk"), self.knowledge.known
        return Courier(self.bot, writer, self.cipher, texts, known.registry, lambda: known.catalogue, report, show)

    async def _receive(self, group: asyncio.TaskGroup, receiver: Receiver, metrics: Metrics) -> None:
        secret = self.settings.webhook_secret or Secret(self.cipher.webhook_secret(self.bot.id))
        webhook = Webhook(receiver, secret) if self.settings.public_url else None
        group.create_task(self._serve_web(webhook, metrics))
        if self.settings.public_url:
            await set_webhook(self.bot, self.settings.public_url + PATH, secret)
        else:
            await self.bot.delete_webhook()
            group.create_task(poll(self.bot, receiver))

    async def _serve_web(self, webhook: Webhook | None, metrics: Metrics) -> None:
        health = Health({"database": self._database_works}, {"nlu": self._nlu_works}, metrics)
        runner = web.AppRunner(make_app(health, webhook), access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.settings.listen_host, self.settings.listen_port).start()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _database_works(self) -> bool:
        try:
            async with self.engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except Exception:  # whatever the driver raises, the answer is no
            return False
        return True

    async def _nlu_works(self) -> bool:
        return not self.nlu.is_away


async def set_webhook(bot: Bot, url: str, secret: Secret) -> None:
    """Tell Telegram where to bring updates; tried again until it succeeds."""
    while True:
        try:
            await bot.set_webhook(url, secret_token=secret.reveal(), allowed_updates=ALLOWED_UPDATES)
            return
        except TelegramError as error:
            logger.warning("telegram.webhook_failed", extra={"error": type(error).__name__})
            await asyncio.sleep(_RETRY_S)


async def _release_all(connection: AsyncConnection) -> None:
    await inbox.release_all(connection)
    await outbox.release_all(connection)


def rules_of(settings: Settings) -> Rules:
    """How long anybody may be left waiting in this installation."""
    return Rules(
        settings.ping_after_s,
        settings.remind_after_s,
        settings.return_after_s,
        settings.ask_after_s,
        settings.close_after_s,
        settings.word_every_s,
        settings.keep_transcript_days * _DAY_S,
    )


async def _look_at_clock(writer: Writer, clock: Clock, wake: Callable[[], None]) -> None:
    while True:
        try:
            await writer.write(lambda connection: clock.tick(connection, time.time()))
            await writer.write(lambda connection: clock.erase_old(connection, time.time()))
        except Exception as error:  # the database is away for a moment: what is due is due a little later
            logger.error("handoff.clock_failed", extra={"error": type(error).__name__})
        wake()
        await asyncio.sleep(_TICK_S)


async def _purge(writer: Writer) -> None:
    while True:
        before = time.time() - _KEEP_UPDATE_IDS_S
        await writer.write(lambda connection, before=before: _purge_before(connection, before))  # type: ignore[misc]
        await asyncio.sleep(_PURGE_EVERY_S)


async def _purge_before(connection: AsyncConnection, before: float) -> None:
    await inbox.purge_received(connection, before)
    await inbox.purge_failed(connection, before)
