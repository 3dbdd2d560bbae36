"""What of a passage matched a question, and the piece of it that is shown.

Owns where marks stand and where a snippet begins and ends. What is to be marked is kb.query.marks; the words are found
by the same analysis that indexed them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.analysis import analyze
from kb.model import Span
from kb.query.commonness import information
from kb.query.marks import Mark, Run
from kb.query.spelling import Form
from kb.vietnamese.people import People, Person, find_mentions
from kb.vietnamese.values import Value, read_values

LEAST, MOST = 30, 50  # words of a snippet
LEAD = 8  # words before a mark where no clause begins near it
IDLE_BITS = 1  # "là", "các", "được": marked alone they only disturb
ALONE_BITS = 3  # a syllable of a compound is marked apart from the others only when it says so much by itself

# What ends a sentence, and what ends a clause: before a space, so that "6,6" and "13.458" go on.
SENTENCE = re.compile(r"[.!?;:…][\"”’»)\]]*\s|\n")
CLAUSE = re.compile(r",\s|\s[-–—]\s|[“\"(]")

Places = tuple[int, int]
"""The first token of a run, and the one after its last."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens that a mark takes: which mark, by its number, and what that says in bits.

    `as_one`: what stands between them is marked with them, as the marks of "258/QĐ-TTg" are.
    """

    places: Places
    mark: int
    bits: int
    as_one: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text cut into tokens, with the tokens that a question's marks take."""

    text: str
    tokens: tuple[Span, ...]
    found: tuple[Found, ...]

    def spans(self) -> tuple[Span, ...]:
        """What to mark, in order: neighbours that only a space parts are one, so that a phrase is one mark."""
        spans: list[Span] = []
        inside = {at for found in self.found if found.as_one for at in range(found.places[0] + 1, found.places[1])}
        for at in sorted(self._taken()):
            token = self.tokens[at]
            follows = spans and spans[-1].end == self.tokens[at - 1].end
            if follows and (at in inside or self._touch(at - 1)):
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(token)
        return tuple(spans)

    def _taken(self) -> set[int]:
        """The marked tokens; words that say next to nothing only between others ("thi đua là yêu nước")."""
        least = IDLE_BITS if any(found.bits > IDLE_BITS for found in self.found) else 0
        sure = {at for found in self.found if found.bits > least for at in range(*found.places)}
        idle = {at for found in self.found for at in range(*found.places)} - sure
        for at in sorted(idle):
            end = at
            while end in idle and self._touch(end):
                end += 1
            if at - 1 in sure and end in sure and self._touch(at - 1):
                sure |= set(range(at, end))
        return sure

    def _touch(self, at: int) -> bool:
        """Whether nothing but spaces stands between a token and the next."""
        following = self.tokens[at + 1 : at + 2]
        return bool(following) and self.text[self.tokens[at].end : following[0].start].strip(" ") == ""


def mark(text: str, marks: Sequence[Mark]) -> Marked:
    """The text with the places of the marks in it.

    >>> from kb.query.spelling import Form
    >>> thi_dua = Mark(((Form(None, "thi"), Form(None, "dua")),), 6)
    >>> [span.of("Người người thi đua") for span in mark("Người người thi đua", [thi_dua]).spans()]
    ['thi đua']
    """
    analysis = analyze(text, words=False)
    tokens = tuple(Form(one.text, other.text) for one, other in zip(analysis.syllables, analysis.folded, strict=True))
    where: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        where[token.folded].append(at)
    spans = tuple(token.span for token in analysis.syllables)
    values = read_values(text) if any(one.terms for one in marks) else ()
    found: list[Found] = []
    for number, one in enumerate(marks):
        found += (Found(places, number, one.bits) for places in _places(one, tokens, where))
        found += (Found(places, number, one.bits) for places in _called(one.person, text, spans))
        found += (Found(places, number, one.bits, as_one=True) for places in _valued(one, values, spans))
    return Marked(text, spans, tuple(found))


def snippet(marked: Marked) -> Span:
    """The piece that shows most of what was asked: 30 to 50 whole words, from clause to clause where it can be.

    The whole text when it is that short.
    """
    count = len(marked.tokens)
    if count <= MOST:
        return Span(0, len(marked.text)).trimmed(marked.text)
    ends = _edges(marked)
    windows = [(start, _end(start, ends, count)) for start in _starts(marked, ends)]
    best = max(windows, key=lambda window: _worth(marked, window, ends))
    return _whole_words(marked, best)


def _called(person: Person | None, text: str, tokens: Sequence[Span]) -> Iterator[Places]:
    """Where a passage calls somebody. Read by itself it does not say whom it speaks of; that it was found does."""
    for mention in find_mentions(text, People((person,)), about=person.name) if person else ():
        first = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
        yield first, bisect_left(tokens, mention.span.end, key=lambda token: token.start)


def _places(one: Mark, tokens: Sequence[Form], where: dict[str, list[int]]) -> Iterator[Places]:
    """Where a mark's words stand together; where they nowhere do, each that says something by itself."""
    together = list(dict.fromkeys(place for run in one.runs for place in _runs(run, tokens, where)))
    yield from together
    if not together and not one.whole:
        for form in dict.fromkeys(form for run in one.runs for form in run):
            if information(form.folded) >= ALONE_BITS:
                yield from _runs((form,), tokens, where)


def _valued(one: Mark, values: Sequence[Value], spans: Sequence[Span]) -> Iterator[Places]:
    """Where values stand that are what a mark looks for, however they are written."""
    for value in values:
        if one.terms & set(value.terms):
            start = bisect_left(spans, value.span.start, key=lambda span: span.end - 1)
            yield start, bisect_left(spans, value.span.end, key=lambda span: span.start)


def _runs(run: Run, tokens: Sequence[Form], where: dict[str, list[int]]) -> Iterator[Places]:
    for start in where.get(run[0].folded, ()):
        end = start + len(run)
        if end <= len(tokens) and all(_is(form, token) for form, token in zip(run, tokens[start:end], strict=True)):
            yield start, end


def _is(form: Form, token: Form) -> bool:
    return form.folded == token.folded and form.exact in (None, token.exact)


@dataclass(frozen=True, slots=True)
class _Edges:
    """The tokens that begin a sentence, and those that begin a clause."""

    sentences: frozenset[int]
    clauses: frozenset[int]


def _edges(marked: Marked) -> _Edges:
    sentences, clauses = {0, len(marked.tokens)}, set[int]()
    for at in range(1, len(marked.tokens)):
        gap = marked.text[marked.tokens[at - 1].end : marked.tokens[at].start]
        if SENTENCE.search(gap):
            sentences.add(at)
        elif CLAUSE.search(gap):
            clauses.add(at)
    return _Edges(frozenset(sentences), frozenset(clauses))


def _starts(marked: Marked, edges: _Edges) -> list[int]:
    """Where a snippet may begin: with a sentence or clause, or a little before a mark; not so late that it is short."""
    last = len(marked.tokens) - LEAST
    leads = {max(0, found.places[0] - LEAD) for found in marked.found}
    return sorted(start for start in edges.sentences | edges.clauses | leads if start <= last) or [0]


def _end(start: int, edges: _Edges, count: int) -> int:
    """The last end of a sentence that leaves enough, else of a clause, else where there is no more room."""
    room = range(min(start + MOST, count), start + LEAST - 1, -1)
    for kind in (edges.sentences, edges.clauses):
        if (end := next((at for at in room if at in kind), None)) is not None:
            return end
    return room[0]


def _worth(marked: Marked, window: Places, edges: _Edges) -> tuple[int, int, int, int]:
    """What of the question a window shows, in bits; whether it is whole sentences; how often; and of equal ones the
    last, which begins nearest to what it shows."""
    start, end = window
    shown = [one for one in marked.found if start <= one.places[0] and one.places[1] <= end]
    whole = (start in edges.sentences) + (end in edges.sentences)
    return sum({one.mark: one.bits for one in shown}.values()), whole, sum(one.bits for one in shown), start


def _whole_words(marked: Marked, window: Places) -> Span:
    """The window with the marks that are written to its first and last word."""
    start, end = marked.tokens[window[0]].start, marked.tokens[window[1] - 1].end
    while start and not marked.text[start - 1].isspace():
        start -= 1
    while end < len(marked.text) and not marked.text[end].isspace():
        end += 1
    return Span(start, end)
