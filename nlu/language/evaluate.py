"""How well are languages detected? `python -m nlu.language.evaluate`, in the bot's environment with its test packages.

Measures our detector, lid.176, py3langid and cld2 on the held-out messages, each in a process of its own, and prints
the tables of docs/measurements/language.md; `--write` puts them there. `--errors` lists what ours gets wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from nlu.language.messages import OTHER, PROJECT, held_out

DOCUMENT = PROJECT / "docs" / "measurements" / "language.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
_TIMED_S = 3.0
_MEGABYTE = 1 << 20


def measure(name: str, model: Path) -> dict[str, Any]:
    """All about one engine; to be called in a fresh process."""
    messages = list(held_out())
    process = psutil.Process()
    from bot.language.registry import Registry
    from nlu.language.engines import ENGINES

    registry = Registry.load(PROJECT / "content" / "languages.yml")
    before, started = process.memory_info().rss, time.process_time()
    engine = ENGINES[name](registry, model)
    engine.restricted("hello")
    start_up_s = time.process_time() - started
    outcomes = [(engine.free if each.language == OTHER else engine.restricted)(each.text) for each in messages]
    memory = process.memory_info().rss - before
    done, started = 0, time.process_time()
    while (spent := time.process_time() - started) < _TIMED_S:
        for message in messages[:500]:
            engine.restricted(message.text)
        done += len(messages[:500])
    return {
        "outcomes": outcomes,
        "start_up_ms": 1000 * start_up_s,
        "memory_mb": memory / _MEGABYTE,
        "texts_per_s": done / spent,
    }


def _measure_apart(name: str, model: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "nlu.language.evaluate", "--engine", name, "--model", str(model)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> int:
    """Exit status 0 when everything could be measured."""
    parser = argparse.ArgumentParser(prog="python -m nlu.language.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, default=PROJECT / "models" / "language.ftz")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.relative_to(PROJECT)}")
    parser.add_argument("--errors", action="store_true", help="list what our detector gets wrong")
    parser.add_argument("--engine", help="measure one engine and print JSON")
    arguments = parser.parse_args()
    if arguments.engine:
        print(json.dumps(measure(arguments.engine, arguments.model)))
        return 0
    messages = list(held_out())
    from nlu.language.report import report

    names = ("ours",) if arguments.errors else ("ours", "lid.176", "py3langid", "cld2")
    measured = {name: _measure_apart(name, arguments.model) for name in names}
    if arguments.errors:
        for message, (said, confidence) in zip(messages, measured["ours"]["outcomes"], strict=True):
            if said != message.language:
                print(
                    f"{message.source}\t{message.language}\t{message.length}\t{said}\t{confidence:.2f}\t{message.text}"
                )
        return 0
    text = "".join(report(measured, messages, arguments.model))
    print(text)
    if arguments.write:
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
