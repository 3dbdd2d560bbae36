"""What the marked paragraphs of a document usually are: headings, labelled paragraphs or plain items.

A heading that fills its line cannot be told from an item that goes on over the line's end; its neighbours in the list
can tell it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kb.outline.signs import ends
from kb.source.layout.damaged import read_damaged
from kb.source.layout.lines import PrintedLine
from kb.source.layout.paragraphs import LABEL, Paragraph, is_heading
from kb.source.layout.setting import Setting, length_with

Habit = Literal["heading", "label", "item"]

NEIGHBOURS = 2  # marked paragraphs above, and as many below, that are asked
LINES_OF_HEADING = 3  # more lines are no plain heading


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

    def near(self, first: PrintedLine, *, labelled: bool) -> Habit | None:
        """What most of the neighbours in the list are of the paragraph that begins on a line; None where that is open.

        `labelled`: it may have a label, so those that have one count too. Of numbered paragraphs the neighbours are
        those that count on from it, as long as there are any.
        """
        marker = next(iter(read_damaged(first.ink)), None)
        if marker is None:
            return None
        others = [one for one in self.seen.get(marker.style, ()) if one.line != first.number]
        if not labelled:
            others = [one for one in others if one.what != "label"]
        above = [one for one in others if one.line < first.number]
        below = [one for one in others if one.line > first.number]
        same = _counting(reversed(above), marker.path, -1) + _counting(below, marker.path, 1) if marker.path else []
        return _most(same or above[-NEIGHBOURS:] + below[:NEIGHBOURS])


NO_HABITS = Habits({})
"""Of a document that has not been gone through yet."""


def habits_of(draft: Sequence[Paragraph], setting: Setting) -> Habits:
    """The habits that a first draft of the paragraphs shows; those that fill their line count for nothing."""
    seen: dict[str, list[Seen]] = {}
    for paragraph, below in pairwise(draft):
        first = paragraph.lines[0]
        marker = next(iter(read_damaged(first.ink)), None)
        what = _plainly(paragraph, below, setting)
        if marker and what:
            seen.setdefault(marker.style, []).append(Seen(first.number, marker.path, what))
    return Habits({style: tuple(found) for style, found in seen.items()})


def _plainly(paragraph: Paragraph, below: Paragraph, setting: Setting) -> Habit | None:
    text = paragraph.text
    if LABEL.search(text):
        return "label"
    if not is_heading(text) or ends(text, "!"):
        return "item"
    full = length_with(paragraph.lines[-1], below.lines[0]) >= setting.full
    return None if full or len(paragraph.lines) > LINES_OF_HEADING else "heading"


def _counting(others: Iterable[Seen], path: tuple[int, ...], way: int) -> list[Seen]:
    """The nearest of the others that count on from a number, up (1) or down (-1)."""
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
