"""A headless Chromium, a stand-in and a small bot that echoes.

Selenium blocks, and the stand-in runs in the test's own event loop: every look at the page goes through a thread.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from telegram import Bot

from tests.standin_client import Standin

WIDTH, HEIGHT = 1280, 860
WAIT_S = 10.0
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


@dataclass(frozen=True, slots=True)
class Page:
    """The page with the two phones in a browser."""

    driver: webdriver.Chrome

    async def run(self, script: str, *arguments: Any) -> Any:
        """The result of a script."""
        return await asyncio.to_thread(self.driver.execute_script, script, *arguments)

    async def resize(self, width: int, height: int) -> None:
        """Look through a window of another size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await asyncio.to_thread(self.driver.execute_cdp_cmd, "Emulation.setDeviceMetricsOverride", size)

    async def find(self, selector: str, text: str = "") -> WebElement:
        """The last visible element that matches and has the text; waits for it."""

        def look() -> WebElement | None:
            found = self.driver.find_elements(By.CSS_SELECTOR, selector)
            shown = [element for element in found if element.is_displayed() and text in element.text]
            return shown[-1] if shown else None

        element: WebElement = await self.until(look, f"{selector} with {text!r}")
        return element

    async def gone(self, selector: str, text: str = "") -> None:
        """Wait until no visible element matches."""

        def look() -> bool:
            found = self.driver.find_elements(By.CSS_SELECTOR, selector)
            return not [element for element in found if element.is_displayed() and text in element.text]

        await self.until(look, f"no {selector} with {text!r}")

    async def until(self, look: Callable[[], Any], what: str) -> Any:
        """Look again and again until there is something. Elements may be replaced meanwhile."""
        deadline = asyncio.get_running_loop().time() + WAIT_S
        while asyncio.get_running_loop().time() < deadline:
            try:
                found = await asyncio.to_thread(look)
            except Exception as error:
                if "stale element" not in str(error):
                    raise
                found = None
            if found:
                return found
            await asyncio.sleep(0.03)
        raise AssertionError(f"the page does not show {what}")

    async def click(self, selector: str, text: str = "") -> None:
        """Click what `find` finds."""
        element = await self.find(selector, text)
        await asyncio.to_thread(element.click)

    async def type(self, selector: str, text: str) -> None:
        """Type into what `find` finds."""
        element = await self.find(selector)
        await asyncio.to_thread(element.send_keys, text)

    async def choose(self, selector: str, label: str) -> None:
        """Choose an option of a list."""
        element = await self.find(selector)
        await asyncio.to_thread(lambda: Select(element).select_by_visible_text(label))

    async def errors(self) -> list[str]:
        """What the browser complained of."""
        entries = await asyncio.to_thread(self.driver.get_log, "browser")
        return [str(entry["message"]) for entry in entries]


@pytest.fixture(scope="session")
def driver() -> Iterator[webdriver.Chrome]:
    """One Chromium for all tests."""
    program = shutil.which("chromedriver")
    if program is None:
        pytest.skip("chromedriver is not installed")
    options = webdriver.ChromeOptions()
    for flag in (*_FLAGS, f"--window-size={WIDTH},{HEIGHT}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chromium = webdriver.Chrome(options=options, service=Service(program))
    yield chromium
    chromium.quit()


@pytest.fixture
async def bot(standin: Standin) -> AsyncIterator[Bot]:
    async with Bot(standin.token, base_url=standin.base_url, base_file_url=standin.base_file_url) as bot:
        yield bot


@pytest.fixture
async def page(driver: webdriver.Chrome, standin: Standin) -> AsyncIterator[Page]:
    """The page just opened, with the first person and no topic; fails the test on any complaint of the browser."""
    page = Page(driver)
    await page.resize(WIDTH, HEIGHT)
    await asyncio.to_thread(driver.get, standin.url)
    await page.find("#group .topics .empty")
    await page.find("#person .wide", "START")
    yield page
    errors = await page.errors()
    await asyncio.to_thread(driver.get, "about:blank")
    assert errors == []
