"""Chunks: the pieces of a document that are indexed and found.

A chunk is one section's own text with its heading. Text that follows the section's children is a chunk of its own, and
so is each part of a text that is too long for one; no chunk reaches over the end of a section's piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from kb.model import Chunk, ChunkId, Document, Section, Span
from kb.outline.signs import CAPITALS

LONGEST = 250  # syllables; a guess: about a screen of text
LONGEST_ALONE = 375  # of one paragraph that is a section's whole text: it says one thing (xquad .933; cut at 250: .930)

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\S+")
# A full stop behind this is none: "TP. Hồ Chí Minh", "Th.S. Nguyễn Văn A. Bình"; but "lần thứ VI." ends a sentence.
SHORTENED = re.compile(rf"(?![IVX]+$)[{CAPITALS}]\w?")
BEFORE_MARK = re.compile(r"\w*$")
LONGEST_SHORTENED = 2  # letters, as SHORTENED has it
SENTENCE_END = re.compile(r"(?P<mark>[.!?…;])[\"”’»)\]]*(?P<gap>\s+)(?=[\"“‘«(]?(?P<next>\w))")


def chunk(document: Document) -> tuple[Chunk, ...]:
    """Every chunk, in the order of the text; each has a letter or digit in it.

    The number at the end of an id counts within the section.
    """
    return tuple(sorted(_chunks(document, document.sections, ()), key=lambda one: one.span))


def cut(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of a stretch of text, each of about `LONGEST` syllables at most and all of nearly the same length.

    A paragraph that stands alone may have `LONGEST_ALONE`. Cut between paragraphs, in a paragraph that is too long
    between sentences, in such a sentence between words. The spans begin and end with letters or marks, never with
    space.

    >>> text = "Một hai.\\n\\n" + "Ba bốn năm. " * 100
    >>> [len(part.of(text).split()) for part in cut(text, Span(0, len(text)))]
    [152, 150]
    """
    said = [paragraph for paragraph in paragraphs(text, span) if _has_letters(text, paragraph)]
    limit = LONGEST_ALONE if len(said) == 1 else LONGEST
    if sum(_syllables(text, paragraph) for paragraph in said) <= limit:
        return (Span(said[0].start, said[-1].end),) if said else ()
    return tuple(_balanced(text, [unit for paragraph in said for unit in _units(text, paragraph)]))


def _chunks(document: Document, sections: tuple[Section, ...], above: tuple[str, ...]) -> Iterator[Chunk]:
    for section in sections:
        name = section.title or section.marker
        path = (*above, name) if name else above
        parts = [part for own in section.own for part in cut(document.text, own)]
        for number, span in enumerate(parts):
            id = ChunkId(f"{document.id}#{section.id}/{number}")
            yield Chunk(id, document.id, section.id, path, span, span.of(document.text))
        yield from _chunks(document, section.children, path)


def _balanced(text: str, units: list[Span]) -> Iterator[Span]:
    """Units put together to as few parts as fit, cut where the parts come nearest to the same length."""
    lengths = [_syllables(text, unit) for unit in units]
    count = ceil(sum(lengths) / LONGEST)
    target = sum(lengths) / count
    first = units[0]
    done = lengths[0]
    made = 0
    last = first
    for unit, length in zip(units[1:], lengths[1:], strict=True):
        if done + length / 2 > target * (made + 1) and made < count - 1:
            yield Span(first.start, last.end)
            first = unit
            made += 1
        last = unit
        done += length
    yield Span(first.start, last.end)


def _units(text: str, paragraph: Span) -> Iterator[Span]:
    if _syllables(text, paragraph) <= LONGEST:
        yield paragraph
        return
    for sentence in _sentences(text, paragraph):
        words = [Span(word.start(), word.end()) for word in WORD.finditer(text, sentence.start, sentence.end)]
        for first in range(0, len(words), LONGEST):
            yield Span(words[first].start, words[min(first + LONGEST, len(words)) - 1].end)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if (end["mark"] == "." and _is_shortened(text, paragraph.start, end.start())) or end["next"].islower():
            continue
        yield Span(start, end.start("gap"))
        start = end.end("gap")
    yield Span(start, paragraph.end)


def _is_shortened(text: str, start: int, mark: int) -> bool:
    """Whether the letters before a full stop are a shortened word. Read back from the mark, and no further than that
    takes: a pattern that begins with the word reads a run of 20,000 letters 20,000 times."""
    near = text[max(start, mark - LONGEST_SHORTENED - 1) : mark]
    return bool((before := BEFORE_MARK.search(near)) and SHORTENED.fullmatch(before[0]))


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """The spans of the paragraphs of a stretch of text, without the space around them; empty ones left out."""
    for line in LINE.finditer(text, within.start, within.end):
        if span := Span(*line.span()).trimmed(text):
            yield span


def _has_letters(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in span.of(text))


def _syllables(text: str, span: Span) -> int:
    return len(span.of(text).split())
