"""What was repaired in a text, as readers see it: whole words before and after, joined lines, faults in the source.

Four kinds of repair: layout (line ends between paragraphs) is never shown; a joined line is a small sign; a letter put
together from its parts looks the same before and after, so it is counted and not marked; all others are shown as the
whole words around them, because one changed mark inside a word is not seen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kb.model import Body, Repair, Span
from kb.source.edits import LAYOUT
from kb.vietnamese.letters import nfc
from kb_web.pieces import Change, Join, Replaced

SOURCE_LINE_END = re.compile(r"\s*\n\s*")


def is_join(repair: Repair, after: str) -> bool:
    """Whether the repair only joins two printed lines of one paragraph."""
    return repair.rule != LAYOUT and "\n" in repair.before and not repair.before.strip() and not after.strip()


def is_unseen(repair: Repair, after: str) -> bool:
    """Whether nobody can see the difference: other code points, the same letters."""
    return nfc(repair.before) == after


def is_seen(repair: Repair, after: str) -> bool:
    """Whether the repair changed letters or spaces that a reader can see."""
    return not (repair.rule == LAYOUT or is_join(repair, after) or is_unseen(repair, after))


def count(body: Body, span: Span) -> int:
    """How many places in a span of the text were repaired, seen or not; joined lines and layout do not count."""
    return sum(
        repair.rule != LAYOUT and not is_join(repair, repair.span.of(body.text))
        for repair in _touching(body.repairs, span)
    )


def replaced(body: Body) -> tuple[Replaced, ...]:
    """Every change and joined line of the text, in order, for the page that shows them."""
    words = changed_words(body)
    changes = [Replaced(span, Change(before(body, span), span.of(body.text))) for span in words]
    joins = [
        Replaced(repair.span, Join(repair.span.of(body.text)))
        for repair in body.repairs
        if is_join(repair, repair.span.of(body.text)) and not _is_in(words, repair.span)
    ]
    return tuple(sorted(changes + joins, key=lambda one: one.span))


def changed_words(body: Body) -> tuple[Span, ...]:
    """The spans of the text, whole words each, in which a seen repair was made; neighbouring words are one span."""
    spans: list[Span] = []
    for repair in body.repairs:
        if not is_seen(repair, repair.span.of(body.text)):
            continue
        span = _whole(body, repair.span)
        if spans and not body.text[spans[-1].end : span.start].strip(" "):
            span = Span(spans[-1].start, max(spans.pop().end, span.end))
        spans.append(span)
    return tuple(spans)


def before(body: Body, span: Span) -> str:
    """What the source has for a span that cuts through no repair; line ends are shown as a sign."""
    pieces: list[str] = []
    place = span.start
    for repair in _touching(body.repairs, span):
        pieces += (body.text[place : repair.span.start], repair.before)
        place = repair.span.end
    pieces.append(body.text[place : span.end])
    return SOURCE_LINE_END.sub(" ↵ ", "".join(pieces)).strip()


@dataclass(frozen=True, slots=True)
class SourcePlaces:
    """The way from places in the repaired text to places in the source."""

    repairs: Sequence[Repair]
    grown: Sequence[int]

    @classmethod
    def of(cls, body: Body) -> SourcePlaces:
        """`grown[n]`: by how much the first n repairs made the text shorter than the source."""
        lengths = (len(repair.before) - len(repair.span) for repair in body.repairs)
        return cls(body.repairs, tuple(accumulate(lengths, initial=0)))

    def span(self, span: Span) -> Span:
        """The span of the source that stands for a span of the text, with all of every repair it touches."""
        first = bisect_left(self.repairs, span.start, key=lambda repair: repair.span.end)
        last = bisect_right(self.repairs, span.end, key=lambda repair: repair.span.start)
        if first >= last:
            return span.moved(self.grown[first])
        start = min(span.start, self.repairs[first].span.start) + self.grown[first]
        return Span(start, max(span.end, self.repairs[last - 1].span.end) + self.grown[last])


def _whole(body: Body, span: Span) -> Span:
    """The span with the rest of the words it cuts and all of every repair it touches."""
    text = body.text
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    cut = [repair.span for repair in _touching(body.repairs, Span(start, end)) if repair.rule != LAYOUT]
    wider = Span(min([start, *(one.start for one in cut)]), max([end, *(one.end for one in cut)]))
    return wider if (wider.start, wider.end) == (start, end) else _whole(body, wider)


def _touching(repairs: Sequence[Repair], span: Span) -> Sequence[Repair]:
    """The repairs with a letter in the span, and those of nothing (what was dropped) inside it or at its ends."""
    first = bisect_left(repairs, span.start, key=lambda repair: repair.span.end)
    last = bisect_right(repairs, span.end, key=lambda repair: repair.span.start)
    return [
        repair
        for repair in repairs[first:last]
        if not len(repair.span) or (repair.span.start < span.end and span.start < repair.span.end)
    ]


def _is_in(spans: Sequence[Span], span: Span) -> bool:
    index = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].holds(span)
