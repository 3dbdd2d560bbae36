"""Where the pages of a source begin, how that is known, and which numbers are printed on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Page, PageEvidence
from kb.source.layout.furniture import Furniture, counting_numbers, interrupting, page_furniture
from kb.source.layout.lines import FORM_FEED, PrintedLine
from kb.source.layout.setting import usual_gap


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The first line of each page with how it is known, in order, and the furniture that was found on the way.

    `starts` is empty where the text does not show its pages.
    """

    starts: tuple[tuple[int, PageEvidence], ...]
    furniture: tuple[Furniture, ...]


def find_pages(lines: Sequence[PrintedLine], *, wrapped: bool, given: Sequence[int] = ()) -> PageMarks:
    """The pages of a source: as the format gives them, else by form feeds, leading spaces or the numbers on them.

    `given` is the page of each line where the format knows it. Furniture is looked for in wrapped text only.
    """
    how: PageEvidence = "source" if given else "form-feed"
    starts = _given(given) if given else _form_feeds(lines)
    if starts:
        marks = tuple((start, how) for start in starts)
        return PageMarks(marks, page_furniture(_pages(lines, starts)) if wrapped else ())
    return _unmarked(lines) if wrapped else PageMarks((), ())


def read_pages(marks: PageMarks, lines: Sequence[PrintedLine]) -> tuple[Page, ...]:
    """The pages as values. A page ends on its last line with ink; the last one on the last line that is not empty.

    Printed numbers that were not read are counted from those that were, when all of those agree.
    """
    if not marks.starts:
        return ()
    firsts = [start for start, _ in marks.starts]
    last = next((line.number for line in reversed(lines) if line.raw), 1)
    inked = [line.number for line in lines if line.ink]
    ends = [max(_last_before(inked, next_first), first) for first, next_first in pairwise(firsts)]
    numbers = {bisect_right(firsts, f.line): f.number for f in reversed(marks.furniture) if f.number is not None}
    read = [numbers.get(page) for page in range(1, len(firsts) + 1)]
    offsets = {number - page for page, number in enumerate(read, 1) if number is not None}
    offset = offsets.pop() if len(offsets) == 1 else None
    return tuple(
        _page(page, first, end, how, number, offset)
        for page, ((first, how), end, number) in enumerate(zip(marks.starts, [*ends, last], read, strict=True), 1)
    )


def _page(page: int, first: int, end: int, how: PageEvidence, number: int | None, offset: int | None) -> Page:
    if number is not None:
        return Page(page, first, end, how, number, "read")
    if offset is not None and page + offset > 0:
        return Page(page, first, end, how, page + offset, "inferred")
    return Page(page, first, end, how)


def _given(given: Sequence[int]) -> list[int]:
    return [1, *(line for line, (before, after) in enumerate(pairwise(given), 2) if before != after)]


def _form_feeds(lines: Sequence[PrintedLine]) -> list[int]:
    """The lines on which pages begin; a form feed belongs to the line that it begins. Empty where there is none."""
    starts = {1}
    fed = False
    for line in lines:
        if FORM_FEED in line.raw:
            fed = True
            begins = not line.ink or FORM_FEED in line.raw[: line.ink_start - line.start]
            starts.add(line.number if begins else line.number + 1)
    final = next((line.number for line in reversed(lines) if line.ink), 1)
    return sorted(start for start in starts if start <= final) if fed else []


def _unmarked(lines: Sequence[PrintedLine]) -> PageMarks:
    """Pages that are shown by a leading space without the usual blank line before, or by the bare numbers on them."""
    ink = [line for line in lines if line.ink]
    spaced = _spaced(ink)
    numbers = counting_numbers(ink)
    starts: dict[int, PageEvidence] = dict.fromkeys(spaced, "leading-space")
    places = {line.number: place for place, line in enumerate(ink)}
    at_foot = bool(numbers) and (numbers[0].number == 1 or numbers[-1].line == ink[-1].number)
    for found in numbers:
        place = places[found.line]
        before = ink[place - 1].number if place else 0
        after = ink[place + 1].number if place + 1 < len(ink) else 0
        if after in spaced or (at_foot and not after):
            continue
        starts[found.line + 1 if at_foot and not spaced else before + 1] = "page-number"
    if not starts:
        return PageMarks((), (*numbers, *interrupting(ink)))
    starts.setdefault(1, "leading-space" if spaced else "page-number")
    counted = {found.line for found in numbers}
    others = (found for found in page_furniture(_pages(lines, sorted(starts))) if found.line not in counted)
    return PageMarks(tuple(sorted(starts.items())), (*numbers, *others))


def _spaced(ink: Sequence[PrintedLine]) -> frozenset[int]:
    """The lines that begin with a space and have no blank line above them, where lines usually have one.

    Lines 304, 349, 367 and 1024 of the outline begin with a space too, but below a blank line: they are paragraphs.
    """
    if not usual_gap(ink):
        return frozenset()
    return frozenset(
        below.number for above, below in pairwise(ink) if below.indent == 1 and below.number == above.number + 1
    )


def _pages(lines: Sequence[PrintedLine], starts: Sequence[int]) -> list[list[PrintedLine]]:
    """The lines with ink of each page."""
    return [
        [line for line in lines[start - 1 : end - 1] if line.ink] for start, end in pairwise([*starts, len(lines) + 1])
    ]


def _last_before(inked: Sequence[int], line: int) -> int:
    """The last line with ink above a line; 0 where there is none."""
    place = bisect_left(inked, line)
    return inked[place - 1] if place else 0
