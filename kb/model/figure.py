"""A number that states a fact: how much of what, of which time, and which number it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from kb.model.body import Span

Inherited = Literal["figure", "sentence", "paragraph", "lead-in", "heading"]
"""Where a period was taken from that the figure's own clause does not say: the figure it is compared with or part of,
the same sentence, the words that open the paragraph, the paragraph above a list ("… đã chi trả:"), the heading."""

Grain = Literal["day", "month", "quarter", "year", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a figure is of. `text` is as printed at `span`; `start` and `end` are ISO, to the day, the month or
    the year; None where the words do not say ("5 năm qua")."""

    text: str
    span: Span
    start: str | None
    end: str | None
    grain: Grain
    inherited: Inherited | None = None


RelationKind = Literal["comparison", "base", "part_of", "of"]
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a figure is measured against.

    comparison: how much more or less ("tăng 1,6 lần so với năm 2015"); base: the value compared with; part_of: one of
    the parts of a whole that stands before; of: so many of a `whole` ("58/96 xã"). `figure` is the span of the other
    figure, where there is one; `against` the words after "so với"; `direction` the verb as printed.
    """

    kind: RelationKind
    figure: Span | None = None
    direction: str | None = None
    against: str | None = None
    whole: Decimal | None = None
    listed: bool = False


Bound = Literal["exact", "about", "over", "under", "vague"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit at `span`; `words` are the same on one line.

    `low` and `high` are the number as said in `unit` ("13458" of "13.458 tỷ đồng"); they differ for a range, and both
    are None for a vague amount ("hàng nghìn"). `scale` is what the unit's own number words multiply by, `base` the
    unit without them. `subject` is what is counted or measured, in the words of the text. `qualifier` is as printed
    ("ước đạt"), `bound` what it means. `clause` holds the figure, `clause_words` are its words on one line.
    """

    span: Span
    words: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    scale: Decimal
    base: str
    subject: str
    qualifier: str | None
    bound: Bound
    clause: Span
    clause_words: str
    period: Period | None = None
    relation: Relation | None = None

    @property
    def value(self) -> Decimal | None:
        """The number, where it is one number."""
        return self.low if self.low == self.high else None

    @property
    def amount(self) -> Decimal | None:
        """The number in `base` units: 13458000000000 for 13.458 tỷ đồng."""
        return None if self.value is None else self.value * self.scale
