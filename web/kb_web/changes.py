"""What was repaired in a text, as readers see it: whole words before and after, joined lines, dropped lines.

Line ends and indents between paragraphs are layout and never shown. A joined line is a small sign. A letter put
together from its parts looks the same before and after, so it is counted and not marked. A line that was dropped (a
rule, a page number) is shown where it stood. Everything else is shown as the whole words around it, because one
changed mark inside a word is not seen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kb.model import LAYOUT, Body, Repair, Span
from kb.source.layout.furniture import DROPPED
from kb.vietnamese.letters import nfc
from kb_web.pieces import Change, Join, Replaced

SOURCE_LINE_END = re.compile(r"\s*\n\s*")


def count(body: Body, span: Span) -> int:
    """How many places in a span of the text were repaired, seen or not; joined lines and layout do not count."""
    return sum(repair.rule != LAYOUT and not _is_join(body, repair) for repair in body.repaired_in(span))


def replaced(body: Body) -> tuple[Replaced, ...]:
    """Every change, joined and dropped line of the text, in order, for the page that shows them."""
    words = changed_words(body)
    shown = [Replaced(span, Change(_before(body, span), span.of(body.text))) for span in words]
    for repair in body.repairs:
        if not _is_in(words, repair.span):
            if _is_dropped(repair):
                shown.append(Replaced(repair.span, Change(repair.before.strip(), "")))
            elif _is_join(body, repair):
                shown.append(Replaced(repair.span, Join(repair.span.of(body.text))))
    return tuple(sorted(shown, key=lambda one: one.span))


def changed_words(body: Body) -> tuple[Span, ...]:
    """The spans of the text, whole words each, that read otherwise in the source; neighbouring words are one span."""
    spans: list[Span] = []
    for repair in body.repairs:
        if not _is_in_words(body, repair):
            continue
        span = _whole(body, repair.span)
        if spans and not body.text[spans[-1].end : span.start].strip(" "):
            span = Span(spans[-1].start, max(spans.pop().end, span.end))
        spans.append(span)
    return tuple(span for span in spans if nfc(_before(body, span)) != span.of(body.text))


def faults(body: Body) -> tuple[Span, ...]:
    """The spans of the source that the text has otherwise or not at all, in order."""
    places = SourcePlaces.of(body)
    changed = [places.span(span) for span in changed_words(body)]
    dropped = [places.repair(at) for at, repair in enumerate(body.repairs) if _is_dropped(repair)]
    return tuple(sorted(changed + [one for one in dropped if not _is_in(changed, one)]))


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
        """The span of the source that stands for a span of the text, with all of every repair that it cuts into."""
        first = bisect_right(self.repairs, span.start, key=lambda repair: repair.span.end)
        last = bisect_left(self.repairs, span.end, key=lambda repair: repair.span.start)
        if first >= last:
            return span.moved(self.grown[first])
        start = min(span.start, self.repairs[first].span.start) + self.grown[first]
        return Span(start, max(span.end, self.repairs[last - 1].span.end) + self.grown[last])

    def repair(self, at: int) -> Span:
        """The span of the source that a repair replaced."""
        start = self.repairs[at].span.start + self.grown[at]
        return Span(start, start + len(self.repairs[at].before))


def _is_join(body: Body, repair: Repair) -> bool:
    """Whether the repair only joins two printed lines of one paragraph."""
    spaces = not repair.before.strip() and not repair.span.of(body.text).strip()
    return spaces and "\n" in repair.before and repair.rule != LAYOUT


def _is_in_words(body: Body, repair: Repair) -> bool:
    """Whether the repair may have changed words: it is no layout, no joined or dropped line, and can be seen."""
    is_line = repair.rule == LAYOUT or _is_dropped(repair) or _is_join(body, repair)
    return not is_line and nfc(repair.before) != repair.span.of(body.text)


def _is_dropped(repair: Repair) -> bool:
    """Whether a printed line was left out of the text: a rule, a page number, a running head or foot."""
    return not len(repair.span) and not DROPPED.isdisjoint(repair.rules)


def _before(body: Body, span: Span) -> str:
    """What the source has for a span that cuts through no repair; line ends are shown as a sign."""
    pieces: list[str] = []
    place = span.start
    for repair in body.repaired_in(span):
        if not _is_dropped(repair):
            pieces += (body.text[place : repair.span.start], repair.before)
            place = repair.span.end
    pieces.append(body.text[place : span.end])
    return SOURCE_LINE_END.sub(" ↵ ", "".join(pieces).strip())


def _whole(body: Body, span: Span) -> Span:
    """The span with the rest of the words it cuts and all of every repair in them."""
    text = body.text
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    cut = [repair.span for repair in body.repaired_in(Span(start, end))]
    wider = Span(min([start, *(one.start for one in cut)]), max([end, *(one.end for one in cut)]))
    return wider if wider == Span(start, end) else _whole(body, wider)


def _is_in(spans: Sequence[Span], span: Span) -> bool:
    index = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].holds(span)
