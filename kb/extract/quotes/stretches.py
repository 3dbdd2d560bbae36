"""The stretches of a text that stand in quotation marks: in a paragraph, over several of them, and in each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Span
from kb.vietnamese.quotation import BEGINNING, pair_marks

LONGEST = 400  # paragraphs of a quotation that begins a paragraph, as new articles of a law do
LONGEST_INSIDE = (
    3  # paragraphs of one that begins in the middle of a paragraph: a mark that was forgotten closes nowhere
)

DEEPEST = 2  # marks around a stretch that is read; deeper ones are slips


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two marks. `paragraph` is the number of the paragraph it begins in, `depth` how many other
    stretches it lies in."""

    span: Span
    paragraph: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Leftover:
    place: int
    paragraph: int
    begins: bool


def stretches(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """Every stretch in quotation marks, in order; a mark without a partner makes none.

    >>> text = "Người viết: “Một\\nhai.” Và “ba ‘bốn’”."
    >>> [(one.span.of(text), one.depth) for one in stretches(text, (Span(0, 16), Span(17, len(text))))]
    [('Một\\nhai.', 0), ('ba ‘bốn’', 0), ('bốn', 1)]
    """
    found: list[tuple[int, int, int]] = []
    opened: list[_Leftover] = []
    for number, span in enumerate(paragraphs):
        marks = pair_marks(span.of(text))
        found += ((span.start + first, span.start + last, number) for first, last in marks.pairs)
        for place, opens in sorted([(one, True) for one in marks.open] + [(one, False) for one in marks.closed]):
            if opens:
                begins = not span.of(text)[:place].strip("-–+* \t") and text[span.start + place] in BEGINNING
                if not (begins and opened):
                    opened = []
                opened.append(_Leftover(span.start + place, number, begins))
            elif opened:
                first = opened[0]
                if number - first.paragraph <= (LONGEST if first.begins else LONGEST_INSIDE):
                    found.append((first.place, span.start + place, first.paragraph))
                opened = []
    return tuple(_with_depth(sorted(found, key=lambda one: (one[0], -one[1]))))


def _with_depth(found: Sequence[tuple[int, int, int]]) -> Iterator[Stretch]:
    around: list[int] = []
    for opening, closing, paragraph in found:
        while around and around[-1] < opening:
            around.pop()
        if opening + 1 < closing and len(around) <= DEEPEST:
            yield Stretch(Span(opening + 1, closing), paragraph, len(around))
        around.append(closing)
