"""The pictures of the documentation: `python -m tests.browser.pictures docs/pictures`.

Starts the bot with its real models and the stand-in, talks to it on the page in a headless Chromium, and takes pictures.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from bot.settings import PROJECT
from tests.bot_in_process import free_port

_SIZE = "1280,860"
_START_S = 120.0
_SCENES = {
    "english": [("where can i sleep tonight?", "sleep")],
    "arabic": [("وين فيني نام الليلة؟ ما عندي مكان", "")],
    "arabizi": [("win fini nam hal leile ma 3andi ma7al", "")],
    "dutch": [("waar kan ik vannagt slape", "")],
    "french": [("g pa dendroi pr dormir se soir", "")],
}
_PHONES = {"english": "en", "arabic": "ar", "arabizi": "ar", "dutch": "nl", "french": "fr"}


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
    driver.implicitly_wait(10)
    size = {"width": 1280, "height": 860, "deviceScaleFactor": 1.5, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(url)
    try:
        for name, scene in _SCENES.items():
            _act(driver, scene, _PHONES[name])
            driver.save_screenshot(str(folder / f"{name}.png"))
    finally:
        driver.quit()


def _act(driver: webdriver.Chrome, scene: list[tuple[str, str]], phone: str) -> None:
    from selenium.webdriver.support.select import Select
    from selenium.webdriver.support.ui import WebDriverWait

    driver.find_element(By.CSS_SELECTOR, "#person [data-role=add]").click()
    language = Select(driver.find_element(By.CSS_SELECTOR, "#person [data-role=language]"))
    language.select_by_value(phone)
    driver.find_element(By.CSS_SELECTOR, "#person .wide").click()
    bubbles = "#person .message:not(.is-mine) .bubble"
    WebDriverWait(driver, 15).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, bubbles)) >= 1)
    for number, (text, _) in enumerate(scene, 2):
        driver.find_element(By.CSS_SELECTOR, "#person textarea").send_keys(text + "\n")
        WebDriverWait(driver, 20).until(lambda d, n=number: len(d.find_elements(By.CSS_SELECTOR, bubbles)) >= n)
    driver.execute_script("const wall = document.querySelector('#person .wall'); wall.scrollTop = wall.scrollHeight")


if __name__ == "__main__":
    sys.exit(asyncio.run(main(Path(sys.argv[1]))))
