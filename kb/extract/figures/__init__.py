"""Figures: every number of a document that states a fact, with what it counts, of which time, and against what.

`numbers` says which numbers count, `units` what, `qualifiers` how exactly, `periods` of which time, `subjects` of what,
`relations` measured against what; `drafts` holds a paragraph's figures until they are tied together here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.extract.figures.drafts import Draft, drafts
from kb.extract.figures.periods import (
    Time,
    heading_period,
    lead_in_period,
    moved,
    opening_period,
    own_period,
    right_behind,
    sentence_period,
    times,
)
from kb.extract.figures.relations import compared_with, relations
from kb.extract.passages import Passage, passage_of
from kb.model import SIGNATURE, Document, Section, SectionId, Span
from kb.model.figure import Figure, Period, Relation

TIMELESS = frozenset({"age", "time"})
ITEMS = frozenset({"item", "point", "labelled-paragraph", "clause"})


def read_figures(document: Document, passages: Sequence[Passage]) -> tuple[Figure, ...]:
    """The figures of a document in the order of the text; places are the document's."""
    return tuple(figure for one in _Reading(document).read(passages) for figure in one)


class _Reading:
    """One pass over a document's paragraphs: what leads to lists, and what headings say of time, is kept on the way."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._year = document.front.signed_on[:4] if document.front.signed_on else None
        self._leads: dict[SectionId, Period | None] = {}
        self._headings: dict[SectionId, Period | None] = {}

    def read(self, passages: Sequence[Passage]) -> Iterator[tuple[Figure, ...]]:
        for passage in passages:
            if passage.section.id == SIGNATURE:
                continue
            if not any(character.isdigit() for character in passage.text) and "hàng" not in passage.text:
                continue
            known = times(passage, self._year)
            if (lead := lead_in_period(passage, known)) is not None:
                self._leads[passage.section.id] = moved(lead, passage.span.start)
            yield self._figures(passage, known)

    def _figures(self, passage: Passage, known: Sequence[Time]) -> tuple[Figure, ...]:
        made = drafts(passage, known)
        tied = relations(passage, made, known)
        found: list[Figure] = []
        taken = frozenset(time.span for one in made if (time := right_behind(passage, one.span, known)))
        for one, relation in zip(made, tied, strict=True):
            period = self._period(passage, one, known, taken)
            found.append(self._figure(passage, one, relation, period, found))
        return tuple(found)

    def _figure(
        self, passage: Passage, one: Draft, relation: Relation | None, period: Period | None, found: Sequence[Figure]
    ) -> Figure:
        by = passage.span.start
        unit = one.counted.unit
        target = relation.figure.moved(by) if relation and relation.figure else None
        tied = relation and Relation(
            relation.kind, target, relation.direction, relation.against, relation.whole, relation.listed
        )
        return Figure(
            span=one.span.moved(by),
            words=" ".join(one.span.of(passage.text).split()),
            low=one.counted.low,
            high=one.counted.high,
            unit=unit.text,
            scale=unit.scale,
            base=unit.base,
            subject=_subject(one, tied, found),
            qualifier=one.qualifier,
            bound="vague" if one.counted.low is None else one.bound,
            clause=(clause := one.clause.moved(by).trimmed(self._text)),
            clause_words=" ".join(clause.of(self._text).split()),
            period=period,
            relation=tied,
        )

    def _period(self, passage: Passage, one: Draft, known: Sequence[Time], taken: frozenset[Span]) -> Period | None:
        by = passage.span.start
        if one.counted.unit.dimension in TIMELESS or one.counted.unit.span.end <= one.counted.number.start:
            return None
        based = next((time.period for time in known if compared_with(time, passage, one.span)), None)
        own = based or own_period(passage, one.span, known, taken)
        said = own or sentence_period(passage, one.span, known, taken) or opening_period(passage, known)
        return moved(said, by) if said else self._above(passage)

    def _above(self, passage: Passage) -> Period | None:
        """The time that the paragraph above a list, or the heading, says."""
        own, parent = passage.section, passage.above[-2] if len(passage.above) > 1 else None
        item = own.kind in ITEMS
        if item and parent and (lead := self._leads.get(parent.id)) is not None:
            return lead
        if (period := self._heading(own, passage)) is not None:
            return period
        return self._heading(parent, passage) if item and parent else None

    def _heading(self, section: Section, passage: Passage) -> Period | None:
        if section.heading.end > passage.span.start or not len(section.heading):
            return None
        if section.id not in self._headings:
            words = section.heading.of(self._text)
            alone = passage_of(words, section)
            self._headings[section.id] = moved(heading_period(times(alone, self._year)), section.heading.start)
        return self._headings[section.id]


def _subject(one: Draft, relation: Relation | None, found: Sequence[Figure]) -> str:
    """The figure's own subject; for one that says none, that of the figure it is measured against, or of the last."""
    if relation and relation.figure and relation.kind in {"comparison", "base", "of"}:
        target = next((figure.subject for figure in found if figure.span == relation.figure), "")
        if relation.kind == "comparison":
            return f"mức {relation.direction} {target}" if target else one.subject
        share = relation.kind == "of" and not target.casefold().startswith(("tỷ lệ", "tỉ lệ"))
        return (f"tỷ lệ {target}" if share and target else target) or one.subject
    if one.subject:
        return f"mức {one.direction} {one.subject}" if one.direction else one.subject
    return found[-1].subject if found else ""
