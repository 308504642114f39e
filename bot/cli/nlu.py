"""`startpunt nlu ...`: train the models, and measure the whole understanding on held-out sentences."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
import yaml
from rich.console import Console

from bot.bootstrap import Knowledge
from bot.cli.ask import Outcome, Question, answer
from bot.cli.environment import settings
from bot.cli.nlu_service import nlu_service
from bot.cli.prepare import prepare_models
from bot.cli.progress import bar
from bot.language.registry import Registry
from bot.settings import PROJECT, Settings
from bot.understanding import gate
from bot.understanding.scores import Score, Trial, mean, score, table

app = typer.Typer(help="Understanding: training and tests.", no_args_is_help=True)

BASELINE = PROJECT / "nlu" / "tests" / "baseline.json"
HELD_OUT = PROJECT / "nlu" / "tests"
_AT_ONCE = 16
_HEADING = """\
# How well the bot understands

Written by `startpunt nlu test --write docs/measurements/understanding.md`: {count} held-out sentences, written by other
hands than the training sentences, before them, and never trained or tuned on. Each is the first message of a new chat
whose phone tells no language, and takes the whole path: language, fixed danger phrases, nlu service, thresholds. All in
percent.

- **language**: the language was detected; mixed messages count as the language their writer gave them.
- **top-1**, **top-3**: the right topic is the first, or among the first three; without the sentences out of scope.
- **answered**: answered at once rather than by suggestions; **wrong among answered**: with another topic.
- **safety recall**: of the sentences about danger, how many show a safety answer or the emergency numbers;
  **false alarms**: of all others, how many do.
- **out of scope answered**: of the sentences the bot should not answer, how many got a curated answer.
"""


class Row(msgspec.Struct):
    """A held-out sentence. style: plain, typo, romanised, one-word, long or mixed."""

    text: str
    style: str


@app.command()
def train(force: Annotated[bool, typer.Option(help="Train even when nothing has changed.")] = False) -> None:
    """Train the models that are missing or older than their data."""
    trained = asyncio.run(prepare_models(settings(), force=force))
    Console().print("Trained." if trained else "Nothing has changed since the last training.")


@app.command("test")
def measure(
    write: Annotated[Path | None, typer.Option(help="Write the tables to this Markdown file.")] = None,
    errors: Annotated[Path | None, typer.Option(help="Write what was understood wrongly to this file.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Keep the result as the new baseline.")] = False,
) -> None:
    """Measure the understanding on held-out sentences. Exit code 1 when a language got worse or is below the bar."""
    trials = asyncio.run(_trials(settings()))
    if errors:
        wrong = [(text, trial) for text, trial in trials if trial.ranked[:1] != (trial.topic,)]
        errors.write_bytes(b"\n".join(msgspec.json.encode((text, trial)) for text, trial in wrong))
    text = report(trials)
    Console(soft_wrap=True).print(text, markup=False, highlight=False)
    if write:
        write.write_text(f"{_HEADING.format(count=len(trials))}\n{text}\n", encoding="utf-8")
    scores = by_language([trial for _, trial in trials])
    passed = _judge(scores)
    if accept:
        gate.write_baseline(BASELINE, scores)
    elif not passed:
        raise typer.Exit(1)


def _judge(scores: list[Score]) -> bool:
    """Say what is worse than the baseline or below the bar; whether nothing is."""
    say = Console(stderr=True, soft_wrap=True).print
    worse = gate.compare(gate.read_baseline(BASELINE), scores)
    for each in worse:
        measure = each.measure.replace("_", " ")
        say(f"{each.language}: {measure} was {100 * each.before:.1f} %, is {100 * each.now:.1f} %.")
    reads = Registry.load(PROJECT / "content" / "languages.yml").reads
    below = [tag for tag in gate.below_bar(scores) if reads(tag)]
    for tag in below:
        say(f"{tag}: below the bar. Set `level: menu` in content/languages.yml, or add training sentences.")
    return not worse and not below


def by_language(trials: list[Trial]) -> list[Score]:
    """One score a language."""
    languages = sorted({trial.language for trial in trials})
    return [score(tag, [trial for trial in trials if trial.language == tag]) for tag in languages]


def report(trials: list[tuple[str, Trial]]) -> str:
    """Two tables: by language, and by language and style."""
    plain = [trial for _, trial in trials]
    scores = by_language(plain)
    by_style = list(_by_style(plain, [each.name for each in scores]))
    return f"{table([*scores, mean(scores), score('all', plain)])}\n\n{table(by_style)}"


def _by_style(trials: list[Trial], languages: list[str]) -> Iterator[Score]:
    for tag in languages:
        styles = dict.fromkeys(trial.style for trial in trials if trial.language == tag)
        for style in styles:
            chosen = [trial for trial in trials if trial.language == tag and trial.style == style]
            yield score(f"{tag}, {style}", chosen)


def held_out(folder: Path = HELD_OUT) -> list[tuple[str, str, Row]]:
    """(language, topic, sentence) of every held-out sentence."""
    return [
        (file.parent.name, topic, msgspec.convert(row, Row))
        for file in sorted(folder.glob("*/*.yml"))
        for topic, rows in yaml.safe_load(file.read_text(encoding="utf-8")).items()
        for row in rows
    ]


async def _trials(settings: Settings) -> list[tuple[str, Trial]]:
    registry = Registry.load(settings.content_dir / "languages.yml")
    rows = [row for row in held_out() if row[0] in registry.all and registry.reads(row[0])]
    at_once = asyncio.Semaphore(_AT_ONCE)
    done = 0
    async with nlu_service(settings) as client:
        mind = Knowledge.load(settings).mind(client)
        with bar("Asking") as report_progress:

            async def one(tag: str, topic: str, row: Row) -> tuple[str, Trial]:
                nonlocal done
                async with at_once:
                    outcome = await answer(Question("", row.text), mind)
                done += 1
                report_progress(100 * done / len(rows), f"{done} of {len(rows)}")
                return row.text, trial_of(tag, topic, row, outcome)

            trials = await asyncio.gather(*(one(*each) for each in rows))
    return trials


def trial_of(tag: str, topic: str, row: Row, outcome: Outcome) -> Trial:
    """What became of a held-out sentence."""
    ranked = tuple(filter(None, (outcome.topic, *(each.topic for each in outcome.alternatives))))
    answered = outcome.action in {"answer", "handoff"}
    return Trial(tag, row.style, topic, outcome.language, ranked, answered, outcome.urgent)
