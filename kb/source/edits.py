"""Edits to a text that remember what stood before: the ledger behind every repair.

A repair step is a function from text to edits; `Ledger.apply` makes them and keeps the way back to the source, so that
no step needs to know of the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Repair, Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `after` where the current text has `span`; `rule` says why, several joined by "+"."""

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
class _Group:
    """Edits that become one change, with the earlier changes from `first` to before `last` taken in.

    `span` is what they cover together, in the current text.
    """

    span: Span
    edits: list[Edit]
    first: int
    last: int


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
        """The ledger with the edits made. Edits are spans of the current text and must not overlap (ValueError).

        An edit that touches an earlier change takes it in: the two become one change, with both rules named
        ("decomposed+mark_misplaced"), and its `before` is the source's letters for the whole of it. An edit that
        changes nothing is dropped.
        """
        wanted = [edit for edit in edits if edit.after != edit.span.of(self.text)]
        if not wanted:
            return self
        wanted.sort(key=_place)
        for left, right in pairwise(wanted):
            if right.span.start < left.span.end:
                raise ValueError(f"overlapping edits: {left}, {right}")
        pieces: list[str] = []
        changes: list[Change] = []
        place = length = taken = 0  # in the current text; of the new text; earlier changes carried over
        for group in self._groups(wanted):
            changes += (_moved(change, length - place) for change in self.changes[taken : group.first])
            after = _edited(self.text, group.span, group.edits)
            pieces += (self.text[place : group.span.start], after)
            start = length + group.span.start - place
            length = start + len(after)
            changes.append(Change(self._source_of(group), Span(start, length), self._rule_of(group)))
            place, taken = group.span.end, group.last
        pieces.append(self.text[place:])
        changes += (_moved(change, length - place) for change in self.changes[taken:])
        return Ledger(self.source, "".join(pieces), tuple(changes))

    def _groups(self, wanted: list[Edit]) -> Iterator[_Group]:
        """The edits in order, those together that an earlier change ties to one another."""
        place = taken = 0
        while place < len(wanted):
            edits = [wanted[place]]
            group = self._touched(edits, wanted[place].span, taken)
            place += 1
            while place < len(wanted) and wanted[place].span.start < group.span.end:
                # An earlier change reaches into the next edit too: all of them become one change.
                edits.append(wanted[place])
                group = self._touched(edits, _cover(group.span, wanted[place].span), taken)
                place += 1
            yield group
            taken = group.last

    def _touched(self, edits: list[Edit], span: Span, taken: int) -> _Group:
        """The edits with every earlier change that their span cuts into; the first `taken` changes are dealt with.

        An empty earlier change at the very edge stays apart: it is what was dropped there, a thing of its own.
        """
        first = bisect_right(self.changes, span.start, lo=taken, key=lambda change: change.now.end)
        last = bisect_left(self.changes, span.end, lo=first, key=lambda change: change.now.start)
        if first < last:
            span = _cover(span, Span(self.changes[first].now.start, self.changes[last - 1].now.end))
        return _Group(span, edits, first, last)

    def _source_of(self, group: _Group) -> Span:
        return Span(self._to_source(group.span.start, group.first), self._to_source(group.span.end, group.last))

    def _rule_of(self, group: _Group) -> str:
        """Every rule that had a hand in it, the earliest first, each once."""
        changes = self.changes[group.first : group.last]
        names = "+".join([*(change.rule for change in changes), *(edit.rule for edit in group.edits)])
        return "+".join(dict.fromkeys(names.split("+")))

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


def _place(edit: Edit) -> tuple[int, int, str]:
    return edit.span.start, edit.span.end, edit.after


def _cover(left: Span, right: Span) -> Span:
    return Span(min(left.start, right.start), max(left.end, right.end))


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
