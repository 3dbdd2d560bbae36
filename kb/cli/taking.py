"""What was taken, in words: for `kb ingest`."""

from __future__ import annotations

from kb.errors.words import WARNINGS
from kb.ingest import Taken


def taken_words(taken: Taken) -> str:
    """One line: the id, what there is of it, and what a person should look at.

    >>> taken_words(Taken("a", "a.txt", "txt", None, 20, 3, 7, ()))
    'a: 20 dòng, 3 mục, 7 chỗ sửa'
    """
    pages = f"{taken.pages} trang, " if taken.pages else ""
    words = f"{taken.document}: {pages}{taken.lines} dòng, {taken.sections} mục, {taken.repairs} chỗ sửa"
    return "; ".join((words, *(f"chú ý: {WARNINGS[warning]['vi']}" for warning in taken.warnings)))
