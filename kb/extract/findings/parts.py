"""What the checks of findings share: a document with what was read in it, numbers in Vietnamese, and comparing them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.passages import Passage
from kb.model import Document, Figure, Finding, FindingCategory, Reference, Span, Verdict

LOOKED_BACK = 300  # figures: a list of items and its total stand nearer than that


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its paragraphs, figures and references: what every check begins with."""

    document: Document
    passages: Sequence[Passage]
    figures: Sequence[Figure]
    references: Sequence[Reference]

    def finding(
        self,
        category: FindingCategory,
        verdict: Verdict,
        what: str,
        evidence: Sequence[Span],
        arithmetic: Sequence[str] = (),
    ) -> Finding:
        """A finding with its places in order, each once."""
        places = tuple(sorted(set(evidence)))
        words = tuple(" ".join(place.of(self.document.text).split()) for place in places)
        return Finding(category, verdict, what, places, words, tuple(arithmetic))

    def passage_at(self, place: int) -> Passage | None:
        """The paragraph that holds a place of the text; None between paragraphs."""
        at = bisect_right(self.passages, place, key=lambda one: one.span.start) - 1
        return self.passages[at] if at >= 0 and place < self.passages[at].span.end else None

    def figures_in(self, passage: Passage) -> Sequence[Figure]:
        """The figures of a paragraph."""
        first = bisect_left(self.figures, passage.span.start, key=lambda one: one.span.start)
        return self.figures[first : bisect_left(self.figures, passage.span.end, key=lambda one: one.span.start)]

    def before(self, place: int) -> Sequence[Figure]:
        """The figures before the one at this place in `figures`, as many as are looked back at."""
        return self.figures[max(0, place - LOOKED_BACK) : place]

    @property
    def year(self) -> int | None:
        day = self.document.front.signed_on
        return int(day[:4]) if day else None


def written(number: Decimal) -> str:
    """A number as Vietnamese papers print it.

    >>> written(Decimal("13458")), written(Decimal("6.60")), written(Decimal("0.5"))
    ('13.458', '6,6', '0,5')
    """
    plain = f"{number:f}"
    whole, _, rest = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if whole.lstrip("-") else "0"
    rest = rest.rstrip("0")
    sign = "-" if plain.startswith("-") and not grouped.startswith("-") else ""
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"


def decimals(number: Decimal) -> int:
    """How many digits a number is said with behind the comma.

    >>> decimals(Decimal("6.6")), decimals(Decimal("40"))
    (1, 0)
    """
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def agrees(exact: Decimal, said: Decimal) -> bool:
    """Whether a number as said is the exact one rounded, up or down in its last place.

    >>> agrees(Decimal("60.4166"), Decimal("60.4")), agrees(Decimal("77.8"), Decimal("87.5"))
    (True, False)
    """
    return abs(exact - said) < Decimal(1).scaleb(-decimals(said))
