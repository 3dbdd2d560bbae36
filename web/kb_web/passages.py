"""The passages of one document that answer a question: which is open, the steps beside it, the words to mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from kb.find import marker, search
from kb.links import line_fragment
from kb.model import Chunk, Document, SectionId, Span
from kb.snapshot import Snapshot
from kb_web.paragraphs import Found

MOST = 200  # passages of one document that are marked and stepped through; a guess


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document, the words of it that match (in order), and the line on which the first of them is."""

    section: SectionId
    span: Span
    marks: tuple[Span, ...]
    lines: tuple[int, int]
    line: int


@dataclass(frozen=True, slots=True)
class Steps:
    """Which passage is open (1-based; None where none is), how many there are, and the addresses beside it."""

    number: int | None
    total: int
    previous_url: str | None
    next_url: str | None


def passages_of(snapshot: Snapshot, document: Document, question: str) -> tuple[Passage, ...]:
    """The passages that answer, in the order of the text; () for no question."""
    if not question:
        return ()
    result = search(snapshot, question, document=(document.id,), order="place", limit=MOST)
    marks_in = marker(snapshot, question)
    found = (_passage(document, hit.chunk, marks_in(hit.chunk.text)) for hit in result.hits)
    return tuple(sorted(found, key=lambda passage: passage.span))


def open_passage(passages: Sequence[Passage], line: int, within: Span | None) -> Passage | None:
    """The passage on this line of the source; without a line (0) the first one in the span."""
    if line:
        return next((passage for passage in passages if passage.lines[0] <= line <= passage.lines[1]), None)
    return next((passage for passage in passages if within is None or within.holds(passage.span)), None)


def found(passages: Sequence[Passage], opened: Passage | None) -> Found:
    """What the paragraphs show of the passages."""
    return Found(
        marks=tuple(chain.from_iterable(passage.marks for passage in passages)),
        lines=frozenset(passage.line for passage in passages),
        opened=opened.span if opened else None,
    )


def steps(
    passages: Sequence[Passage], opened: Passage | None, after: int, address: Callable[[Passage], str]
) -> Steps | None:
    """The steps from the open passage; where none is open, from the place `after` in the text."""
    if not passages:
        return None
    here = passages.index(opened) if opened else None
    later = sum(passage.span.start < after for passage in passages) if here is None else here + 1
    earlier = later - 1 if here is None else here - 1
    return Steps(
        None if here is None else here + 1,
        len(passages),
        _step(passages[earlier], address) if earlier >= 0 else None,
        _step(passages[later], address) if later < len(passages) else None,
    )


def _step(passage: Passage, address: Callable[[Passage], str]) -> str:
    return address(passage) + line_fragment(passage.line)


def _passage(document: Document, chunk: Chunk, marks: Sequence[Span]) -> Passage:
    placed = tuple(mark.moved(chunk.span.start) for mark in marks)
    first = placed[0] if placed else chunk.span
    lines = document.body.locate(chunk.span.trimmed(document.text)).lines
    return Passage(chunk.section, chunk.span, placed, lines, document.body.locate(first).lines[0])
