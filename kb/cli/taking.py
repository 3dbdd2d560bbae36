"""What was taken and what was refused, as JSON and in words: for `kb ingest` and `kb index`."""

from __future__ import annotations

from kb.errors.words import WARNINGS
from kb.ingest import Refused, Taken


def taken_shape(taken: Taken) -> dict[str, object]:
    return {
        "document": taken.document,
        "path": taken.path,
        "format": taken.format,
        "pages": taken.pages,
        "lines": taken.lines,
        "sections": taken.sections,
        "repairs": taken.repairs,
        "warnings": [WARNINGS[warning]["vi"] for warning in taken.warnings],
    }


def refused_shape(refused: Refused) -> dict[str, object]:
    return {"path": refused.path, "error": refused.error.what(), "cure": refused.error.cure()}


def taken_words(taken: Taken) -> str:
    """One line: the id, what there is of it, and what a person should look at.

    >>> taken_words(Taken("a", "a.txt", "txt", None, 20, 3, 7, ()))
    'a: 20 dòng, 3 mục, 7 chỗ sửa'
    """
    pages = f"{taken.pages} trang, " if taken.pages else ""
    words = f"{taken.document}: {pages}{taken.lines} dòng, {taken.sections} mục, {taken.repairs} chỗ sửa"
    return "; ".join((words, *(f"chú ý: {WARNINGS[warning]['vi']}" for warning in taken.warnings)))
