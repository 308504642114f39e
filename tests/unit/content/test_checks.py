"""Every check of content catches its bad example, and the shipped content has no error."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.content.checks import check_all
from bot.content.load import Content, load
from bot.content.problem import Problem, Severity
from bot.content.stamp import stamp
from bot.language.registry import Registry
from bot.settings import PROJECT

TODAY = date(2026, 11, 23)
TOPIC = "hub/food"

TOPIC_YML = """\
sources:
  - {url: "https://example.org", stated: "2026-06"}
checked: "2026-11-23"
review_by: "2027-02-23"
urgency: normal
related: [hub/shower]
services: [hub]
"""
FACTS = """\
meals:
  {kind: number, value: 2, source: "https://example.org", stated: "2026", checked: "2026-11-23", confidence: confirmed}
"""
SERVICE = """\
address: {street: {nl: Havenlaan 100, fr: Avenue du Port 100}, postcode: "1000", town: {nl: Brussel, fr: Bruxelles}}
phone: 02 205 51 11
hours: {monday: ["09:00-12:00"], public_holidays: closed}
confidence: confirmed
hours_confidence: confirmed
checked: "2026-11-23"
review_by: "2027-02-23"
"""
WHAT = {"en": "Food", "nl": "Eten", "fr": "Repas", "ar": "طعام"}
GLOSSARY = {
    tag: f"court: {{term: {term}, explanation: where you appeal, find: [{term}]}}\n"
    for tag, term in {"en": "CALL", "nl": "RvV", "fr": "CCE", "ar": "مجلس"}.items()
}
BODIES = {
    "en": "There are {{meals}} meals a day.\n\n- Come early\n- It is [free](https://example.org)",
    "nl": "Er zijn {{meals}} maaltijden per dag.\n\n- Kom vroeg\n- Het is [gratis](https://example.org)",
    "fr": "Il y a {{meals}} repas par jour.\n\n- Venez tôt\n- C’est [gratuit](https://example.org)",
    "ar": "هناك {{meals}} وجبات في اليوم.\n\n- تعال باكراً\n- إنه [مجاني](https://example.org)",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Content of two topics without a problem."""
    languages = yaml.safe_load((PROJECT / "content" / "languages.yml").read_text(encoding="utf-8"))
    for tag, language in languages.items():
        language["level"] = "full" if tag in BODIES else "detected"
    (tmp_path / "languages.yml").write_text(yaml.safe_dump(languages, sort_keys=False))
    (tmp_path / "topics.yml").write_text("hub:\n  food: food\n  shower: shower\n")
    (tmp_path / "facts.yml").write_text(FACTS)
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "hub.yml").write_text(SERVICE)
    (tmp_path / "glossary").mkdir()
    for tag, term in GLOSSARY.items():
        (tmp_path / "glossary" / f"{tag}.yml").write_text(term)
    (tmp_path / "service-texts").mkdir()
    for tag, what in WHAT.items():
        (tmp_path / "service-texts" / f"{tag}.yml").write_text(f"hub:\n  name: Hub\n  what: {what}\n")
    for slug, related in (("food", "hub/shower"), ("shower", "hub/food")):
        topic = tmp_path / "hub" / slug
        topic.mkdir(parents=True)
        (topic / "topic.yml").write_text(TOPIC_YML.replace("hub/shower", related))
        for tag, body in BODIES.items():
            (topic / f"{tag}.md").write_text(f"---\nstate: unreviewed\n---\n# {slug} {tag} نص\n\n{body}\n")
    stamp(tmp_path, only_new=True)
    return tmp_path


def problems_in(folder: Path) -> list[Problem]:
    registry = Registry.load(folder / "languages.yml")
    return check_all(load(folder), registry, TODAY)


def change(file: str, before: str, after: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    return make


def append(file: str, text: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        with (folder / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return make


EN, NL, AR, YML = (f"{TOPIC}/{name}" for name in ("en.md", "nl.md", "ar.md", "topic.yml"))
SERVICE_FILE = "services/hub.yml"
BAD = [
    ("unreadable", change(YML, "sources:", "sources: [")),
    ("unreadable", change("facts.yml", FACTS, "- a list\n")),
    ("missing-key", change(YML, "urgency: normal\n", "")),
    ("bad-value", change(YML, "urgency: normal", "urgency: loud")),
    ("bad-value", change(EN, "---\nstate", "state")),
    ("bad-value", change(EN, "# food en", "food en")),
    ("unknown-topic", change("topics.yml", "  food: food\n", "")),
    ("missing-topic", append("topics.yml", "  soup: soup\n")),
    ("missing-language", lambda folder: (folder / NL).unlink()),
    ("unknown-language", lambda folder: shutil.copy(folder / NL, folder / TOPIC / "xx.md")),
    ("unknown-reference", change(EN, "{{meals}}", "{{soups}}")),
    ("broken-reference", append(EN, "\nSee {{ Meals }}.\n")),
    ("unconfirmed-fact", change("facts.yml", "confidence: confirmed", "confidence: unconfirmed")),
    ("unknown-related", change(YML, "hub/shower", "hub/nowhere")),
    ("self-related", change(YML, "hub/shower", "hub/food")),
    ("unknown-service", change(YML, "[hub]", "[gone]")),
    ("markup", append(EN, "\n## A heading\n")),
    ("markup", append(EN, "\n1. first\n")),
    ("markup", append(EN, "\nsome <b>HTML</b>\n")),
    ("markup", append(EN, "\nsome *italics*\n")),
    ("nested-list", append(EN, "\n- one\n  - two\n")),
    ("bad-link", append(EN, "\n[here](http://example.org)\n")),
    ("long-title", change(EN, "# food en", "# " + "long " * 10)),
    ("empty", change(EN, BODIES["en"], "{{nothing}}")),
    ("too-long", append(EN, "\n" + "word " * 500)),
    ("long-text", append(EN, "\n" + "word " * 200)),
    ("facts-differ", change(NL, "{{meals}}", "enkele")),
    ("links-differ", change(NL, "https://example.org", "https://example.com")),
    ("numbers-differ", append(NL, "\nBel 112.\n")),
    ("lists-differ", append(NL, "\n- Nog iets\n")),
    ("outdated", append(EN, "\nOne sentence more.\n")),
    ("wrong-script", change(AR, BODIES["ar"], BODIES["nl"])),
    ("left-over", append(NL, "\nYou must go with your friends and the others.\n")),
    ("control-character", append(EN, "\nThis \N{RIGHT-TO-LEFT OVERRIDE}is odd.\n")),
    ("missing-term", change("glossary/nl.yml", "court", "guard")),
    ("bad-value", change("glossary/nl.yml", "[RvV]", "5")),
    ("term-not-used", change(EN, "Come early", "Come early to the CALL")),
    ("checked-in-future", change(YML, "2026-11-23", "2026-12-23")),
    ("checked-in-future", change("facts.yml", "2026-11-23", "2026-12-23")),
    ("review-before-check", change(YML, "2027-02-23", "2026-11-01")),
    (
        "past-review",
        change(SERVICE_FILE, '"2026-11-23"\nreview_by: "2027-02-23"', '"2026-01-01"\nreview_by: "2026-02-01"'),
    ),
    ("bad-stated-date", change(YML, '"2026-06"', '"June"')),
    ("no-source", change(YML, '\n  - {url: "https://example.org", stated: "2026-06"}', " []")),
    ("missing-name", change("service-texts/nl.yml", "  what: Eten\n", "")),
    ("bad-phone", change(SERVICE_FILE, "02 205 51 11", "12 34")),
    ("outside-belgium", append(SERVICE_FILE, "position: {latitude: 4.3, longitude: 50.8, source: map}\n")),
    ("long-line", change("service-texts/en.yml", "Food", "Food " * 30)),
    ("missing-name", change("service-texts/en.yml", "  name: Hub\n", "")),
    ("bad-value", change("service-texts/en.yml", "  what:", "  wat:")),
    ("bad-value", append("service-texts/en.yml", "other: text\n")),
    ("unknown-service", append("service-texts/nl.yml", "gone:\n  what: Niets\n")),
    ("bad-value", change(SERVICE_FILE, "09:00-12:00", "9 to 12")),
]


def test_content_without_a_problem_has_none(folder: Path) -> None:
    assert [str(problem) for problem in problems_in(folder)] == []


@pytest.mark.parametrize(("code", "spoil"), BAD, ids=[f"{number}-{code}" for number, (code, _) in enumerate(BAD)])
def test_a_bad_example_is_caught(folder: Path, code: str, spoil: Callable[[Path], object]) -> None:
    spoil(folder)

    found = problems_in(folder)

    assert code in {problem.code for problem in found}
    assert all(re.fullmatch(r"\S+:\d+: [a-z-]+: .+", str(problem)) for problem in found)


def test_a_bad_phone_among_the_facts_is_caught(folder: Path) -> None:
    append(
        "facts.yml", FACTS.replace("meals", "line").replace("kind: number, value: 2", "kind: phone, value: '12 34'")
    )(folder)

    assert "bad-phone" in {problem.code for problem in problems_in(folder)}


def test_the_shipped_content_has_no_error(content: Content, registry: Registry) -> None:
    errors = [str(problem) for problem in check_all(content, registry, TODAY) if problem.severity is Severity.ERROR]

    assert errors == []


def test_every_code_is_in_the_documentation() -> None:
    documented = (PROJECT / "docs" / "content-format.md").read_text(encoding="utf-8")

    assert [code for code, _ in BAD if f"`{code}`" not in documented] == []


def test_a_stamp_says_that_a_translation_is_up_to_date_again(folder: Path) -> None:
    append(EN, "\nOne sentence more.\n")(folder)
    assert stamp(folder, only_new=True) == 0

    assert stamp(folder, only_new=False) == 3
    assert "outdated" not in {problem.code for problem in problems_in(folder)}
