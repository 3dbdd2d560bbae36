"""How a document is set: how long its lines are, and whether blank lines or indents show where a paragraph begins.

Measured on the places that leave no doubt (a line that begins in mid-sentence goes on; a marker after a full stop
begins), so that the rest can be judged by the habit of this document and not by a number made for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kb.outline.signs import ends, first_word, in_capitals, starts_small
from kb.source.layout.damaged import read_damaged
from kb.source.layout.lines import PrintedLine

SHOWN = 0.8  # of the places where a paragraph begins for certain, the share that must show it
STRAYS = 0.1  # of the places where one goes on for certain, the share that may look like a beginning
NEARLY_FULL = 0.92  # of the usual length at which a line is broken: the outline's narrowest full lines have .90 to .92
SHORT = 0.8  # of a full line: what ends before that, with an end of sentence, ends a paragraph for certain
ENOUGH = 20  # lines that go on for certain, from which the shortest tenth can be told


@dataclass(frozen=True, slots=True)
class Setting:
    """The habits of one document; lengths are in characters.

    `usual` is the length a line would have had with the next line's first word, in the middle; a line that would have
    stayed below `full` was ended on purpose. `gap` is the number of blank lines between two lines of one paragraph,
    `left` the indent of a line that goes on.
    """

    usual: float
    full: float
    gap: int
    left: int
    gaps_show: bool
    indents_show: bool


def measure(lines: Sequence[PrintedLine]) -> Setting:
    """The setting of the lines with ink of a document, furniture left out."""
    goes_on = [(a, b) for a, b in pairwise(lines) if _goes_on(a, b)]
    lengths = sorted(length_with(a, b) for a, b in goes_on)
    usual = median(lengths) if lengths else max((line.width for line in lines), default=0)
    full = max(NEARLY_FULL * usual, lengths[len(lengths) // 10] - 2 if len(lengths) >= ENOUGH else 0)
    gap = _commonest([blanks(a, b) for a, b in goes_on])
    left = _commonest([b.indent for _, b in goes_on])
    begins = [(a, b) for a, b in pairwise(lines) if _begins(a, b, full)]
    gaps_show = _shown([blanks(a, b) > gap for a, b in begins], [blanks(a, b) > gap for a, b in goes_on])
    indents_show = _shown([b.indent > left + 1 for _, b in begins], [b.indent > left + 1 for _, b in goes_on])
    return Setting(usual, full, gap, left, gaps_show, indents_show)


def usual_gap(lines: Sequence[PrintedLine]) -> int:
    """How many blank lines stand between two lines of one paragraph: 1 in the outline, where every second is blank."""
    return _commonest([blanks(a, b) for a, b in pairwise(lines) if _goes_on(a, b)])


def blanks(before: PrintedLine, after: PrintedLine) -> int:
    """How many lines stand between two lines."""
    return after.number - before.number - 1


def length_with(before: PrintedLine, after: PrintedLine) -> int:
    """How long a line would have been with the first word of the next one on it."""
    return before.width + 1 + len(first_word(after.ink))


def _goes_on(before: PrintedLine, after: PrintedLine) -> bool:
    small = starts_small(after.ink) and not read_damaged(after.ink)
    return small and not ends(before.ink) and not in_capitals(before.ink)


def _begins(before: PrintedLine, after: PrintedLine, full: float) -> bool:
    if starts_small(after.ink) or not ends(before.ink, ".!?;:"):
        return False
    return bool(read_damaged(after.ink)) or length_with(before, after) < SHORT * full


def _shown(begins: Sequence[bool], goes_on: Sequence[bool]) -> bool:
    """Whether a sign stands at nearly all beginnings and hardly where lines go on; two beginnings are the least."""
    if len(begins) < 2:
        return False
    return sum(begins) >= SHOWN * len(begins) and sum(goes_on) <= STRAYS * len(goes_on)


def _commonest(numbers: Sequence[int]) -> int:
    return Counter(numbers).most_common(1)[0][0] if numbers else 0
