"""Is the model still that of the data, the pipeline and the code? Standard library only: asked at each start."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

MODEL = "nlu.tar.gz"
CALIBRATION = "calibration.json"
MANIFEST = "manifest.json"

_PROJECT = Path(__file__).resolve().parents[1]
_CODE = ("nlu/*.py", "nlu/components/*.py", "bot/language/normalise.py", "bot/understanding/intents.py")
_PACKAGES = ("rasa", "scikit-learn", "scipy", "numpy", "hassil", "PyYAML")


def fingerprint(data: Path, config: Path) -> str:
    """One hash of everything that the trained model depends on."""
    digest = hashlib.sha256(platform.python_version().encode())
    for package in _PACKAGES:
        digest.update(f"{package} {_version(package)}\n".encode())
    for name, path in _inputs(data, config):
        digest.update(f"{name}\n{hash_of(path)}\n".encode())
    return digest.hexdigest()


def is_fresh(output: Path, expected: str) -> bool:
    """Whether `output` holds a whole model with this fingerprint."""
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        return (
            manifest["fingerprint"] == expected
            and manifest["model_sha256"] == hash_of(output / MODEL)
            and (output / CALIBRATION).is_file()
        )
    except (OSError, ValueError, KeyError):
        return False


def hash_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _inputs(data: Path, config: Path) -> Iterator[tuple[str, Path]]:
    yield "config", config
    for folder in (data, data.parent / "calibration"):
        for path in sorted(folder.glob("*/*.yml")):
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path
    for pattern in _CODE:
        for path in sorted(_PROJECT.glob(pattern)):
            yield path.relative_to(_PROJECT).as_posix(), path


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
