"""What the marked paragraphs of a document usually are: headings, labelled paragraphs or plain items.

A heading that fills its line cannot be told from an item that goes on over the line's end; its neighbours in the list
can tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kb.outline.markers import read_markers
from kb.outline.signs import ends
from kb.source.layout.lines import PrintedLine
from kb.source.layout.setting import Setting, length_with

Habit = Literal["heading", "label", "item"]

NEIGHBOURS = 2  # marked paragraphs above, and as many below, that are asked
LONGEST_HEADING = 300  # characters; the longest title of a law's article that was met has 262
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]”? |; ")
_LABEL = re.compile(r"\S:\s+\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph, in order."""

    lines: tuple[PrintedLine, ...]

    @property
    def text(self) -> str:
        return " ".join(line.ink for line in self.lines)


@dataclass(frozen=True, slots=True)
class Seen:
    """A plain marked paragraph: its first line, the number of its marker (() for a bullet) and what it is."""

    line: int
    path: tuple[int, ...]
    what: Habit


@dataclass(frozen=True, slots=True)
class Habits:
    """What the plain paragraphs of each style of marker are, in order."""

    seen: dict[str, tuple[Seen, ...]]

    def near(self, paragraph: Paragraph) -> Habit | None:
        """What most of the neighbours in the list are, with labels counted only where the paragraph may be one.

        Of numbered paragraphs the neighbours are those that count on from it, as long as there are any.
        """
        marker = next(iter(read_markers(paragraph.text)), None)
        if marker is None:
            return None
        here = paragraph.lines[0].number
        others = [one for one in self.seen.get(marker.style, ()) if one.line != here]
        if not paragraph.text.endswith(":"):
            others = [one for one in others if one.what != "label"]
        above = [one for one in others if one.line < here]
        below = [one for one in others if one.line > here]
        if marker.path:
            same = _counting(reversed(above), marker.path, -1) + _counting(below, marker.path, 1)
            if same:
                return _most(same)
        return _most(above[-NEIGHBOURS:] + below[:NEIGHBOURS])


def _counting(others: Iterable[Seen], path: tuple[int, ...], way: int) -> list[Seen]:
    """The nearest of the others that count on from a number, up or down."""
    found: list[Seen] = []
    for one in others:
        if one.path[:-1] != path[:-1] or (one.path[-1] - path[-1]) * way <= 0 or len(found) == NEIGHBOURS:
            break
        found.append(one)
        path = one.path
    return found


def _most(seen: Sequence[Seen]) -> Habit | None:
    """What most of them are; None where as many are something else."""
    counted = Counter(one.what for one in seen).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]


NO_HABITS = Habits({})


def habits_of(draft: Sequence[Paragraph], setting: Setting) -> Habits:
    """The habits that a first draft of the paragraphs shows; those that fill their line count for nothing."""
    seen: dict[str, list[Seen]] = {}
    for paragraph, below in pairwise(draft):
        markers = read_markers(paragraph.text)
        what = _plainly(paragraph, below, setting)
        if markers and what:
            seen.setdefault(markers[0].style, []).append(Seen(paragraph.lines[0].number, markers[0].path, what))
    return Habits({style: tuple(found) for style, found in seen.items()})


def is_heading(text: str) -> bool:
    """Whether a paragraph looks like a heading that may end here: a marker and a title without an end.

    >>> is_heading("1. Hoàn cảnh ra đời"), is_heading("- Ý nghĩa: Lời kêu gọi"), is_heading("“Điều 7. Yêu cầu")
    (True, False, True)
    """
    unquoted = text.lstrip("“\"")
    markers = read_markers(unquoted)
    if not markers:
        return False
    title = unquoted[markers[0].end :]
    if len(title) > LONGEST_HEADING or _STOP_INSIDE.search(title) or _LABEL.search(title):
        return False
    return not ends(title, ".;,")


def _plainly(paragraph: Paragraph, below: Paragraph, setting: Setting) -> Habit | None:
    if _LABEL.search(paragraph.text):
        return "label"
    if not is_heading(paragraph.text) or ends(paragraph.text, "!"):
        return "item"
    full = length_with(paragraph.lines[-1], below.lines[0]) >= setting.full
    return None if full or len(paragraph.lines) > 3 else "heading"
