"""Trains the model: `python -m nlu.train --output models/`.

Writes `nlu.tar.gz` (Rasa's archive), `calibration.json` (when to answer, see `nlu/calibrate.py`) and `manifest.json`.
Prints `fresh` and does nothing if they are those of today's data, pipeline and code. The model that stood
there moves to `previous/`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

from nlu.fingerprint import CALIBRATION, MANIFEST, MODEL, fingerprint, hash_of, is_fresh

CONFIG = Path(__file__).with_name("config.yml")
PREVIOUS = "previous"
_UNFINISHED = ".new-"
_ABANDONED_AFTER_S = 3600

Report = Callable[[int, str], None]


class TrainingError(Exception):
    """Training could not be done; the message has one problem a line."""


def train(data: Path, config: Path, output: Path, report: Report) -> None:
    """Trains by Rasa, measures the thresholds, and puts the new model in the place of the old one."""
    started = time.monotonic()
    expected = fingerprint(data, config)
    output.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(output)
    with tempfile.TemporaryDirectory(dir=output, prefix=_UNFINISHED) as folder:
        fresh = Path(folder)
        report(5, "loading Rasa")
        _train_by_rasa(data, config, fresh, report)
        report(85, "measuring the thresholds")
        summary = _calibrate(data, fresh)
        manifest = {
            "fingerprint": expected,
            "model_sha256": hash_of(fresh / MODEL),
            "trained_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - started, 1),
            **summary,
        }
        _write_json(fresh / MANIFEST, manifest)
        _replace(fresh, output)
    report(100, "done")


def _train_by_rasa(data: Path, config: Path, output: Path, report: Report) -> None:
    from nlu.quiet import quiet_process

    quiet_process()
    from rasa.model_training import train_nlu
    from rasa.shared.exceptions import RasaException

    report(15, "learning the sentences")
    try:
        with contextlib.redirect_stdout(sys.stderr), tempfile.TemporaryDirectory() as cache:
            os.environ["RASA_CACHE_DIRECTORY"] = cache
            model = train_nlu(str(config), str(data), str(output), fixed_model_name=MODEL)
    except RasaException as error:
        raise TrainingError(str(error)) from error
    if model is None:
        raise TrainingError(f"{data}: data.empty: no sentence was found")


def _calibrate(data: Path, folder: Path) -> dict[str, object]:
    from nlu.calibrate import calibrate, summary
    from nlu.held_out import read_calibration
    from nlu.parse import Parser

    parser = Parser.load(folder / MODEL)
    sentences = read_calibration(data)
    calibration = calibrate([(sentence, parser.ranking(sentence.text)) for sentence in sentences])
    _write_json(folder / CALIBRATION, calibration)
    return summary(sentences)


def _replace(fresh: Path, output: Path) -> None:
    names = (MODEL, CALIBRATION, MANIFEST)  # the manifest last: without it nothing counts as fresh
    previous = output / PREVIOUS
    previous.mkdir(exist_ok=True)
    for name in names:
        if (output / name).exists():
            (previous / name).unlink(missing_ok=True)
            os.link(output / name, previous / name)
    for name in names:
        (fresh / name).replace(output / name)


def _clear_abandoned(output: Path) -> None:
    """Removes what a training that was killed has left."""
    for folder in output.glob(f"{_UNFINISHED}*"):
        if time.time() - folder.stat().st_mtime > _ABANDONED_AFTER_S:
            shutil.rmtree(folder, ignore_errors=True)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    """Exit status 0: the model is fresh or newly trained; 1: the data is wrong, with one problem a line."""
    parser = argparse.ArgumentParser(prog="python -m nlu.train", description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=CONFIG.with_name("data"))
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--quiet", action="store_true", help="no progress lines")
    parser.add_argument("--force", action="store_true", help="train even if the model is fresh")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        print(f"{arguments.data}: data.absent: there is no such folder", file=sys.stderr)
        return 1
    if not arguments.force and is_fresh(arguments.output, fingerprint(arguments.data, arguments.config)):
        print("fresh")
        return 0

    def report(percent: int, what: str) -> None:
        if not arguments.quiet:
            print(f"progress {percent} {what}", flush=True)

    try:
        train(arguments.data, arguments.config, arguments.output, report)
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
