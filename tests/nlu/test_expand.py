"""What becomes of the templates, and who hears what is wrong in them?"""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu.expand import Sampling, read_training_set
from nlu.templates import Template
from tests.nlu.conftest import PROJECT, SMALL, run_module


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_alternatives_options_and_rules_are_filled_in() -> None:
    template = Template("<want> (stay|live) here [please]", {"want": "(can|may) i"})

    sentences = set(template.sample(100, "seed"))

    assert sentences == {
        f"{can} i {stay} here{please}"
        for can in ("can", "may")
        for stay in ("stay", "live")
        for please in ("", " please")
    }


def test_every_alternative_is_said_even_with_few_samples() -> None:
    template = Template("(a|b|c|d|e|f|g) [x] (1|2|3)", {})

    words = {word for sentence in template.sample(2, "seed") for word in sentence.split()}

    assert words == set("abcdefgx123")


def test_the_same_seed_says_the_same() -> None:
    source = "(a|b|c) (d|e|f) [g] [h] (i|j)"

    assert Template(source, {}).sample(5, "1") == Template(source, {}).sample(5, "1")
    assert Template(source, {}).sample(5, "1") != Template(source, {}).sample(5, "2")


def test_examples_are_taken_literally(tmp_path: Path) -> None:
    write(tmp_path, "chat.yml", 'chat/help: {examples: ["help (me) [now]"]}')

    (utterance,) = read_training_set(tmp_path, Sampling()).utterances

    assert (utterance.text, utterance.topic, utterance.language) == ("help (me) [now]", "chat/help", "en")


def test_a_template_counts_as_a_few_examples_however_much_it_says(tmp_path: Path) -> None:
    write(tmp_path, "chat.yml", 'chat/help: {templates: ["(a|b|c|d) (e|f|g|h) (i|j|k|l)"]}')

    utterances = read_training_set(tmp_path, Sampling(per_template=30, weight=3)).utterances

    assert len(utterances) == 30
    assert sum(utterance.weight for utterance in utterances) == pytest.approx(3)


def test_the_same_sentence_is_learnt_once(tmp_path: Path) -> None:
    write(tmp_path, "chat.yml", 'chat/help: {examples: ["Help me", "help  me", "HELP ME"]}')

    assert len(read_training_set(tmp_path, Sampling()).utterances) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("chat/help: {examples: [1]}", "data.shape"),
        ("chat/help: [a]", "data.shape"),
        ("- a", "data.shape"),
        ("chat/help: {examples: a}", "data.shape"),
        ("chat/help: {sentences: [a]}", "data.key"),
        ("chathelp: {examples: [a]}", "data.topic"),
        ('chat/help: {examples: ["  "]}', "data.blank"),
        ('chat/help: {templates: ["(a|b"]}', "data.template"),
        ('chat/help: {templates: ["<nowhere> a"]}', "data.template"),
        ('chat/help: {templates: ["{list} a"]}', "data.template"),
        ("chat/help: {examples: [a", "data.yaml"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path: Path, text: str, code: str) -> None:
    write(tmp_path, "chat.yml", text)
    write(tmp_path, "life.yml", 'life/work: {examples: ["work"]}')

    problems = read_training_set(tmp_path, Sampling()).problems

    assert [(problem.path.name, problem.code) for problem in problems] == [("chat.yml", code)]
    assert str(problems[0]).startswith(f"{tmp_path}/en/chat.yml: {code}: ")


@pytest.mark.parametrize("rule", ['"(a|b"', '"<loop> x"', '"<other> x"', "[a]"])
def test_a_wrong_rule_is_named(tmp_path: Path, rule: str) -> None:
    write(tmp_path, "lists.yml", f"expansion_rules: {{loop: {rule}}}")
    write(tmp_path, "life.yml", 'life/work: {examples: ["work"]}')

    assert [problem.code for problem in read_training_set(tmp_path, Sampling()).problems] == ["data.rule"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in read_training_set(tmp_path, Sampling()).problems] == ["data.empty"]


def test_the_command_counts_and_fails_on_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "chat.yml", "chat/help: {examples: [1]}")

    good = run_module("nlu.expand", "--data", SMALL / "data")
    bad = run_module("nlu.expand", "--data", tmp_path)

    assert (good.returncode, bad.returncode) == (0, 1)
    assert "en: " in good.stdout
    assert "data.shape" in bad.stdout


def test_the_real_data_is_in_order() -> None:
    assert read_training_set(PROJECT / "nlu" / "data", Sampling(per_template=2)).problems == ()
