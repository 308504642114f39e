"""When is a model trained anew, and what stands in the folder afterwards?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nlu.fingerprint import fingerprint, is_fresh
from nlu.linear_model import LinearModel
from nlu.train import CONFIG
from tests.nlu.conftest import run_module

pytestmark = pytest.mark.rasa


@pytest.fixture
def copies(data: Path, models: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Data and models of one's own, still fresh."""
    shutil.copytree(data.parent, tmp_path / "small")
    shutil.copytree(models, tmp_path / "models")
    return tmp_path / "small" / "data", tmp_path / "models"


def test_the_folder_holds_model_thresholds_and_manifest(models: Path) -> None:
    calibration = json.loads((models / "calibration.json").read_text())
    manifest = json.loads((models / "manifest.json").read_text())

    assert (models / "nlu.tar.gz").stat().st_size > 1000
    assert set(calibration["default"]) == {"answer", "suggest", "safety"}
    assert set(calibration["languages"]) == {"en"}
    assert all(0 < threshold <= 1 for threshold in calibration["default"].values())
    assert manifest["calibration_sentences"] == 9


def test_a_fresh_model_is_left_alone(copies: tuple[Path, Path]) -> None:
    data, models = copies
    before = (models / "nlu.tar.gz").stat().st_mtime_ns

    done = run_module("nlu.train", "--output", models, "--data", data)

    assert (done.returncode, done.stdout) == (0, "fresh\n")
    assert (models / "nlu.tar.gz").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "changed",
    ["data/en/small.yml", "data/en/lists.yml", "calibration/en/small.yml"],
)
def test_a_change_of_the_sentences_makes_the_model_stale(copies: tuple[Path, Path], changed: str) -> None:
    data, models = copies
    path = data.parent / changed

    path.write_text(path.read_text() + "# a change\n")

    assert not is_fresh(models, fingerprint(data, CONFIG))


def test_a_change_of_the_pipeline_makes_the_model_stale(copies: tuple[Path, Path], tmp_path: Path) -> None:
    data, models = copies
    config = tmp_path / "config.yml"

    config.write_text(CONFIG.read_text() + "# a change\n")

    assert is_fresh(models, fingerprint(data, CONFIG))
    assert not is_fresh(models, fingerprint(data, config))


@pytest.mark.parametrize("name", ["nlu.tar.gz", "calibration.json", "manifest.json"])
def test_a_missing_file_makes_the_model_stale(copies: tuple[Path, Path], name: str) -> None:
    data, models = copies

    (models / name).unlink()

    assert not is_fresh(models, fingerprint(data, CONFIG))


def test_a_damaged_model_is_stale(copies: tuple[Path, Path]) -> None:
    data, models = copies

    (models / "nlu.tar.gz").write_bytes(b"damaged")

    assert not is_fresh(models, fingerprint(data, CONFIG))


def test_training_again_keeps_the_previous_model_and_tells_its_progress(copies: tuple[Path, Path]) -> None:
    data, models = copies
    old = json.loads((models / "manifest.json").read_text())
    (data / "en" / "more.yml").write_text('chat/thanks: {examples: ["thank you", "merci"]}\n')

    done = run_module("nlu.train", "--output", models, "--data", data)

    assert done.returncode == 0, done.stderr
    progress = [line.split(" ", 2) for line in done.stdout.splitlines()]
    assert {word for word, *_ in progress} == {"progress"}
    assert [int(percent) for _, percent, _ in progress] == sorted(int(percent) for _, percent, _ in progress)
    assert progress[-1][1] == "100"
    assert json.loads((models / "previous" / "manifest.json").read_text()) == old
    assert sorted(path.name for path in models.iterdir()) == [
        "calibration.json",
        "manifest.json",
        "nlu.tar.gz",
        "previous",
    ]


def test_wrong_data_leaves_the_old_model_and_says_what_is_wrong(copies: tuple[Path, Path]) -> None:
    data, models = copies
    before = (models / "nlu.tar.gz").read_bytes()
    (data / "en" / "wrong.yml").write_text('chat/thanks: {templates: ["(thank you"]}\n')

    done = run_module("nlu.train", "--output", models, "--data", data, "--quiet")

    assert done.returncode == 1
    assert "wrong.yml: data.template: " in done.stderr
    assert done.stdout == ""
    assert (models / "nlu.tar.gz").read_bytes() == before


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    done = run_module("nlu.train", "--output", tmp_path, "--data", tmp_path / "nowhere")

    assert done.returncode == 1
    assert "data.absent" in done.stderr


def test_the_same_data_gives_the_same_model(copies: tuple[Path, Path], tmp_path: Path) -> None:
    data, models = copies

    done = run_module("nlu.train", "--output", tmp_path / "again", "--data", data, "--force")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again" / "calibration.json").read_text() == (models / "calibration.json").read_text()


def test_a_model_file_with_code_in_it_is_refused(tmp_path: Path) -> None:
    import numpy as np

    path = tmp_path / "model.npz"
    np.savez(path, features=np.array([object()], dtype=object))

    with pytest.raises(ValueError, match="allow_pickle"):
        LinearModel.read(path)
