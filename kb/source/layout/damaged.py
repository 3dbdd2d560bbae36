"""Markers as they stand in damaged text: "Đi ều 2.", "1 . Mục đích", "1. 2 . Kết quả".

Lines are put together before their words are repaired, so the spaces that damage put into a marker are overlooked
here. Only the look is asked for; the text is not changed.
"""

from __future__ import annotations

import re

from kb.outline.markers import Marker, read_markers
from kb.vietnamese.letters import fold

WORDS = {
    "phan": "Phần", "phuluc": "Phụ lục", "chuong": "Chương", "muc": "Mục", "tieumuc": "Tiểu mục", "dieu": "Điều",
    "bai": "Bài", "cau": "Câu", "cauhoi": "Câu hỏi", "chuyende": "Chuyên đề",
}  # fmt: skip
"""The words of markers: folded and without spaces -> as they are printed."""

_SPREAD = re.compile(r"\(?\s?(?:[IVX]{1,6}|[A-ZĐa-zđ]|\d{1,3})(?:\s?\.\s?\d{1,2})*\s?[.)/](?=\s)")
_NUMBERED = re.compile(r"\s*(?:[IVX]+\b|\d)")
_INITIALS = frozenset(word[0] for word in WORDS.values())
_LONGEST = 14  # letters and spaces that a word may be spread over


def tightened(line: str) -> str:
    """The line with the marker it begins with, if any, as it would stand undamaged.

    >>> tightened("Đi ều 2. Nguyên tắc"), tightened("1. 2 . Kết quả"), tightened("3 - 5 tuổi")
    ('Điều 2. Nguyên tắc', '1.2. Kết quả', '3 - 5 tuổi')
    """
    spread = _SPREAD.match(line)
    if spread and " " in spread.group():
        return spread.group().replace(" ", "") + line[spread.end() :]
    return _with_word(line) if line[:1] in _INITIALS else line


def read_damaged(line: str) -> tuple[Marker, ...]:
    """The readings of the marker at the start of a line, damaged or not; their ends are places in `tightened(line)`."""
    return read_markers(tightened(line))


def _with_word(line: str) -> str:
    """The line with the word of its marker put together, where a number follows the letters of one."""
    letters = ""
    for place, letter in enumerate(line[:_LONGEST]):
        letters += fold(letter).strip()
        if letters in WORDS and _NUMBERED.match(line[place + 1 :]):
            return f"{WORDS[letters]} {line[place + 1 :].lstrip()}"
        if not any(word.startswith(letters) for word in WORDS):
            return line
    return line
