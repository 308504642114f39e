"""How does long work show how far it is? A bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from bot.understanding.training import Progress as Report

_STEP_PERCENT = 20.0


@contextmanager
def bar(title: str) -> Iterator[Report]:
    """A function that takes percent and what is being done, and shows both."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console, title).report
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(title, total=100)
        yield lambda percent, what: progress.update(task, completed=percent, description=f"{title}: {what}")


class _Lines:
    def __init__(self, console: Console, title: str) -> None:
        self._console = console
        self._title = title
        self._next = 0.0

    def report(self, percent: float, what: str) -> None:
        if percent >= self._next:
            self._console.print(f"{self._title}: {percent:.0f} % {what}", markup=False, highlight=False)
            self._next = percent + _STEP_PERCENT
