"""The text of a document and where it is printed: the one coordinate system.

A place in a document is a `Span` of `Document.text`, half-open, in code points of the repaired text. Lines and pages of
the source are computed from it by `Body.locate`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points.

    >>> Span(4, 7).of("thi đua")
    'đua'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """The span without the white space of the text at its ends; empty where it holds nothing else."""
        inner = self.of(text)
        start = self.start + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.start + len(inner.rstrip())))


@dataclass(frozen=True, slots=True)
class RawText:
    """What a source file says, decoded and not yet repaired.

    `text` has "\\n" for every line end and nothing else changed (form feeds stay). `wrapped`: a paragraph may go on
    over several lines, as in the text of a PDF; otherwise every line is a paragraph. `pages` is the page of each line
    where the format itself knows it, else empty. `title` is what the format says outside the text (HTML, JSONL).
    `warnings` are what a person should look at, as rows of kb.errors.words.WARNINGS.
    """

    text: str
    wrapped: bool
    pages: tuple[int, ...] = ()
    title: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where words stand in the source: first and last line, first and last page; 1-based, inclusive."""

    lines: tuple[int, int]
    pages: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Line:
    """What of the repaired text is printed on one line of the source; an empty span where nothing of it is."""

    number: int
    page: int | None
    span: Span


PageEvidence = Literal["form-feed", "leading-space", "page-number", "source", "only-page"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source file, and how it is known.

    `number` counts the pages of the file from 1. `printed` is the number that stands on the page: "read" from it or
    "inferred" by counting from a page where it could be read; None where neither can be said.
    """

    number: int
    first_line: int
    last_line: int
    how: PageEvidence
    printed: int | None = None
    printed_how: Literal["read", "inferred"] | None = None


LAYOUT = "line_break"
"""The rule of a repair that is none: line ends and indents between paragraphs, as the text is set."""


@dataclass(frozen=True, slots=True)
class Repair:
    """`span` of the repaired text stands where the source had `before`; `rule` names why (kb.source.repair).

    Rule `LAYOUT` is not shown to people.
    """

    rule: str
    span: Span
    before: str

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule by name, where several had a part in it."""
        return tuple(self.rule.split("+"))


@dataclass(frozen=True, slots=True)
class Body:
    """The repaired text of a document: one paragraph a line ("\\n" between), with the way back to the source.

    `lines` holds every line of the source in order, and their spans tile the text. `repairs` are in order and do not
    overlap; putting each `before` back gives the source (`undone`).
    """

    text: str
    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...]
    pages: tuple[Page, ...] = ()

    def locate(self, span: Span) -> Location:
        """The lines and pages on which a span is printed; an empty span is where its first character would be."""
        last_place = max(span.start, span.end - 1)
        first = self._line_at(span.start)
        last = self._line_at(last_place)
        pages = None if first.page is None or last.page is None else (first.page, last.page)
        return Location((first.number, last.number), pages)

    def _line_at(self, place: int) -> Line:
        # Empty lines share their start with the line that follows; bisect finds the last of them, the printed one.
        index = bisect_right(self.lines, place, key=lambda line: line.span.start) - 1
        return self.lines[max(index, 0)]

    def repaired_in(self, span: Span) -> Iterator[Repair]:
        """The repairs with a letter in the span, and those of nothing (what was dropped) inside it or at its ends."""
        first = bisect_left(self.repairs, span.start, key=lambda repair: repair.span.end)
        last = bisect_right(self.repairs, span.end, key=lambda repair: repair.span.start)
        for repair in self.repairs[first:last]:
            if not len(repair.span) or (repair.span.start < span.end and span.start < repair.span.end):
                yield repair

    def printed(self, span: Span) -> str:
        """What the source has for a span: the repairs that touch it taken back, so a word that was mended is whole."""
        first = bisect_right(self.repairs, span.start, key=lambda repair: repair.span.end)
        pieces: list[str] = []
        place = span.start
        for repair in self.repairs[first:]:
            if repair.span.start >= span.end:
                break
            pieces += (self.text[place : repair.span.start], repair.before)
            place = repair.span.end
        return "".join((*pieces, self.text[place : span.end]))

    def undone(self) -> str:
        """The source's text, letter for letter: every repair taken back."""
        pieces: list[str] = []
        place = 0
        for repair in self.repairs:
            pieces += (self.text[place : repair.span.start], repair.before)
            place = repair.span.end
        pieces.append(self.text[place:])
        return "".join(pieces)
