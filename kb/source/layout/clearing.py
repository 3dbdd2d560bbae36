"""The edits that turn printed lines into one paragraph a line, each with the rule that says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.model import LAYOUT, Span
from kb.outline.signs import ends, in_capitals
from kb.source.edits import Edit
from kb.source.layout.damaged import read_damaged
from kb.source.layout.lines import FORM_FEED, PrintedLine
from kb.source.layout.paragraphs import Paragraph, is_heading, number_goes_on

HARD_WRAP = "hard_wrap"
WRAPPED_HEADING = "wrapped_heading"
WRAPPED_ITEM = "wrapped_item"
PAGE_BREAK_SPACE = "page_break_space"
LEADING_SPACE = "leading_space"
SPACE_ONLY_LINE = "space_only_line"
FORM_FEED_RULE = "form_feed"


def layout_edits(
    text: str,
    lines: Sequence[PrintedLine],
    paragraphs: Sequence[Paragraph],
    furniture: dict[int, str],
    page_starts: frozenset[int],
) -> tuple[Edit, ...]:
    """The edits of a text that leave exactly one paragraph a line; `furniture` names the rule of each line to drop."""
    clearing = _Clearing(text, lines, furniture, page_starts)
    edits: list[Edit] = []
    place = 0
    for paragraph in paragraphs:
        first = paragraph.lines[0]
        edits += clearing.between(place, first.ink_start, LAYOUT, "\n" if place else "")
        place = first.ink_end
        rule = join_rule(paragraph)
        for above, line in pairwise(paragraph.lines):
            glue = "" if number_goes_on(above, line) else " "
            edits += clearing.between(place, line.ink_start, rule, glue)
            place = line.ink_end
    edits += clearing.between(place, len(text), LAYOUT, "")
    return tuple(edits)


def join_rule(paragraph: Paragraph) -> str:
    """The rule that names a line end inside a paragraph, by what the paragraph is: a heading, a short item, or text."""
    words = paragraph.text
    if words.startswith("(") or (read_damaged(words) and ends(words, "!")):
        return WRAPPED_ITEM
    if in_capitals(words) or (is_heading(words) and not ends(words, ".:;")):
        return WRAPPED_HEADING
    return HARD_WRAP


class _Clearing:
    """Clears away what stands between the words of two lines, piece by piece, so that each piece keeps its reason."""

    def __init__(
        self, text: str, lines: Sequence[PrintedLine], furniture: dict[int, str], page_starts: frozenset[int]
    ) -> None:
        self._text = text
        self._lines = lines
        self._furniture = furniture
        self._page_starts = page_starts
        self._at = 0  # the line that the next stretch begins on; stretches come in order

    def between(self, start: int, end: int, rule: str, glue: str) -> Iterator[Edit]:
        """The edits of the stretch from `start` to `end`: all of it goes, but for the glue at its first line end."""
        pieces = [piece for piece in self._pieces(start, end, rule) if piece[0] < piece[1]]
        joined: list[tuple[int, int, str, str]] = []
        for first, last, why in pieces:
            after = ""
            if glue and "\n" in self._text[first:last]:
                after, glue = glue, ""
            if joined and joined[-1][2] == why and joined[-1][1] == first:
                before = joined.pop()
                joined.append((before[0], last, why, before[3] + after))
            else:
                joined.append((first, last, why, after))
        for first, last, why, after in joined:
            yield Edit(Span(first, last), after, why)

    def _pieces(self, start: int, end: int, rule: str) -> Iterator[tuple[int, int, str]]:
        """The stretch cut into (start, end, rule): what stands on each line, and the line ends."""
        place = start
        while place < end:
            line = self._line_of(place)
            line_end = line.start + len(line.raw)
            if line.number in self._furniture and line.ink_start >= start and line.ink_end <= end:
                yield place, line.ink_start, rule
                yield line.ink_start, line.ink_end, self._furniture[line.number]
                place = line.ink_end
            stop = min(line_end, end)
            yield place, stop, self._why(line, place, stop, rule)
            if line_end < end:
                yield line_end, line_end + 1, rule
            place = line_end + 1

    def _why(self, line: PrintedLine, start: int, stop: int, rule: str) -> str:
        """The rule of white space on a line: before its words, behind them, or on a line without any."""
        space = self._text[start:stop]
        if FORM_FEED in space:
            return FORM_FEED_RULE
        if not line.ink:
            return SPACE_ONLY_LINE
        if start > line.start or len(space) != 1 or stop > line.ink_start:
            return rule
        return PAGE_BREAK_SPACE if line.number in self._page_starts else LEADING_SPACE

    def _line_of(self, place: int) -> PrintedLine:
        while self._lines[self._at].start + len(self._lines[self._at].raw) < place:
            self._at += 1
        return self._lines[self._at]
