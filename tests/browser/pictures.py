"""The pictures of the documentation: `python -m tests.browser.pictures docs/pictures`.

Starts the bot with its real models and the stand-in, and talks to it on the page in a headless Chromium.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from bot.settings import PROJECT
from tests.bot_in_process import free_port

_SIZE = "1280,860"
_START_S = 120.0
_WAIT_S = 20
_BUBBLES = "#person .message:not(.is-mine) .bubble"
_SCENES = {
    "english": ("where can i sleep tonight?", "Amina", "en"),
    "arabic": ("وين فيني نام الليلة؟ ما عندي مكان", "سامر", "ar"),
    "arabizi": ("win fini nam hal leile ma 3andi ma7al", "Samer", "ar"),
    "dutch": ("waar kan ik vannagt slape", "Yonas", "nl"),
    "french": ("g pa dendroi pr dormir se soir", "Mariama", "fr"),
}
"""What is asked on which picture: question, name and language of the phone."""


async def main(folder: Path) -> int:
    """Start, talk, take pictures, stop."""
    folder.mkdir(parents=True, exist_ok=True)
    ports = {name: free_port() for name in ("LISTEN_PORT", "NLU_PORT", "STANDIN_PORT")}
    environment = {**os.environ, **{name: str(port) for name, port in ports.items()}}
    with tempfile.TemporaryDirectory() as data:
        log = Path(data) / "log"
        with log.open("wb") as errors:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=PROJECT, env={**environment, "DATA_DIR": data}, stderr=errors
            )
        try:
            async with asyncio.timeout(_START_S):
                while "Ready." not in log.read_text():
                    await asyncio.sleep(0.2)
            await asyncio.to_thread(_take, f"http://127.0.0.1:{ports['STANDIN_PORT']}", folder)
        finally:
            process.terminate()
            await process.wait()
    return 0


def _take(url: str, folder: Path) -> None:
    options = webdriver.ChromeOptions()
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"):
        options.add_argument(flag)
    options.add_argument(f"--window-size={_SIZE}")
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    size = {"width": 1280, "height": 860, "deviceScaleFactor": 1.5, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(url)
    try:
        for picture, (question, name, phone) in _SCENES.items():
            _act(driver, question, name, phone)
            driver.save_screenshot(str(folder / f"{picture}.png"))
    finally:
        driver.quit()


def _act(driver: webdriver.Chrome, question: str, name: str, phone: str) -> None:
    """A new person with a phone in that language presses START and asks."""
    _press(driver, "#person [data-role=add]", "New person")
    driver.find_element(By.CSS_SELECTOR, "#person .dialog input").send_keys(name)
    driver.execute_script(f"document.querySelector('#person .dialog select').value = '{phone}'")
    _press(driver, "#person .dialog button", "Create")
    _press(driver, "#person .wide", "START")
    _wait_for_bubbles(driver, 1)
    driver.find_element(By.CSS_SELECTOR, "#person textarea").send_keys(question + "\n")
    _wait_for_bubbles(driver, 2)
    driver.execute_script("[...document.querySelectorAll('#person .is-mine')].at(-1).scrollIntoView()")


def _press(driver: webdriver.Chrome, selector: str, label: str) -> None:
    def labelled(_: object) -> WebElement | None:
        found = driver.find_elements(By.CSS_SELECTOR, selector)
        return next((each for each in found if each.is_displayed() and label in each.text), None)

    waiting = WebDriverWait(driver, _WAIT_S, ignored_exceptions=[StaleElementReferenceException])
    waiting.until(labelled).click()


def _wait_for_bubbles(driver: webdriver.Chrome, count: int) -> None:
    WebDriverWait(driver, _WAIT_S).until(lambda _: len(driver.find_elements(By.CSS_SELECTOR, _BUBBLES)) >= count)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(Path(sys.argv[1]))))
