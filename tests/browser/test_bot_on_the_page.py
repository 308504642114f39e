"""The bot itself, talked to on the page as a newcomer would: in English, and in Arabic from right to left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.content.catalogue import Catalogue
from bot.content.model import TopicId
from bot.locale.texts import Texts
from tests.bot_in_process import running_bot, settings_for
from tests.browser.conftest import Page
from tests.browser.test_page import BUBBLE
from tests.nlu_server import running_nlu
from tests.standin_client import Standin

pytestmark = pytest.mark.browser

SLEEP = TopicId("reception/sleep-tonight")
SPACE_BESIDE_LINES = """
const text = arguments[0].querySelector(".text"), frame = text.getBoundingClientRect(), lines = new Map();
const range = document.createRange();
range.selectNodeContents(text);
for (const box of range.getClientRects()) {
  if (box.width < 2) continue;
  const line = Math.round(box.bottom / 8), [left, right] = lines.get(line) ?? [Infinity, Infinity];
  lines.set(line, [Math.min(left, box.left - frame.left), Math.min(right, frame.right - box.right)]);
}
return [...lines.values()];
"""


@pytest_asyncio.fixture
async def the_bot(standin: Standin, tmp_path: Path) -> AsyncIterator[None]:
    async with running_nlu({"sleep": SLEEP, "أنام": SLEEP}) as nlu, running_bot(settings_for(tmp_path, nlu), standin):
        yield


@pytest.mark.usefixtures("the_bot")
async def test_a_newcomer_asks_in_english_and_shows_the_answer_in_dutch(
    page: Page, catalogue: Catalogue, texts: Texts
) -> None:
    await page.click("#person .wide", "START")
    await page.find(BUBBLE, texts.say("en", "welcome").split("\n")[0])

    await page.type("#person textarea", "where can i sleep tonight?\n")
    await page.find(BUBBLE, catalogue.title(SLEEP, "en"))
    await page.click("#person .buttons button", "Nederlands")
    await page.find(BUBBLE, catalogue.title(SLEEP, "nl"))


@pytest.mark.usefixtures("the_bot")
async def test_an_arabic_answer_runs_from_the_right(page: Page, catalogue: Catalogue) -> None:
    await page.click("#person .wide", "START")
    await page.type("#person textarea", "أين يمكنني أن أنام الليلة\n")

    answer = await page.find(BUBBLE, catalogue.title(SLEEP, "ar"))

    lines = await page.run(SPACE_BESIDE_LINES, answer)
    # Every line begins at the right edge; the shorter ones leave their space on the left.
    assert [right for _, right in lines if right > 2] == []
    assert any(left > 20 for left, _ in lines)


@pytest.mark.usefixtures("the_bot")
async def test_the_menu_leads_to_an_answer_without_typing(page: Page, catalogue: Catalogue, texts: Texts) -> None:
    await page.click("#person .wide", "START")
    await page.click("#person .buttons button", texts.say("en", "button-menu"))
    await page.click("#person .buttons button", texts.say("en", "area-hub"))
    await page.click("#person .buttons button", catalogue.title(TopicId("hub/food"), "en"))

    await page.find(BUBBLE, catalogue.title(TopicId("hub/food"), "en"))
