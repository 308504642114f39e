"""Is the list of languages whole, and does it say what the bot needs?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.language.registry import Level, Registry, RegistryError
from bot.settings import PROJECT


def test_languages_we_speak_come_in_the_order_of_the_file(registry: Registry) -> None:
    assert registry.full[:4] == ("en", "nl", "fr", "ar")
    assert all(registry[tag].level is not Level.DETECTED for tag in registry.full)


@pytest.mark.parametrize("tag", sorted(yaml.safe_load((PROJECT / "content" / "languages.yml").read_text("utf-8"))))
def test_each_language_leads_to_one_we_speak(tag: str, registry: Registry) -> None:
    assert registry.best_full(tag) in registry.full


def test_a_language_we_speak_is_its_own_best(registry: Registry) -> None:
    assert [registry.best_full(tag) for tag in registry.full] == list(registry.full)


def test_first_spoken_fallback_is_the_best(registry: Registry) -> None:
    assert registry.best_full("ckb") == "ar"
    assert registry.best_full("ln") == "fr"


def test_right_to_left_scripts_are_marked_so(registry: Registry) -> None:
    assert all((each.direction == "rtl") == (each.script == "Arabic") for each in registry.all.values())


@pytest.mark.parametrize(
    "field, value, complaint",
    [
        ("fallbacks", ["xx"], "unknown fallback xx"),
        ("fallbacks", ["so"], "not a language we speak"),
        ("fallbacks", [], "not a language we speak"),
        ("script", "Runic", "unknown script Runic"),
        ("phone_codes", ["en"], "phone code en is also that of en"),
        ("direction", "up", "direction up"),
        ("level", "half", "half"),
    ],
)
def test_wrong_entry_is_refused(field: str, value: Any, complaint: str, tmp_path: Path) -> None:
    languages = yaml.safe_load((PROJECT / "content" / "languages.yml").read_text(encoding="utf-8"))
    file = tmp_path / "languages.yml"
    file.write_text(yaml.safe_dump(languages, sort_keys=False), encoding="utf-8")
    assert Registry.load(file)["so"].english == "Somali"

    languages["so"][field] = value
    file.write_text(yaml.safe_dump(languages, sort_keys=False), encoding="utf-8")

    with pytest.raises(RegistryError) as refused:
        Registry.load(file)
    assert complaint in str(refused.value)


def test_missing_field_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "languages.yml"
    file.write_text("en: {endonym: English, direction: ltr}", encoding="utf-8")

    with pytest.raises(RegistryError, match="english"):
        Registry.load(file)


def test_somebody_must_be_spoken_to(tmp_path: Path) -> None:
    languages = yaml.safe_load((PROJECT / "content" / "languages.yml").read_text(encoding="utf-8"))
    file = tmp_path / "languages.yml"
    file.write_text(yaml.safe_dump({"so": languages["so"] | {"fallbacks": []}}), encoding="utf-8")

    with pytest.raises(RegistryError, match="no language has level full"):
        Registry.load(file)
