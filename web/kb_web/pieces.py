"""A stretch of text cut into the pieces a template prints one after another.

Templates print and do not compute: what is marked, where a line of the source begins and what was repaired is decided
here, in spans of the one text, and comes out as a flat row of pieces.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import ClassVar

from kb.model import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Letters of the source: marked (they match the question), a label, or a fault (repaired elsewhere)."""

    kind: ClassVar[str] = "words"
    text: str
    is_marked: bool = False
    is_label: bool = False
    is_fault: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.is_marked or self.is_label or self.is_fault)


@dataclass(frozen=True, slots=True)
class LineStart:
    """A line of the source begins here, and a page where `page` is a number.

    `is_shown`: its number stands in the margin; `is_hit`: a passage that answers begins on it.
    """

    kind: ClassVar[str] = "line"
    number: int
    page: int | None = None
    is_shown: bool = False
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What the source has, and what was made of it."""

    kind: ClassVar[str] = "change"
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Join:
    """The source has a line end here that no paragraph has; `after` is what stands for it."""

    kind: ClassVar[str] = "join"
    after: str


Piece = Words | LineStart | Change | Join


@dataclass(frozen=True, slots=True)
class Placed:
    """A line start and the place in the text before which it stands."""

    place: int
    line: LineStart


@dataclass(frozen=True, slots=True)
class Replaced:
    """What is shown in place of a span of the text."""

    span: Span
    by: Change | Join


@dataclass(frozen=True, slots=True)
class Dress:
    """How a text is to be shown; every span is of that text, in order, and those of one kind do not overlap."""

    marks: Sequence[Span] = ()
    labels: Sequence[Span] = ()
    faults: Sequence[Span] = ()
    lines: Sequence[Placed] = ()
    replaced: Sequence[Replaced] = ()


def cut(text: str, span: Span, dress: Dress) -> tuple[Piece, ...]:
    """The pieces of a span of the text, in order; what the dress says of places outside the span does not matter.

    >>> cut("thi đua yêu nước", Span(0, 7), Dress(marks=(Span(4, 11),)))  # doctest: +NORMALIZE_WHITESPACE
    (Words(text='thi ', is_marked=False, is_label=False, is_fault=False),
     Words(text='đua', is_marked=True, is_label=False, is_fault=False))
    """
    pieces: list[Piece] = []
    place = span.start
    first = bisect_left(dress.replaced, span.start, key=lambda one: one.span.start)
    for replaced in takewhile(lambda one: one.span.end <= span.end, dress.replaced[first:]):
        pieces += _words(text, Span(place, replaced.span.start), dress)
        pieces.append(replaced.by)
        pieces += (placed.line for placed in _begun(dress.lines, replaced.span))
        place = replaced.span.end
    pieces += _words(text, Span(place, span.end), dress)
    return tuple(pieces)


def within(spans: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """The parts of the spans that lie in one span; those that do not touch it are left out."""
    first = bisect_right(spans, span.start, key=lambda one: one.end)
    last = bisect_left(spans, span.end, key=lambda one: one.start)
    return tuple(Span(max(one.start, span.start), min(one.end, span.end)) for one in spans[first:last])


def _words(text: str, span: Span, dress: Dress) -> Iterator[Piece]:
    marks, labels, faults = (within(spans, span) for spans in (dress.marks, dress.labels, dress.faults))
    starts = {placed.place: placed.line for placed in _begun(dress.lines, span)}
    edges = {edge for one in (span, *marks, *labels, *faults) for edge in (one.start, one.end)} | starts.keys()
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        if left in starts:
            yield starts[left]
        here = Span(left, right)
        yield Words(here.of(text), *(any(one.holds(here) for one in spans) for spans in (marks, labels, faults)))


def _begun(lines: Sequence[Placed], span: Span) -> Sequence[Placed]:
    """The lines that begin in the span."""
    first = bisect_left(lines, span.start, key=lambda one: one.place)
    last = bisect_left(lines, span.end, key=lambda one: one.place)
    return lines[first:last]
