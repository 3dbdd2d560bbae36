"""What the marked paragraphs of a document usually are: headings, labelled paragraphs or plain items.

A heading that fills its line cannot be told from an item that goes on over the line's end; its neighbours in the list
can tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kb.outline.markers import read_markers
from kb.outline.signs import ends
from kb.source.layout.lines import PrintedLine
from kb.source.layout.setting import Setting, length_with

Habit = Literal["heading", "label", "item"]

NEIGHBOURS = 2  # marked paragraphs above, and as many below, that are asked
_LABEL = re.compile(r"\S:\s+\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph, in order."""

    lines: tuple[PrintedLine, ...]

    @property
    def text(self) -> str:
        return " ".join(line.ink for line in self.lines)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the plain paragraphs of each style of marker are: (first line, what it is), in order."""

    seen: dict[str, tuple[tuple[int, Habit], ...]]

    def near(self, paragraph: Paragraph) -> Habit | None:
        """What most of the neighbours in the list are, with labels counted only where the paragraph may be one."""
        markers = read_markers(paragraph.text)
        here = paragraph.lines[0].number
        seen = [s for m in markers[:1] for s in self.seen.get(m.style, ()) if s[0] != here]
        if not paragraph.text.endswith(":"):
            seen = [s for s in seen if s[1] != "label"]
        above = [what for line, what in seen if line < here][-NEIGHBOURS:]
        below = [what for line, what in seen if line > here][:NEIGHBOURS]
        counted = Counter(above + below).most_common(2)
        if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
            return None
        return counted[0][0]


NO_HABITS = Habits({})


def habits_of(draft: Sequence[Paragraph], setting: Setting) -> Habits:
    """The habits that a first draft of the paragraphs shows; those that fill their line count for nothing."""
    seen: dict[str, list[tuple[int, Habit]]] = {}
    for paragraph, below in pairwise(draft):
        markers = read_markers(paragraph.text)
        what = _plainly(paragraph, below, setting)
        if markers and what:
            seen.setdefault(markers[0].style, []).append((paragraph.lines[0].number, what))
    return Habits({style: tuple(found) for style, found in seen.items()})


def is_heading(text: str) -> bool:
    """Whether a paragraph looks like a heading that may end here: a marker and a title without an end.

    >>> is_heading("1. Hoàn cảnh ra đời"), is_heading("- Ý nghĩa: Lời kêu gọi"), is_heading("dân Pháp dã tâm")
    (True, False, False)
    """
    markers = read_markers(text)
    if not markers:
        return False
    title = text[markers[0].end :]
    return not ends(title, ".;,") and not _LABEL.search(title)


def _plainly(paragraph: Paragraph, below: Paragraph, setting: Setting) -> Habit | None:
    if _LABEL.search(paragraph.text):
        return "label"
    if not is_heading(paragraph.text) or ends(paragraph.text, "!"):
        return "item"
    full = length_with(paragraph.lines[-1], below.lines[0]) >= setting.full
    return None if full or len(paragraph.lines) > 3 else "heading"
