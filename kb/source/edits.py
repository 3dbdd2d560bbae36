"""Edits to a text that remember what stood before: the ledger behind every repair.

A repair step is a function from text to edits; `Ledger.apply` makes them and keeps the way back to the source, so that
no step needs to know of the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Repair, Span

LAYOUT = "line_break"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `after` where the current text has `span`; `rule` says why."""

    span: Span
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """`now` of the current text stands where the source has `source`."""

    source: Span
    now: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A text, the source it came from, and every difference between the two, in order.

    >>> ledger = Ledger.of("v à đi").apply([Edit(Span(0, 3), "và", "split_syllable")])
    >>> ledger.text, ledger.repairs()
    ('và đi', (Repair(rule='split_syllable', span=Span(start=0, end=2), before='v à'),))
    """

    source: str
    text: str
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, source: str) -> Ledger:
        return cls(source, source)

    def apply(self, edits: Iterable[Edit]) -> Ledger:
        """The ledger with the edits made. Edits are spans of the current text and must not overlap.

        An edit that touches an earlier change takes it in: the two become one change, with both rules named
        ("decomposed+mark_misplaced"), and its `before` is the source's letters for the whole of it.
        """
        wanted = sorted(edit for edit in edits if edit.after != edit.span.of(self.text))
        for left, right in pairwise(wanted):
            if right.span.start < left.span.end:
                raise ValueError(f"overlapping edits: {left}, {right}")
        pieces: list[str] = []
        changes: list[Change] = []
        place = length = taken = 0  # in the current text; of the new text; earlier changes carried over
        while wanted:
            span, first, last = self._touched(wanted[0].span, taken)
            group = [wanted.pop(0)]
            while wanted and wanted[0].span.start < span.end:
                # An earlier change reaches into the next edit too: all of them become one change.
                group.append(wanted.pop(0))
                span, first, last = self._touched(Span(span.start, max(span.end, group[-1].span.end)), taken)
            changes += (_moved(change, length - place) for change in self.changes[taken:first])
            pieces.append(self.text[place : span.start])
            length += span.start - place
            after = _edited(self.text, span, group)
            rules = [r for change in self.changes[first:last] for r in change.rule.split("+")]
            rules += (edit.rule for edit in group)
            source = Span(self._to_source(span.start, first), self._to_source(span.end, last))
            changes.append(Change(source, Span(length, length + len(after)), "+".join(dict.fromkeys(rules))))
            pieces.append(after)
            length += len(after)
            place, taken = span.end, last
        pieces.append(self.text[place:])
        changes += (_moved(change, length - place) for change in self.changes[taken:])
        return Ledger(self.source, "".join(pieces), tuple(changes))

    def _touched(self, span: Span, taken: int) -> tuple[Span, int, int]:
        """The span with every earlier change that it cuts into, and which changes those are.

        The first `taken` changes are dealt with already.
        An empty earlier change at the very edge stays apart: it is what was dropped there, a thing of its own.
        """
        first = max(bisect_right(self.changes, span.start, key=lambda change: change.now.end), taken)
        last = max(bisect_left(self.changes, span.end, key=lambda change: change.now.start), first)
        if first == last:
            return span, first, last
        start = min(span.start, self.changes[first].now.start)
        return Span(start, max(span.end, self.changes[last - 1].now.end)), first, last

    def _to_source(self, place: int, after: int) -> int:
        """The source's place of a place in the current text that lies behind the first `after` changes and in none."""
        if not after:
            return place
        change = self.changes[after - 1]
        return change.source.end + place - change.now.end

    def now_of(self, place: int) -> int:
        """The place in the current text of a place in the source; inside a change, as far into it as it goes."""
        index = bisect_right(self.changes, place, key=lambda change: change.source.start) - 1
        if index < 0:
            return place
        change = self.changes[index]
        if place >= change.source.end:
            return change.now.end + place - change.source.end
        return min(change.now.start + place - change.source.start, change.now.end)

    def repairs(self) -> tuple[Repair, ...]:
        """Every difference from the source, in order, as `Body` keeps it."""
        return tuple(Repair(change.rule, change.now, change.source.of(self.source)) for change in self.changes)


def _edited(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """What a span of the text reads with the edits in it made."""
    pieces: list[str] = []
    place = span.start
    for edit in edits:
        pieces += (text[place : edit.span.start], edit.after)
        place = edit.span.end
    pieces.append(text[place : span.end])
    return "".join(pieces)


def _moved(change: Change, by: int) -> Change:
    return Change(change.source, change.now.moved(by), change.rule)
