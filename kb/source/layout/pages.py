"""Where the pages of a source begin, how that is known, and which numbers are printed on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Page, PageEvidence
from kb.source.layout.furniture import Furniture, counting_numbers, page_furniture
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

    `given` is the page of each line where the format knows it. Numbers are looked for in wrapped text only.
    """
    if given:
        starts = _given_starts(given)
        how: PageEvidence = "source"
    else:
        starts = _form_feeds(lines)
        how = "form-feed"
    if starts:
        marks = tuple((start, how) for start in starts)
        return PageMarks(marks, page_furniture(_pages(lines, starts)) if wrapped else ())
    return _unmarked_pages(lines) if wrapped else PageMarks((), ())


def read_pages(marks: PageMarks, lines: Sequence[PrintedLine]) -> tuple[Page, ...]:
    """The pages as values. A page ends on its last line with ink; the last one on the last line that is not empty.

    Printed numbers that were not read are counted from those that were, when all of those agree.
    """
    if not marks.starts:
        return ()
    firsts = [start for start, _ in marks.starts]
    last = next((line.number for line in reversed(lines) if line.raw), 1)
    read = [_number_on(marks.furniture, first, after) for first, after in pairwise([*firsts, last + 1])]
    offsets = {number - page for page, number in enumerate(read, 1) if number is not None}
    offset = offsets.pop() if len(offsets) == 1 else None
    pages: list[Page] = []
    for page, (first, how) in enumerate(marks.starts, 1):
        end = last if page == len(firsts) else max(_last_ink(lines, firsts[page]), first)
        number = read[page - 1]
        if number is not None:
            pages.append(Page(page, first, end, how, number, "read"))
        elif offset is not None and page + offset > 0:
            pages.append(Page(page, first, end, how, page + offset, "inferred"))
        else:
            pages.append(Page(page, first, end, how))
    return tuple(pages)


def _given_starts(given: Sequence[int]) -> list[int]:
    changes = [line for line, (before, after) in enumerate(pairwise(given), 2) if before != after]
    return [1, *changes]


def _form_feeds(lines: Sequence[PrintedLine]) -> list[int]:
    """The lines on which pages begin after a form feed; a form feed belongs to the line that it begins."""
    starts = {1}
    for line in lines:
        if FORM_FEED in line.raw:
            starts.add(line.number if FORM_FEED in line.raw[: line.ink_start - line.start] or not line.ink else line.number + 1)
    if len(starts) == 1 and not any(FORM_FEED in line.raw for line in lines):
        return []
    final = max((line.number for line in lines if line.ink), default=0)
    return sorted(start for start in starts if start <= max(final, 1))


def _unmarked_pages(lines: Sequence[PrintedLine]) -> PageMarks:
    """Pages that are shown by a leading space without the usual blank line before, or by the bare numbers on them."""
    ink = [line for line in lines if line.ink]
    gap = usual_gap(ink)
    # Lines 304, 349, 367 and 1024 of the outline begin with a space too, but after a blank line: they are paragraphs.
    spaced = [b.number for a, b in pairwise(ink) if gap and b.indent == 1 and b.number == a.number + 1]
    numbers = counting_numbers(ink)
    starts: dict[int, PageEvidence] = {number: "leading-space" for number in spaced}
    at_foot = bool(numbers) and (numbers[0].number == 1 or numbers[-1].line == ink[-1].number)
    for found in numbers:
        before = max((line.number for line in ink if line.number < found.line), default=0)
        after = min((line.number for line in ink if line.number > found.line), default=0)
        if not any(before < start <= after for start in spaced) and (after or not at_foot):
            starts[found.line + 1 if at_foot and not spaced else before + 1] = "page-number"
    if not starts:
        return PageMarks((), numbers)
    first: PageEvidence = "leading-space" if spaced else "page-number"
    starts.setdefault(1, first)
    return PageMarks(tuple(sorted(starts.items())), numbers)


def _pages(lines: Sequence[PrintedLine], starts: Sequence[int]) -> list[list[PrintedLine]]:
    ends = [*starts[1:], lines[-1].number + 1]
    return [
        [line for line in lines[start - 1 : end - 1] if line.ink] for start, end in zip(starts, ends, strict=True)
    ]


def _number_on(furniture: Sequence[Furniture], first: int, after: int) -> int | None:
    return next((f.number for f in furniture if first <= f.line < after and f.number is not None), None)


def _last_ink(lines: Sequence[PrintedLine], before: int) -> int:
    """The last line with ink above a line."""
    return next((line.number for line in reversed(lines[: before - 1]) if line.ink), 0)
