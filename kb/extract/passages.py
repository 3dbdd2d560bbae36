"""A document paragraph by paragraph, as the readers of figures, references and findings take it.

Owns where sentences, parts and clauses end, and which values stand in a paragraph. What they mean is for the readers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kb.model import Document, Section, Span
from kb.vietnamese.values import Value, read_values

LINE = re.compile(r"[^\n]+")
# A full stop between digits ends nothing: "13.458"; nor one behind a shortened word: "TP. Hồ Chí Minh".
BREAK = re.compile(
    r"(?P<mark>[.!?…;:,])[\"”’»)\]]*(?=\s|$)|(?P<bar>[|])|(?P<open>[(])(?=[^()\d]{0,60}\d)|(?P<close>[)])"
)
SHORTENED = re.compile(r"(?:^|[\s(“])(?:[A-ZĐ]\w?|\d+)$")
LONGEST_SHORTENED = 5
NEXT_WORD = re.compile(r"[\s\"“‘«(]*(\w)?")
ENDS_SENTENCE = frozenset(".!?…")
CLOSING = {"“": "”", "«": "»"}
QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")


@dataclass(frozen=True)
class Passage:
    """One paragraph of a section. `span` is its place in the document's text; all other places here are of `text`.

    `above` are the sections around it from the top down, its own last. `marker` is how many characters of it are the
    printed marker of a list. Breaks are places behind a mark: of a sentence, of a part (";", ":" or a sentence's end),
    of a clause (a comma or bracket too).
    """

    section: Section
    above: tuple[Section, ...]
    span: Span
    text: str
    marker: int
    values: tuple[Value, ...]
    sentences: tuple[int, ...]
    parts: tuple[int, ...]
    clauses: tuple[int, ...]

    @property
    def is_heading(self) -> bool:
        """Whether all of it is the heading of its section."""
        return self.section.heading.end >= self.span.end and len(self.section.heading) > 0

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The stretches in quotation marks, with their marks; a mark that is never closed opens nothing."""
        return tuple(Span(*match.span()) for match in QUOTED.finditer(self.text))

    def sentence(self, place: int) -> Span:
        return _around(self.sentences, place, len(self.text))

    def part(self, place: int) -> Span:
        return _around(self.parts, place, len(self.text))

    def clause(self, place: int) -> Span:
        return _around(self.clauses, place, len(self.text))


def passages(document: Document) -> tuple[Passage, ...]:
    """Every paragraph that says anything, in the order of the text."""
    found = [_passage(document.text, above, span) for above, span in _paragraphs(document.sections, (), document.text)]
    return tuple(sorted(found, key=lambda passage: passage.span))


def passage_of(text: str, section: Section) -> Passage:
    """A paragraph that stands alone: what the tests of the readers begin with."""
    return _passage(text, (section,), Span(0, len(text)))


def _paragraphs(
    sections: tuple[Section, ...], above: tuple[Section, ...], text: str
) -> Iterator[tuple[tuple[Section, ...], Span]]:
    for section in sections:
        lineage = (*above, section)
        for own in section.own:
            for line in LINE.finditer(text, own.start, own.end):
                if span := Span(*line.span()).trimmed(text):
                    yield lineage, span
        yield from _paragraphs(section.children, lineage, text)


def _passage(text: str, above: tuple[Section, ...], span: Span) -> Passage:
    section = above[-1]
    words = span.of(text)
    marker = len(section.marker) if section.marker and words.startswith(section.marker) else 0
    sentences, parts, clauses = _breaks(words)
    return Passage(section, above, span, words, marker, read_values(words), sentences, parts, clauses)


def _breaks(text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Where sentences, parts and clauses end, in one pass.

    >>> _breaks("Có 5 xã, 2 phường; tăng 1,6 lần. Còn lại.")
    ((32, 41), (18, 32, 41), (8, 18, 32, 41))
    """
    sentences: list[int] = []
    parts: list[int] = []
    clauses: list[int] = []
    inside = False  # brackets that hold a number stand by themselves: "(24.150 tỷ đồng)", not "(GRDP)"
    for match in BREAK.finditer(text):
        if match["close"] and not inside:
            continue
        inside = match["open"] is not None or (inside and match["close"] is None)
        clauses.append(match.end() if match["open"] is None else match.start())
        if match["bar"] or (match["mark"] in ENDS_SENTENCE and _ends_sentence(text, match)):
            sentences.append(match.end())
            parts.append(match.end())
        elif match["mark"] in {";", ":"}:
            parts.append(match.end())
        elif match["mark"] in ENDS_SENTENCE:
            clauses.pop()
    return tuple(sentences), tuple(parts), tuple(clauses)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = NEXT_WORD.match(text, match.end())
    if following is not None and following[1] is not None and following[1].islower():
        return False
    near = text[max(0, match.start() - LONGEST_SHORTENED) : match.start()]
    return match["mark"] != "." or not (SHORTENED.search(near) and not near[-1:].isdigit() and not _is_roman(near))


def _is_roman(near: str) -> bool:
    return re.search(r"\s[IVXLC]+$", near) is not None


def _around(breaks: tuple[int, ...], place: int, end: int) -> Span:
    at = bisect_right(breaks, place)
    return Span(breaks[at - 1] if at else 0, breaks[at] if at < len(breaks) else end)
