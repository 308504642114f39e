"""Which source was a translation made from? Writes the source's mark into the translations."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from bot.content.load import format_answer, parse_answer, text_hash
from bot.content.model import SOURCE_TAG, TopicId, TranslationState


def stamp(root: Path, *, only_new: bool) -> int:
    """Mark translations under `root` as made from the present source; returns how many files changed.

    only_new: leave those alone that carry a mark, since an old mark says that the source has changed.
    """
    changed = 0
    for source_file in sorted(root.glob(f"*/*/{SOURCE_TAG}.md")):
        topic = TopicId(f"{source_file.parent.parent.name}/{source_file.parent.name}")
        source = parse_answer(topic, SOURCE_TAG, source_file.read_text(encoding="utf-8"))
        for file in sorted(source_file.parent.glob("*.md")):
            before = file.read_text(encoding="utf-8")
            answer = parse_answer(topic, file.stem, before)
            if answer.state is TranslationState.UNTRANSLATED:
                continue
            if file != source_file and not (only_new and answer.source_hash):
                answer = dataclasses.replace(answer, source_hash=text_hash(source.title, source.body))
            after = format_answer(answer)
            if after != before:
                file.write_text(after, encoding="utf-8")
                changed += 1
    return changed
